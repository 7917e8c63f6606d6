import { dataRows, mainTable, type Distortion, type MessDoc, type MessRow } from '../mess';
import type { Rng } from '../rng';
import { abbreviated, expanded, lookAlikes, oldTones, typo, withoutMarks } from './wording';

const fixed = (d: MessDoc): boolean => mainTable(d).template!.rowMode === 'fixed';
const eachLabel = (d: MessDoc, change: (label: string, row: MessRow) => string): void => {
  for (const r of dataRows(mainTable(d))) r.label = r.label.map((l) => change(l, r));
};

function breakLabels(d: MessDoc, rng: Rng, at: (parts: number) => number): void {
  for (const r of dataRows(mainTable(d))) {
    const words = r.label.join(' ').split(' ');
    const parts = Math.min(rng.int(2, 4), Math.floor(words.length / 2));
    if (parts < 2 || !rng.chance(0.6)) continue;
    const size = Math.ceil(words.length / parts);
    r.label = Array.from({ length: Math.ceil(words.length / size) }, (_, i) =>
      words.slice(i * size, (i + 1) * size).join(' '),
    );
    r.figuresAt = at(r.label.length);
  }
}

/** Wordings of rows as they are typed. */
export const labelDistortions: Distortion[] = [
  {
    id: 'label-broken-first',
    name: 'Lời văn ngắt nhiều dòng, số ở dòng đầu',
    slot: 'label-break',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => breakLabels(d, rng, () => 0),
  },
  {
    id: 'label-broken-last',
    name: 'Lời văn ngắt nhiều dòng, số ở dòng cuối',
    slot: 'label-break',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => breakLabels(d, rng, (n) => n - 1),
  },
  {
    id: 'label-broken-middle',
    name: 'Lời văn ngắt nhiều dòng, số ở dòng giữa',
    slot: 'label-break',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => breakLabels(d, rng, (n) => Math.floor(n / 2)),
  },
  {
    id: 'label-abbreviated',
    name: 'Lời văn viết tắt (TTHC, CCHC, ĐVSN, NĐ 130 …)',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => eachLabel(d, (l) => abbreviated(l, rng)),
  },
  {
    id: 'label-expanded',
    name: 'Lời văn viết đủ chữ thay cho chữ tắt',
    slot: 'label',
    effect: 'harmless',
    fits: fixed,
    apply: (d) => eachLabel(d, expanded),
  },
  {
    id: 'label-typos',
    name: 'Lời văn sai chính tả 1–3 chỗ',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) =>
      eachLabel(d, (l) => {
        let out = l;
        for (let i = rng.int(0, 3); i > 0; i--) out = typo(out, rng);
        return out;
      }),
  },
  {
    id: 'label-plain',
    name: 'Lời văn không dấu',
    slot: 'label',
    effect: 'harmless',
    fits: fixed,
    apply: (d) => eachLabel(d, withoutMarks),
  },
  {
    id: 'label-nfd',
    name: 'Lời văn dạng tổ hợp (NFD)',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d) => eachLabel(d, (l) => l.normalize('NFD')),
  },
  {
    id: 'label-old-tones',
    name: 'Bỏ dấu kiểu cũ/mới (hoá/hóa)',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d) => eachLabel(d, oldTones),
  },
  {
    id: 'label-nbsp',
    name: 'Lời văn có dấu cách không ngắt, cách đôi',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d, rng) => eachLabel(d, (l) => l.replace(/ /g, () => rng.pick([' ', '\u00A0', '  ']))),
  },
  {
    id: 'label-look-alikes',
    name: 'Chữ cái giống hình (Cyrillic)',
    slot: 'label-form',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => eachLabel(d, (l) => lookAlikes(l, rng)),
  },
  {
    id: 'label-dots',
    name: 'Lời văn kết thúc bằng dấu chấm, hai chấm, chấm phẩy',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d, rng) => eachLabel(d, (l) => l + rng.pick(['.', ';', ':', '…'])),
  },
  {
    id: 'label-upper',
    name: 'Lời văn viết hoa',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d) => eachLabel(d, (l) => l.toUpperCase()),
  },
  {
    id: 'label-dash',
    name: 'Lời văn bắt đầu bằng “- ”',
    slot: 'label-form',
    effect: 'harmless',
    apply: (d) => eachLabel(d, (l) => `- ${l}`),
  },
  {
    id: 'label-cut',
    name: 'Lời văn bị rút ngắn (thiếu vài từ cuối)',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) =>
      eachLabel(d, (l) => {
        const w = l.split(' ');
        return rng.chance(0.5) ? w.slice(0, Math.ceil(w.length * 0.7)).join(' ') : l;
      }),
  },
  {
    id: 'label-extended',
    name: 'Lời văn thêm chữ (của đơn vị, năm 2020)',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) =>
      eachLabel(d, (l) =>
        rng.chance(0.5)
          ? `${l} ${rng.pick(['năm 2020', 'của cơ quan', '(đến 14/12/2020)', 'của đơn vị trong kỳ'])}`
          : l,
      ),
  },
];
