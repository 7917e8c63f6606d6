import { roman } from '../../../src/core/text/roman';
import { dataRows, indexColumn, labelColumn, mainTable, type Distortion, type MessDoc, type MessRow } from '../mess';

const numbered = (d: MessDoc): boolean =>
  indexColumn(mainTable(d)) !== undefined && mainTable(d).template!.rowMode === 'fixed';
const renumber = (d: MessDoc, text: (row: MessRow, i: number) => string | number): void =>
  dataRows(mainTable(d)).forEach((r, i) => {
    r.number = text(r, i);
  });

function numbersRow(d: MessDoc, text: (i: number) => string | number): void {
  const t = mainTable(d);
  t.rows.unshift({
    kind: 'numbers',
    key: null,
    number: '',
    label: [''],
    figuresAt: 0,
    meant: {},
    cells: Object.fromEntries(t.columns.map((c, i) => [c.id, { value: text(i) }])),
  });
}

/** What is printed as STT, and the row of column numbers. */
export const numberingDistortions: Distortion[] = [
  {
    id: 'stt-blank',
    name: 'STT để trống',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, () => ''),
  },
  {
    id: 'stt-dot',
    name: 'STT “1.”',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (r) => `${r.number}.`),
  },
  {
    id: 'stt-brackets',
    name: 'STT “(1)”',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (r) => `(${r.number})`),
  },
  {
    id: 'stt-zero',
    name: 'STT “01”',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (r) => String(r.number).padStart(2, '0')),
  },
  {
    id: 'stt-number',
    name: 'STT lưu dạng số',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (_, i) => i + 1),
  },
  {
    id: 'stt-roman',
    name: 'STT số La Mã',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (_, i) => roman(i + 1)),
  },
  {
    id: 'stt-wrong',
    name: 'STT ghi sai vài dòng',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d, rng) => {
      for (const r of rng.some(dataRows(mainTable(d)), 2)) r.number = rng.int(1, 30);
    },
  },
  {
    id: 'stt-restarted',
    name: 'STT đánh lại từ 1 sau khi ngắt trang',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d, rng) => {
      const n = dataRows(mainTable(d)).length;
      const cut = rng.int(1, n - 1);
      renumber(d, (_, i) => (i < cut ? i + 1 : i - cut + 1));
    },
  },
  {
    id: 'stt-in-label',
    name: 'Không có cột STT, số nằm trong lời văn',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => {
      const t = mainTable(d);
      for (const r of dataRows(t)) r.label[0] = `${r.number}. ${r.label[0]}`;
      t.columns = t.columns.filter((c) => c !== indexColumn(t));
    },
  },
  {
    id: 'stt-column-missing',
    name: 'Không có cột STT',
    slot: 'stt',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => {
      const t = mainTable(d);
      t.columns = t.columns.filter((c) => c !== indexColumn(t));
    },
  },
  {
    id: 'number-row',
    name: 'Dòng số cột (1) (2) (3)',
    slot: 'number-row',
    effect: 'harmless',
    apply: (d) => numbersRow(d, (i) => `(${i + 1})`),
  },
  {
    id: 'number-row-plain',
    name: 'Dòng số cột 1 2 3 lưu dạng số',
    slot: 'number-row',
    effect: 'harmless',
    apply: (d) => numbersRow(d, (i) => i + 1),
  },
  {
    id: 'number-row-formulas',
    name: 'Dòng số cột “3=4+5+6”',
    slot: 'number-row',
    effect: 'harmless',
    apply: (d) => numbersRow(d, (i) => (i === 2 ? '3=4+5+6' : String(i + 1))),
  },
  {
    id: 'number-row-letters',
    name: 'Dòng số cột A B 1 2 3',
    slot: 'number-row',
    effect: 'harmless',
    apply: (d) => {
      const t = mainTable(d);
      const first = t.columns.indexOf(labelColumn(t)) + 1;
      numbersRow(d, (i) => (i < first ? 'AB'[i]! : i - first + 1));
    },
  },
];
