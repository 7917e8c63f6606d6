import type { Period } from '../model/period';
import type { StyleName } from '../model/output-plan';
import type { Template } from '../templates/schema';
import { formatDate } from '../text/format-number';
import type { PlanOptions } from './options';
import { roman } from '../text/roman';

/** Blanks that the officer fills in by hand or on the keyboard. */
const DOTS = '……………………';
const GAP = '        ';

/** Lines above the table, top first: "Phụ lục 2", the title, what it is attached to, and the period. */
export function titleLines(
  template: Template,
  period: Period | null,
  options: PlanOptions,
): { text: string; style: StyleName }[] {
  const number = template.appendixNumber;
  const numeral = number === null ? '' : ` ${options.numerals === 'roman' ? roman(number) : String(number)}`;
  const year = period ? period.to.slice(0, 4) : '20…';
  const lines: { text: string; style: StyleName }[] = [
    { text: `Phụ lục${numeral}`, style: 'heading' },
    { text: template.title, style: 'title' },
    {
      text:
        `(Kèm theo Báo cáo số${reportNumber(options)} ${dayWords(options.reportDate, year)} của ` +
        `${options.issuer ?? DOTS})`,
      style: 'reference',
    },
  ];
  if (period)
    lines.push({
      text:
        `Kỳ báo cáo: ${period.label} (số liệu từ ngày ${formatDate(period.from)} đến ngày ` +
        `${formatDate(period.to)})`,
      style: 'reference',
    });
  return lines;
}

/** " 312/BC-UBND"; without a number, room for it. */
function reportNumber({ reportNumber: given, issuer }: PlanOptions): string {
  const number = given?.trim();
  if (!number) return `${GAP}/BC-${symbolOf(issuer)}`;
  return ` ${number.includes('/') ? number : `${number}/BC-${symbolOf(issuer)}`}`;
}

/**
 * "ngày 05 tháng 01 năm 2021": one-figure days, and months before March, with a nought (Nghị định 30/2020, annex I).
 * Without a day, room for it.
 */
function dayWords(iso: string | undefined, year: string): string {
  const [, y, m = '', d = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '') ?? [];
  if (y === undefined) return `ngày${GAP}tháng${GAP}năm ${year}`;
  return `ngày ${d} tháng ${Number(m) < 3 ? m : String(Number(m))} năm ${y}`;
}

/**
 * What follows the number of a report: "UBND" for a People's Committee, which is also what a form without an issuer is
 * for; dots for others.
 */
function symbolOf(issuer: string | undefined): string {
  return issuer === undefined || /^(ubnd|ủy ban|uỷ ban)/iu.test(issuer.normalize('NFC')) ? 'UBND' : '………';
}

/** Lines of the signature block, top first; empty lines leave room for the signature. */
export function signatureLines(period: Period | null, options: PlanOptions): { text: string; style: StyleName }[] {
  const year = period ? period.to.slice(0, 4) : '20…';
  const signers = options.signers ?? ['TM. ……………………'];
  return [
    { text: `${options.place ?? '……………'}, ${dayWords(options.reportDate, year)}`, style: 'signatureNote' },
    ...signers.map((text) => ({ text, style: 'signature' as const })),
  ];
}
