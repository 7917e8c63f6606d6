import { dataRows, mainTable, type Distortion, type MessDoc, type MessRow } from '../mess';
import type { Rng } from '../rng';

const fixed = (d: MessDoc): boolean => mainTable(d).template!.rowMode === 'fixed';

/** The row says something else now: what stands in it is not the form's figure. */
function turn(row: MessRow, label: string): void {
  row.label = [label];
  row.figuresAt = 0;
  for (const k of Object.keys(row.meant)) row.meant[k] = 'ask';
}

function turnSome(d: MessDoc, rng: Rng, change: (label: string) => string | null): void {
  const able = dataRows(mainTable(d)).filter((r) => r.label.length === 1 && change(r.label[0]!) !== null);
  for (const row of rng.some(able, Math.min(able.length, rng.int(1, 4)))) turn(row, change(row.label[0]!)!);
}

/** "chưa" or "không" before the first verb of the wording. */
function denied(label: string, word: string): string | null {
  const made = label.replace(/(được |thực hiện |ban hành |công khai |sử dụng |áp dụng |đạt |triển khai |có cơ cấu |giải quyết |công lập)/u, (verb) => (verb === 'công lập' ? 'ngoài công lập' : `${word} ${verb}`));
  return made === label ? null : made;
}

const OTHER_WORDS: [string, string][] = [['kiểm tra', 'thanh tra'], ['quy chế', 'quy trình'], ['công chức', 'viên chức'], ['viên chức', 'lao động hợp đồng'], ['cấp xã', 'cấp huyện'],
  ['Số cơ quan', 'Số phòng'], ['Nghị định 130', 'Nghị định 117'], ['Nghị định 43', 'Nghị định 16'], ['tuyển dụng', 'sử dụng'], ['phần mềm', 'phần cứng'], ['tuyên truyền', 'thông tin']];

/** Wordings that look like the form's and mean something else. */
export const meaningDistortions: Distortion[] = [
  { id: 'label-denied', name: 'Lời văn phủ định (chưa, không, ngoài công lập)', slot: 'label', effect: 'asks', fits: fixed, apply: (d, rng) => turnSome(d, rng, (l) => denied(l, rng.pick(['chưa', 'không']))) },
  { id: 'label-share', name: 'Lời văn hỏi tỷ lệ thay cho số lượng', slot: 'label', effect: 'asks', fits: fixed, apply: (d, rng) => turnSome(d, rng, (l) => (l.startsWith('Số ') ? l.replace(/^Số (lượng )?/u, rng.pick(['Tỷ lệ ', 'Tỷ lệ % ', '% '])) : null)) },
  { id: 'label-part', name: 'Lời văn “Trong đó: …” thay cho cả dòng', slot: 'label', effect: 'asks', fits: fixed, apply: (d, rng) => turnSome(d, rng, (l) => `Trong đó: ${l.charAt(0).toLowerCase()}${l.slice(1)}`) },
  { id: 'label-other-word', name: 'Một từ của lời văn thay bằng từ khác nghĩa', slot: 'label', effect: 'asks', fits: fixed, apply: (d, rng) => turnSome(d, rng, (l) => { const found = OTHER_WORDS.find(([from]) => l.includes(from)); return found ? l.replace(found[0], found[1]) : null; }) },
];
