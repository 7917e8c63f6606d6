import { roman } from '../../../src/core/text/roman';
import { mainSheet, mainTable, type Distortion, type MessDoc, type MessTable } from '../mess';
import { typo, withoutMarks } from './wording';

const titleAt = (t: MessTable): number => t.above.findIndex((l) => l.text === t.template!.title);
const numberAt = (t: MessTable): number => t.above.findIndex((l) => /^Phụ lục \d+$/.test(l.text));
const numbered = (doc: MessDoc): boolean => mainTable(doc).template!.appendixNumber !== null;

/** Changes the title line, the "Phụ lục n" line, or both. */
function retitle(doc: MessDoc, change: (title: string) => string[]): void {
  const t = mainTable(doc);
  const at = titleAt(t);
  if (at >= 0) t.above.splice(at, 1, ...change(t.above[at]!.text).map((text) => ({ col: t.above[at]!.col, text })));
}

function renumber(doc: MessDoc, text: (n: number) => string): void {
  const t = mainTable(doc);
  const at = numberAt(t);
  if (at >= 0) t.above[at] = { ...t.above[at]!, text: text(t.template!.appendixNumber!) };
}

/** How the name of a form arrives. */
export const titleDistortions: Distortion[] = [
  {
    id: 'title-missing',
    name: 'Không có tên biểu và số phụ lục',
    slot: 'title',
    effect: 'harmless',
    apply: (d) => {
      mainTable(d).above = [];
    },
  },
  {
    id: 'title-misspelt',
    name: 'Tên biểu gõ sai chính tả',
    slot: 'title',
    effect: 'harmless',
    apply: (d, rng) => retitle(d, (t) => [typo(typo(t, rng), rng)]),
  },
  {
    id: 'title-split',
    name: 'Tên biểu ngắt làm hai dòng',
    slot: 'title',
    effect: 'harmless',
    apply: (d) =>
      retitle(d, (t) => {
        const w = t.split(' ');
        const h = Math.ceil(w.length / 2);
        return [w.slice(0, h).join(' '), w.slice(h).join(' ')];
      }),
  },
  {
    id: 'title-glued',
    name: 'Tên biểu dính liền “Phụ lục n”',
    slot: 'title',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => {
      const t = mainTable(d);
      const text = t.template!.title;
      t.above = t.above.filter((l) => l.text !== text);
      renumber(d, (n) => `Phụ lục ${n}${text}`);
    },
  },
  {
    id: 'title-case',
    name: 'Tên biểu viết thường',
    slot: 'title',
    effect: 'harmless',
    apply: (d) => retitle(d, (t) => [t.toLowerCase()]),
  },
  {
    id: 'title-plain',
    name: 'Tên biểu không dấu',
    slot: 'title',
    effect: 'harmless',
    apply: (d) => retitle(d, (t) => [withoutMarks(t)]),
  },
  {
    id: 'title-merged',
    name: 'Tên biểu chỉ có trong một ô gộp, lệch cột',
    slot: 'title',
    effect: 'harmless',
    apply: (d) => {
      const t = mainTable(d);
      t.above = [{ col: 1, text: `${t.template!.title}\nNăm 2020`, wide: true }];
    },
  },
  {
    id: 'title-roman',
    name: 'Phụ lục ghi số La Mã',
    slot: 'title',
    effect: 'harmless',
    fits: numbered,
    apply: (d) => renumber(d, (n) => `PHỤ LỤC ${roman(n)}`),
  },
  {
    id: 'title-number-style',
    name: '“Phụ lục số 02”, “PL2”, “PL.2”',
    slot: 'title',
    effect: 'harmless',
    fits: numbered,
    apply: (d, rng) => {
      const style = rng.pick([
        (n: number) => `Phụ lục số 0${n}`,
        (n: number) => `PL${n}`,
        (n: number) => `PHỤ LỤC 0${n}:`,
        (n: number) => `PL.${n}`,
      ]);
      renumber(d, style);
    },
  },
  {
    id: 'title-other-number',
    name: 'Ghi nhầm số phụ lục của biểu khác',
    slot: 'title',
    effect: 'asks',
    fits: numbered,
    apply: (d) => renumber(d, (n) => `Phụ lục ${(n % 4) + 1}`),
  },
  {
    id: 'title-of-other-form',
    name: 'Ghi nhầm tên của biểu khác',
    slot: 'title',
    effect: 'asks',
    fits: (d) => mainTable(d).template!.rowMode === 'fixed',
    apply: (d) => {
      const t = mainTable(d);
      t.above = [
        {
          col: 0,
          text: t.template!.id === 'phu-luc-3' ? 'THỐNG KÊ THỦ TỤC HÀNH CHÍNH' : 'THỐNG KÊ SỐ LƯỢNG CƠ QUAN, TỔ CHỨC',
        },
      ];
    },
  },
  {
    id: 'sheet-name',
    name: 'Tên trang tính sai hoặc vô nghĩa',
    slot: 'sheet-name',
    effect: 'harmless',
    apply: (d, rng) => {
      mainSheet(d).name = rng.pick(['Sheet1', 'PL4', 'Phụ lục 1', 'bieu moi (2)', 'TONGHOP', 'năm 2019']);
    },
  },
];
