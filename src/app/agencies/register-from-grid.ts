import { closeNames, type CloseNames } from '../../core/agencies/close-names';
import { deriveCodes, usualAgency } from '../../core/agencies/derive-codes';
import { deriveSymbol } from '../../core/agencies/derive-symbol';
import { levelOfName, placeOfName } from '../../core/agencies/level-of-name';
import { parseRegister } from '../../core/agencies/parse-register';
import type { Register, RegisterAgency } from '../../core/agencies/register-schema';
import type { Level } from '../../core/model/agency';
import type { Grid } from '../../core/model/grid';
import type { Failure, Outcome } from '../../core/model/outcome';
import { readDate } from '../../core/text/date';
import { stripMarks } from '../../core/text/strip-marks';
import { canonicalJson } from '../case/canonical-json';
import { decodeGrids } from '../receive/decode-grids';
import { findRegisterTable, type RegisterField, type RegisterLine, type RegisterTable } from './register-table';

/** The register and the file to write, with what a person should look at; or why there is none. */
export type MadeRegister = Outcome<{ register: Register; content: string; warnings: string[] }, NoRegister>;

/** Why no register could be made of a list, with what was noticed on the way. */
export interface NoRegister extends Failure {
  warnings: string[];
}

/** An agency on its way; links are still as typed. */
interface Draft {
  row: number;
  name: string;
  level: Level;
  code?: string;
  aliases: string[];
  symbols: string[];
  abbreviations: string[];
  from?: string;
  to?: string;
  note?: string;
  successors: string;
  parent: string;
}

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^(cap )?(tinh|province|so)/, 'province'],
  [/^(cap )?(huyen|district|quan)/, 'district'],
  [/^(cap )?(xa|commune|phuong|co so)/, 'commune'],
];
/** More close pairs than this are counted, not listed. */
const SHOWN_PAIRS = 30;

/**
 * A register from an officer's list: a table whose header names "Tên cơ quan, đơn vị" and, where there are, Cấp, Mã, Ký
 * hiệu, Tên khác, Từ ngày, Đến ngày, Kế thừa …; or just names under each other. What was not understood and names that
 * are easily mixed up are told.
 */
export function registerFromGrid(grids: readonly Grid[], province: string): MadeRegister {
  const table = findRegisterTable(decodeGrids(grids).grids);
  if (!table)
    return {
      ok: false,
      message: 'Không tìm thấy danh sách cơ quan, đơn vị trong tệp: cần một cột "Tên cơ quan, đơn vị".',
      warnings: [],
    };
  const warnings: string[] = [];
  const drafts = withoutDoubles(readDrafts(table, warnings), warnings);
  if (drafts.length === 0)
    return { ok: false, message: `Trang "${table.sheet}" không có dòng nào đọc được thành cơ quan, đơn vị.`, warnings };
  deriveSymbols(drafts, warnings);
  const codes = deriveCodes(drafts);
  const agencies = drafts.map((d, i): RegisterAgency => ({
    code: codes[i]!,
    name: d.name,
    level: d.level,
    aliases: d.aliases,
    abbreviations: d.abbreviations,
    symbols: d.symbols,
    ...(d.from ? { from: d.from } : {}),
    ...(d.to ? { to: d.to } : {}),
    ...links(d, drafts, codes, warnings),
    ...(d.note ? { note: d.note } : {}),
  }));
  warnings.push(...closeWords(closeNames(agencies)));
  const json = { schema: 1 as const, province: { name: province.replace(/^tỉnh\s+/iu, ''), aliases: [] }, agencies };
  const parsed = parseRegister(json);
  return parsed.ok
    ? { ok: true, register: parsed.register, content: canonicalJson(parsed.register), warnings }
    : { ok: false, message: parsed.message, warnings };
}

function readDrafts(table: RegisterTable, warnings: string[]): Draft[] {
  const drafts: Draft[] = [];
  let group: string | null = null;
  let renamed = 0;
  for (const line of table.lines) {
    const typed = (line.texts.name ?? '')
      .replace(/\s+/g, ' ')
      .replace(/^[-–+*•]\s*/, '')
      .trim();
    if (isNumbering(line)) continue;
    if (typed === '' && Object.keys(line.texts).every((f) => f === 'index' || f === 'note')) {
      if (line.texts.index) warnings.push(`Dòng ${line.row}: có số thứ tự nhưng không có tên.`);
      continue;
    }
    if (isGroup(typed, line)) {
      group = typed;
      continue;
    }
    const placed =
      group !== null && (line.texts.index !== undefined || !table.fields.includes('index'))
        ? underGroup(typed, group)
        : null;
    if (placed) warnings.push(`Dòng ${line.row}: "${typed}" dưới mục "${group}" được hiểu là ${placed}.`);
    const name = placed ?? fullName(typed);
    const level = levelOf(line, name, warnings);
    if (typed === '' || level === null) {
      warnings.push(
        `Dòng ${line.row}: không hiểu "${typed || Object.values(line.texts).join(' | ')}", nên không đưa vào danh mục.`,
      );
      continue;
    }
    if (name !== typed && !placed) renamed++;
    drafts.push(draft(line, name, level, warnings));
  }
  if (renamed > 0) warnings.push(`${renamed} tên xã, phường, huyện được ghi đủ thành "UBND …".`);
  return drafts;
}

/** "(1) (2) (3)" under the header. */
function isNumbering(line: RegisterLine): boolean {
  return /^\(?\d{1,2}\)?$/.test(line.texts.name ?? '');
}

/** "I. Các sở, ban, ngành", "Khối UBND cấp xã", "Các phường": a heading inside the list. */
function isGroup(name: string, line: RegisterLine): boolean {
  const plain = stripMarks(name).replace(/^([ivx]+|[a-d]|\d+)\s*[.)]\s*/, '');
  const heading =
    /^(cac|khoi|cap|nhom|ubnd cac|ubnd cap|danh sach|tong)\b/.test(plain) ||
    /^(phuong|xa|dac khu|huyen|thi xa|so, ban)(,|$)/.test(plain);
  return heading && !line.texts.code && !line.texts.symbols;
}

/** "Phường Nha Trang" is reported by its UBND. */
function fullName(typed: string): string {
  const place = placeOfName(typed);
  return place && !place.committee ? `UBND ${place.unit} ${place.place}` : typed;
}

const UNITS = ['phường', 'đặc khu', 'thị trấn', 'thị xã', 'huyện', 'xã'];
/** Names of places have seldom more words. */
const PLACE_WORDS = 4;

/**
 * "Nha Trang" under the heading "Các phường" is UBND phường Nha Trang; null for what is no bare place ("Ông Nguyễn Văn
 * A").
 */
function underGroup(typed: string, group: string): string | null {
  const units = UNITS.filter((u) => group.toLocaleLowerCase('vi').includes(u));
  const bare =
    /^\p{Lu}/u.test(typed) &&
    typed.split(' ').length <= PLACE_WORDS &&
    !/^(ông|bà|người|nơi|tổng|cộng)\s/iu.test(typed);
  return bare && units.length === 1 && levelOfName(typed) === null ? `UBND ${units[0]} ${typed}` : null;
}

function levelOf(line: RegisterLine, name: string, warnings: string[]): Level | null {
  const inferred = levelOfName(name);
  const typed = line.texts.level;
  if (typed === undefined) return inferred;
  const told = LEVELS.find(([pattern]) => pattern.test(stripMarks(typed)))?.[1];
  if (!told) {
    warnings.push(`Dòng ${line.row}: không hiểu cấp "${typed}".`);
    return inferred;
  }
  if (inferred && inferred !== told)
    warnings.push(`Dòng ${line.row}: ${name} ghi cấp "${typed}", khác với cấp hiểu từ tên; lấy theo cột Cấp.`);
  return told;
}

function draft(line: RegisterLine, name: string, level: Level, warnings: string[]): Draft {
  const many = (field: RegisterField, separator: RegExp): string[] => [
    ...new Set(
      (line.texts[field] ?? '')
        .split(separator)
        .map((s) => s.trim())
        .filter((s) => s !== '' && s !== '-'),
    ),
  ];
  const from = day(line, 'from', warnings);
  const to = day(line, 'to', warnings);
  return {
    row: line.row,
    name,
    level,
    ...(line.texts.code ? { code: line.texts.code.replace(/\s+/g, '') } : {}),
    aliases: many('aliases', /[;\n]/),
    abbreviations: many('abbreviations', /[;\n]/),
    symbols: many('symbols', /[;,\n]/),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(line.texts.note ? { note: line.texts.note } : {}),
    successors: line.texts.successors ?? '',
    parent: line.texts.parent ?? '',
  };
}

function day(line: RegisterLine, field: 'from' | 'to', warnings: string[]): string | undefined {
  const text = line.texts[field];
  if (text === undefined) return undefined;
  const read = readDate(line.dates[field] ?? text);
  if (read.kind === 'date' && read.from === read.to) return read.from;
  if (read.kind !== 'dash' && read.kind !== 'blank')
    warnings.push(`Dòng ${line.row}: không hiểu ngày "${text}", để trống.`);
  return undefined;
}

const sameName = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}]/gu, '');

function withoutDoubles(drafts: readonly Draft[], warnings: string[]): Draft[] {
  const first = new Map<string, Draft>();
  return drafts.filter((d) => {
    const key = `${sameName(d.name)}|${d.from ?? ''}|${d.to ?? ''}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, d);
      return true;
    }
    warnings.push(`Dòng ${d.row}: ${d.name} đã có ở dòng ${other.row}, chỉ lấy một lần.`);
    return false;
  });
}

/** Symbols that reports of provincial agencies usually bear, where the list gives none and nobody else has them. */
function deriveSymbols(drafts: readonly Draft[], warnings: string[]): void {
  const taken = new Set(drafts.flatMap((d) => [...d.symbols, ...d.abbreviations, ...d.aliases, d.name]).map(sameName));
  const derived: string[] = [];
  for (const d of drafts) {
    if (d.level !== 'province' || d.symbols.length > 0) continue;
    const symbol = usualAgency(d.name)?.symbols[0] ?? deriveSymbol(d.name);
    if (!symbol || sameName(symbol) === 'ubnd') continue;
    if (taken.has(sameName(symbol))) {
      warnings.push(`Dòng ${d.row}: chưa có ký hiệu cho ${d.name}, vì "${symbol}" đã là của đơn vị khác.`);
      continue;
    }
    taken.add(sameName(symbol));
    d.symbols.push(symbol);
    derived.push(`${symbol} (${d.name})`);
  }
  if (derived.length > 0) warnings.push(`Ký hiệu suy từ tên, cần kiểm tra: ${derived.join('; ')}.`);
}

function links(
  d: Draft,
  drafts: readonly Draft[],
  codes: readonly string[],
  warnings: string[],
): Pick<RegisterAgency, 'successors' | 'parent'> {
  const find = (text: string): string | undefined => {
    const at = drafts.findIndex(
      (o, i) =>
        o !== d &&
        (codes[i]!.toLocaleUpperCase('vi') === text.toLocaleUpperCase('vi') ||
          sameName(o.name) === sameName(fullName(text))),
    );
    return at < 0 ? undefined : codes[at];
  };
  const resolve = (typed: string, what: string): string[] =>
    typed.split(/[;\n]/).flatMap((piece) => {
      const whole = piece.trim();
      if (whole === '' || whole === '-') return [];
      // A name may hold commas, a list of codes too.
      const parts = find(whole) === undefined ? whole.split(',').map((p) => p.trim()) : [whole];
      return parts.flatMap((part) => {
        const code = find(part);
        if (code === undefined)
          warnings.push(`Dòng ${d.row}: ${what} "${part}" của ${d.name} không có trong danh sách.`);
        return code ?? [];
      });
    });
  const successors = resolve(d.successors, 'cơ quan kế thừa');
  const [parent] = resolve(d.parent, 'cơ quan cấp trên');
  return { ...(successors.length > 0 ? { successors: [...new Set(successors)] } : {}), ...(parent ? { parent } : {}) };
}

const CLOSE: Record<CloseNames['how'], string> = {
  same: 'cùng tên',
  marks: 'chỉ khác dấu',
  letters: 'chỉ khác một chữ cái',
};

function closeWords(pairs: readonly CloseNames[]): string[] {
  const shown = pairs
    .slice(0, SHOWN_PAIRS)
    .map(({ a, b, how }) => `Tên dễ nhầm (${CLOSE[how]}): ${a.name} và ${b.name}.`);
  return pairs.length > SHOWN_PAIRS ? [...shown, `… và ${pairs.length - SHOWN_PAIRS} cặp tên dễ nhầm khác.`] : shown;
}
