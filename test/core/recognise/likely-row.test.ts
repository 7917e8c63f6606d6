import { likelyRow, matchLabel } from '../../../src/core/recognise/match-label';
import { prepareTemplate } from '../../../src/core/recognise/prepared-template';
import { templates } from '../../../src/core/templates/registry';
import { DEFAULT_FLOOR } from '../../../src/core/text/similarity';

const forms = templates()
  .filter((t) => t.rowMode === 'fixed')
  .map((t) => prepareTemplate(t));
const labels = forms.flatMap((f) => f.rows.flatMap((r) => r.labels.map((l) => l.full)));
/** Slips, words left out or added, and texts of other people. */
const changed = (text: string, i: number): string =>
  [
    text,
    text.replace(/[aeo]/, ''),
    text.slice(0, -4),
    `${text} năm 2020`,
    text.split(' ').slice(1).join(' '),
    text.replace('cơ quan', 'đơn vị'),
  ][i % 6]!;
const WORDINGS = [
  ...labels.map(changed),
  'Bánh mì kẹp thịt nướng',
  'Freight charges for the month',
  'Tổng cộng',
  'Số hợp đồng đã ký với nhà cung cấp',
];

test('the likely row is the first of all candidates, or none where nothing is like the wording', () => {
  let none = 0;
  for (const form of forms) {
    for (const wording of WORDINGS) {
      const [first] = matchLabel(wording, form);
      const likely = likelyRow(wording, form);
      if (likely === null) none++;
      expect(likely && { key: likely.key, score: likely.score }).toEqual(
        first && first.score > DEFAULT_FLOOR ? { key: first.key, score: first.score } : null,
      );
    }
  }
  expect(none).toBeGreaterThan(forms.length * 3);
  expect(none).toBeLessThan(forms.length * WORDINGS.length);
});
