import type { Repair } from '../model/figure';
import { formatCount, formatPercent } from './format-number';
import { isBlankText, isDashText, noneWord } from './none-word';
import { withoutQuotes } from './literal-quotes';
import { nameUnseen, seenOtherwise, withoutUnseen } from './unseen';

/** Under which rule a figure was refused. */
export type NumberRule = 'not-a-number' | 'not-an-integer' | 'negative-number';

/** What the text of a figure cell says. Percent values are fractions: 95,8 % is 0.958. */
export type NumberReading =
  | { kind: 'blank' }
  | { kind: 'dash' }
  | { kind: 'word'; word: string }
  | { kind: 'number'; value: number; repairs: Repair[] }
  | { kind: 'percent'; value: number; repairs: Repair[] }
  | { kind: 'pair'; part: number; whole: number; repairs: Repair[] }
  /** `doubtful`: a likely figure can be seen, and the reason names it; it is still not used. */
  | { kind: 'refused'; rule: NumberRule; reason: string; doubtful?: boolean };

/** What is known of the column that the figure stands in. */
export interface NumberOptions {
  /** Which mark stands before decimals in this column, from columnEvidence. */
  decimal?: 'comma' | 'dot' | 'unknown';
  kind: 'count' | 'percent';
  /** For a percent without the sign: is 95,8 written "0,958" or "95,8"? From percentScale. */
  scale?: 'fraction' | 'hundred';
}

/** What digits and separators amount to; `doubt` names the likely figure of an unclear one. */
type Parsed = { value: number; repair?: 'separator' | 'spaces' } | { doubt: number | null };

/** A refusal with its reason, a Vietnamese clause without full stop; `doubtful`: a person could read it two ways. */
export function refuse(rule: NumberRule, reason: string, doubtful = false): NumberReading {
  return doubtful ? { kind: 'refused', rule, reason, doubtful } : { kind: 'refused', rule, reason };
}

/**
 * What a typed figure says. In a count column "1.234" and "1 234" are 1234 and "04" is 4; "12,5", "6 phòng",
 * "-5" and whatever else is not plainly one whole number is refused with a Vietnamese reason (a clause, no full stop).
 * In a percent column "47,26 %" is 0.4726. "928/928" is a pair in both.
 */
export function readNumber(text: string, opts: NumberOptions): NumberReading {
  if (isBlankText(text)) return { kind: 'blank' };
  if (isDashText(text)) return { kind: 'dash' };
  const word = noneWord(text);
  if (word !== null) return { kind: 'word', word };

  if (seenOtherwise(text))
    return refuse('not-a-number', `có ${nameUnseen(text)} nên số nhìn thấy có thể khác số lưu trong ô`, true);
  const repairs: Repair[] = [];
  const reading = readClean(clean(text, repairs), text, opts, repairs);
  const unseen = reading.kind === 'refused' ? nameUnseen(text) : '';
  return reading.kind === 'refused' && unseen !== ''
    ? { ...reading, reason: `${reading.reason}; trong ô còn có ký tự không nhìn thấy (${unseen})` }
    : reading;
}

function readClean(body: string, text: string, opts: NumberOptions, repairs: Repair[]): NumberReading {
  const slash = /^([\d.,\s]+)\/([\d.,\s]+)$/.exec(body);
  if (slash) return readPair(slash[1] ?? '', slash[2] ?? '', opts, repairs);
  if (opts.kind === 'percent') return readPercent(body, text, opts, repairs);
  return readCount(body, text, opts.decimal ?? 'unknown', repairs);
}

/** Takes off what a conversion left behind, listing what changes the look of the figure. */
function clean(text: string, repairs: Repair[]): string {
  const seen = withoutUnseen(text);
  if (seen !== text) repairs.push({ kind: 'unseen', before: text, after: seen.trim() });
  const shown = seen.normalize('NFC').trim();
  const bare = withoutQuotes(shown)
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/^(\*\*|__)(.*)\1$/s, '$2')
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .trim();
  if (bare !== shown) repairs.push({ kind: 'number-as-text', before: text, after: bare });
  return bare;
}

const GROUP_SPACE = '[ \\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]';
const SPACED = new RegExp(`^[1-9]\\d{0,2}(?:${GROUP_SPACE}\\d{3})+$`);

/** Digits with separators as one number. `fractions`: decimals are welcome here. */
function parse(body: string, decimal: 'comma' | 'dot' | 'unknown', fractions: boolean): Parsed | null {
  if (/^\d+$/.test(body)) return { value: Number(body) };
  if (SPACED.test(body)) return { value: Number(body.replace(/\D/g, '')), repair: 'spaces' };
  if (!/^\d[\d.,]*$/.test(body)) return null;
  const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.exec(body);
  if (grouped) return parseGroups(body, grouped[1] as string, decimal, fractions);
  const parts = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+(?=,)|[1-9]\d{0,2}(?:,\d{3})+(?=\.))([.,])(\d*)$/.exec(body);
  if (!parts) return null;
  const [, whole = '', mark, decimals = ''] = parts;
  const value = Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`);
  if (decimals === '') return { doubt: value };
  const expected = mark === ',' ? 'comma' : 'dot';
  // "12,0" is 12 only where other cells show that this mark stands before decimals: it may be a cut "12.000".
  if (!fractions && Number.isInteger(value))
    return decimal === expected ? { value, repair: 'separator' } : { doubt: value };
  return expected === decimal || mark === ',' ? { value } : { value, repair: 'separator' };
}

/** "1.234" or "1,234": groups of three, or three decimals? */
function parseGroups(body: string, mark: string, decimal: 'comma' | 'dot' | 'unknown', fractions: boolean): Parsed {
  const value = Number(body.replace(/\D/g, ''));
  const markIsDecimal = decimal === (mark === ',' ? 'comma' : 'dot');
  if (body.split(mark).length > 2) return mark === '.' ? { value } : { value, repair: 'separator' };
  if (fractions) {
    if (markIsDecimal) return { value: value / 1000 };
    return { doubt: value / 1000 };
  }
  if (markIsDecimal) return { doubt: value };
  if (mark === '.') return { value };
  return decimal === 'dot' ? { value, repair: 'separator' } : { doubt: value };
}

function readCount(body: string, text: string, decimal: 'comma' | 'dot' | 'unknown', repairs: Repair[]): NumberReading {
  const refused = refuseByShape(body);
  if (refused) return refused;
  if (body.includes('%')) return refuse('not-a-number', 'là tỷ lệ phần trăm, trong khi cột này ghi số lượng');
  const parsed = parse(body, decimal, false);
  if (parsed === null) return refuse('not-a-number', 'không phải là một số đọc được');
  if ('doubt' in parsed) return refuseDoubt(body, parsed.doubt);
  if (parsed.value > Number.MAX_SAFE_INTEGER)
    return refuse('not-a-number', 'có quá nhiều chữ số, không thể là số liệu báo cáo');
  if (!Number.isInteger(parsed.value))
    return refuse('not-an-integer', 'không phải là số nguyên, trong khi cột này ghi số lượng');
  if (parsed.repair) repairs.push({ kind: parsed.repair, before: text, after: formatCount(parsed.value) });
  return { kind: 'number', value: parsed.value, repairs };
}

function refuseDoubt(body: string, likely: number | null): NumberReading {
  if (likely === null || likely > Number.MAX_SAFE_INTEGER)
    return refuse('not-a-number', 'không phải là một số đọc được');
  const guess = formatCount(likely);
  if (/[.,]$/.test(body)) return refuse('not-a-number', `có dấu thừa ở cuối số; có thể là ${guess}`, true);
  return refuse(
    'not-an-integer',
    `không rõ dấu chấm, dấu phẩy là phân cách hàng nghìn hay phần thập phân; có thể là ${guess}`,
    true,
  );
}

/** What can be told from the characters alone, whatever the column asks for. */
function refuseByShape(body: string): NumberReading | null {
  if (/^[-\u2010-\u2015\u2212]\s*\d[\d.,\s]*%?$/.test(body)) return refuse('negative-number', 'là số âm');
  if (/^\(\s*\d[\d.,\s]*(?:%\s*)?\)$/.test(body)) {
    return refuse('not-a-number', 'là số đặt trong ngoặc đơn, không rõ là số âm hay số thứ tự cột', true);
  }
  if (/^[\doOlI.,]+$/.test(body) && /\d/.test(body) && /[oOlI]/.test(body)) {
    return refuse('not-a-number', 'có chữ cái gõ lẫn vào số (chữ O thay số 0, chữ l hoặc I thay số 1)', true);
  }
  if (/\p{L}/u.test(body)) {
    return refuse('not-a-number', /\d/.test(body) ? 'có chữ đi kèm với số' : 'ghi bằng chữ, không phải bằng số');
  }
  if (/\d\s*[+×*=><≥≤~]|[+×*=><≥≤~]\s*\d/.test(body)) return refuse('not-a-number', 'có ký hiệu đi kèm với số');
  return null;
}

function readPercent(body: string, text: string, opts: NumberOptions, repairs: Repair[]): NumberReading {
  const refused = refuseByShape(body);
  if (refused) return refused;
  const signed = body.endsWith('%') && body.indexOf('%') === body.length - 1;
  const parsed = parse(signed ? body.slice(0, -1).trimEnd() : body, opts.decimal ?? 'unknown', true);
  if (parsed === null) return refuse('not-a-number', 'không phải là một tỷ lệ đọc được');
  if ('doubt' in parsed) {
    const guess = parsed.doubt === null ? '' : `; có thể là ${formatCount(parsed.doubt)}%`;
    return refuse(
      'not-a-number',
      `không rõ dấu chấm, dấu phẩy là phân cách hàng nghìn hay phần thập phân${guess}`,
      true,
    );
  }
  const { value } = parsed;
  if (value > Number.MAX_SAFE_INTEGER) return refuse('not-a-number', 'có quá nhiều chữ số, không thể là tỷ lệ');
  if (parsed.repair) repairs.push({ kind: parsed.repair, before: text, after: formatCount(value) });
  if (signed || value === 0) return { kind: 'percent', value: hundredth(value), repairs };
  if (opts.scale === 'fraction') {
    repairs.push({ kind: 'percent-scaled', before: text, after: formatPercent(value) });
    return { kind: 'percent', value, repairs };
  }
  if (value <= 1 && opts.scale !== 'hundred') {
    const both = `${formatPercent(value)} hay ${formatPercent(hundredth(value))}`;
    return refuse('not-a-number', `thiếu dấu %, không rõ là ${both}`, true);
  }
  repairs.push({ kind: 'percent-scaled', before: text, after: formatPercent(hundredth(value)) });
  return { kind: 'percent', value: hundredth(value), repairs };
}

/** A hundredth without the noise of binary fractions: 7 % is 0.07. */
export function hundredth(value: number): number {
  return Number((value / 100).toPrecision(15));
}

function readPair(left: string, right: string, opts: NumberOptions, repairs: Repair[]): NumberReading {
  const part = parse(left.trim(), opts.decimal ?? 'unknown', false);
  const whole = parse(right.trim(), opts.decimal ?? 'unknown', false);
  if (!part || !whole || 'doubt' in part || 'doubt' in whole)
    return refuse('not-a-number', 'không phải là một số đọc được');
  if (!Number.isSafeInteger(part.value) || !Number.isSafeInteger(whole.value)) {
    return refuse('not-an-integer', 'có số không phải là số nguyên');
  }
  // "10/2020" is more often October 2020 than 10 of 2020.
  if (/^\d{1,2}$/.test(left.trim()) && part.value >= 1 && part.value <= 12 && /^(?:19|20)\d\d$/.test(right.trim())) {
    return refuse('not-a-number', 'không rõ là tháng/năm hay số đạt được trên tổng số', true);
  }
  return { kind: 'pair', part: part.value, whole: whole.value, repairs };
}
