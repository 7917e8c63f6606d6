import { formatCount } from '../../core/text/format-number';
import { compareWithEarlier, type Change } from '../../app/compare/compare-earlier';
import { figureWords } from '../../app/case/journal-sentences';
import { loadEarlier } from '../load-earlier';
import { run } from '../run';
import { command } from '../table/command';
import { DONE } from '../table/outcome';
import { CASE_RUN_OPTIONS, PATHS, runRequest } from '../table/shared-options';
import { writeWhole } from '../write-file';

/** As many cells as a person looks at before signing. */
const TOP = 10;

/** Prints what to look at first beside the last period and beside peers. */
export const compare = command({
  name: 'compare',
  summary: 'So với kết quả kỳ trước và với đơn vị cùng cấp; ô đáng ngờ có ảnh hưởng lớn nhất in trước.',
  words: [
    { name: 'KỲTRƯỚC', help: 'kết quả kỳ trước (báo cáo .json, hồ sơ .json hoặc sổ kết quả .xlsx)', file: 'read' },
    { ...PATHS, help: 'ít nhất một tệp hoặc thư mục của kỳ này' },
  ],
  options: {
    ...CASE_RUN_OPTIONS,
    top: {
      kind: 'text',
      value: String(TOP),
      help: 'số ô cần in',
      check: (text) => (/^[1-9]\d{0,8}$/.test(text) ? null : '--top là số dòng cần in, từ 1.'),
    },
    json: { kind: 'text', value: 'SOSANH.json', help: 'ghi bản so sánh ra tệp', file: 'written' },
  },
  async run({ words: [before = '', ...paths], options }, deps) {
    const loaded = await loadEarlier(before, deps);
    if (!loaded.ok) return loaded;
    const done = await run(runRequest(paths, options), deps);
    if (!done.ok) return done;
    const c = compareWithEarlier(done.result, loaded.earlier);
    const top = Number(options.top ?? TOP);
    deps.say(
      `So với kỳ trước (${c.before?.label ?? 'chưa rõ kỳ'}): ${c.figures.length} số liệu toàn tỉnh thay đổi; ` +
        `${c.changes.length} ô đáng chú ý.`,
    );
    if (!loaded.earlier.agencies)
      deps.say('Kết quả kỳ trước không có số liệu từng đơn vị, nên chỉ so được số toàn tỉnh.');
    for (const [i, change] of c.changes.slice(0, top).entries()) changeLines(change, i + 1).forEach(deps.say);
    if (c.changes.length > top)
      deps.say(`… và ${c.changes.length - top} ô khác (--top ${c.changes.length} để in hết).`);
    for (const l of c.linked) deps.say(`Tiếp nhận: ${l.before.join(', ')} → ${l.after.join(', ')} (so theo tổng)`);
    if (c.gone.length > 0) deps.say(`Kỳ trước có, kỳ này không: ${c.gone.join(', ')}`);
    if (c.added.length > 0) deps.say(`Kỳ này mới có: ${c.added.join(', ')}`);
    if (options.json) await writeWhole(options.json, `${JSON.stringify(c, null, 2)}\n`);
    return DONE;
  },
});

function changeLines(c: Change, n: number): string[] {
  const say = (v: number | null): string => (v === null ? 'không có' : formatCount(v));
  const at = c.at ? ` – ${c.at.file}, ${c.at.sheet}!${c.at.cell}` : '';
  return [
    `${String(n).padStart(3)}. ${c.agencyName}: ${figureWords(c)}${at}`,
    `     ${c.label}`,
    `     ${c.why}; toàn tỉnh ${say(c.province.before)} → ${say(c.province.after)}`,
  ];
}
