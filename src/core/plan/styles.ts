import type { Style, StyleName } from '../model/output-plan';

/**
 * Counts with a full stop between thousands on every PC, whatever its regional settings ("1.234", "1.234.567"). A plain
 * "#,##0" shows "1,234" on a PC set to English, which a Vietnamese reader takes for a decimal. Negative figures must
 * fall into the first section: LibreOffice drops the sign in the others, so that a difference of -3 was printed as 3.
 */
export const COUNT_FORMAT = '[<1000]0;[<1000000]#\\.##0;#\\.###\\.##0';

/** Percents with one decimal, stored as fractions: 0.958 is "95,8%" where the locale is Vietnamese (42A). */
export const PERCENT_FORMAT = '[$-42A]0.0%';

type Align = Style['align'];

const center: Align = { h: 'center', v: 'center', wrap: true };
const left: Align = { h: 'left', v: 'center', wrap: true };
const right: Align = { h: 'right', v: 'center', indent: 1 };
const topLeft: Align = { h: 'left', v: 'top', wrap: true };

/**
 * Sizes of Nghị định 30/2020: 13–14 for the heading and title; tables one size smaller so that a row holds its text.
 */
const HEADING = 14;
const TITLE = 13;
const BODY = 12;
const EVIDENCE = 11;

/** Soft fills, on evidence sheets only: appendix sheets are signed and stay black on white. */
const FILL = {
  header: 'E7ECF3',
  error: 'FBE3E0',
  warning: 'FDF3D6',
  info: 'E6F0FA',
  good: 'E3F3E6',
  waiting: 'E6E7E9',
  done: 'BFE3C8',
};
const GREY = '6B6B6B';
const LINK = '1F4E9E';

const cell = (align: Align, more: Partial<Style> = {}, font: Partial<Style['font']> = {}): Style => ({
  font: { size: BODY, ...font },
  align,
  border: 'thin',
  ...more,
});

const evidence = (align: Align, more: Partial<Style> = {}, font: Partial<Style['font']> = {}): Style => ({
  font: { size: EVIDENCE, ...font },
  align,
  border: 'hair',
  ...more,
});

/** The look of every style; the font is Times New Roman throughout (Nghị định 30/2020). */
export const STYLES: Record<StyleName, Style> = {
  heading: { font: { size: HEADING, bold: true }, align: center },
  title: { font: { size: TITLE, bold: true }, align: center },
  reference: { font: { size: TITLE, italic: true }, align: center },
  header: cell(center, {}, { bold: true }),
  columnNumber: cell(center, {}, { italic: true, size: EVIDENCE }),
  index: cell({ h: 'center', v: 'center' }),
  label: cell(left),
  count: cell(right, { numberFormat: COUNT_FORMAT }),
  countTotal: cell(right, { numberFormat: COUNT_FORMAT }, { bold: true }),
  percent: cell(right, { numberFormat: PERCENT_FORMAT }),
  text: cell(center),
  note: cell(left, {}, { size: EVIDENCE }),
  total: cell(right, { numberFormat: COUNT_FORMAT }, { bold: true }),
  totalLabel: cell(center, {}, { bold: true }),
  totalPercent: cell(right, { numberFormat: PERCENT_FORMAT }, { bold: true }),
  empty: cell({ h: 'center', v: 'center' }),
  footnote: { font: { size: EVIDENCE, italic: true }, align: topLeft },
  signature: { font: { size: TITLE, bold: true }, align: center },
  signatureNote: { font: { size: TITLE, italic: true }, align: center },
  sheetTitle: { font: { size: HEADING, bold: true }, align: { h: 'left', v: 'center' } },
  sheetLead: { font: { size: BODY }, align: topLeft },
  tableHeader: evidence(center, { fill: FILL.header, border: 'thin' }, { bold: true }),
  tableText: evidence(left),
  tableCount: evidence(right, { numberFormat: COUNT_FORMAT }),
  tablePercent: evidence(right, { numberFormat: PERCENT_FORMAT }),
  tableLink: evidence(left, {}, { color: LINK, underline: true }),
  error: evidence(center, { fill: FILL.error }, { bold: true, color: '8E1B10' }),
  warning: evidence(center, { fill: FILL.warning }, { color: '6B4E00' }),
  info: evidence(center, { fill: FILL.info }, { color: '1D4470' }),
  good: evidence(center, { fill: FILL.good }, { bold: true, color: '1C5B2A' }),
  waiting: evidence(center, { fill: FILL.waiting }, { color: '4A4A4A' }),
  done: evidence(center, { fill: FILL.done }, { bold: true, color: '12461E' }),
  muted: evidence(left, {}, { size: 9, color: GREY }),
};
