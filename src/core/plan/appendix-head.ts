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
export function titleLines(template: Template, period: Period | null, options: PlanOptions): { text: string; style: StyleName }[] {
  const number = template.appendixNumber;
  const numeral = number === null ? '' : ` ${options.numerals === 'roman' ? roman(number) : String(number)}`;
  const year = period ? period.to.slice(0, 4) : '20…';
  const lines: { text: string; style: StyleName }[] = [
    { text: `Phụ lục${numeral}`, style: 'heading' },
    { text: template.title, style: 'title' },
    { text: `(Kèm theo Báo cáo số${GAP}/BC-${symbolOf(options.issuer)} ngày${GAP}tháng${GAP}năm ${year} của ${options.issuer ?? DOTS})`, style: 'reference' },
  ];
  if (period) lines.push({ text: `Kỳ báo cáo: ${period.label} (số liệu từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)})`, style: 'reference' });
  return lines;
}

/** What follows the number of a report: "UBND" for a People's Committee, which is also what a form without an issuer is for; dots for others. */
function symbolOf(issuer: string | undefined): string {
  return issuer === undefined || /^(ubnd|ủy ban|uỷ ban)/iu.test(issuer.normalize('NFC')) ? 'UBND' : '………';
}

/** Lines of the signature block, top first; empty lines leave room for the signature. */
export function signatureLines(period: Period | null, options: PlanOptions): { text: string; style: StyleName }[] {
  const year = period ? period.to.slice(0, 4) : '20…';
  const signers = options.signers ?? ['TM. ……………………'];
  return [
    { text: `${options.place ?? '……………'}, ngày${GAP}tháng${GAP}năm ${year}`, style: 'signatureNote' },
    ...signers.map((text) => ({ text, style: 'signature' as const })),
  ];
}
