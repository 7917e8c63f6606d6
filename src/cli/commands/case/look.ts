import { figureWords } from '../../../app/case/journal-sentences';
import { findingId } from '../../../app/case/resolve-finding';
import type { CaseRun } from '../../../app/case/run-case';
import { versionEffect, type VersionEffect } from '../../../app/case/version-effect';
import type { CaseState } from '../../../core/model/case';
import { formatCount } from '../../../core/text/format-number';
import { JOURNAL_WORDS } from '../../../core/text/journal-words';
import { vietnamTime } from '../../../core/text/vietnam-time';
import { loadCase } from '../../load-case';
import { command } from '../../table/command';
import { DONE, nothing } from '../../table/outcome';
import { PATHS, RUN_OPTIONS } from '../../table/shared-options';
import { fileNamed } from './names';
import { openCase, READ_CASE } from './open-case';

/** The journal of a case. */
export const caseShow = command({
  name: 'case show',
  summary: 'In nhật ký của hồ sơ.',
  words: [READ_CASE, { ...PATHS, optional: true }],
  options: RUN_OPTIONS,
  async run({ words: [file = ''] }, deps) {
    const loaded = await loadCase(file, deps);
    if (!loaded.ok) return loaded;
    journalLines(loaded.state).forEach(deps.say);
    return DONE;
  },
});

/** The findings with the ids by which "case accept" takes them. */
export const caseFindings = command({
  name: 'case findings',
  summary: 'In các phát hiện kèm mã, để dùng cho case accept.',
  words: [READ_CASE, PATHS],
  options: RUN_OPTIONS,
  async run({ words: [file = '', ...paths], options }, deps) {
    const loaded = await loadCase(file, deps);
    if (!loaded.ok) return loaded;
    const opened = await openCase(loaded.state, paths, options, deps);
    if (!opened.ok) return opened;
    findingList(opened.run).forEach(deps.say);
    return DONE;
  },
});

/** What choosing a version would change. */
export const casePreview = command({
  name: 'case preview',
  summary: 'Bản mới của một đơn vị thay đổi những gì, trước khi chọn.',
  words: [READ_CASE, PATHS],
  options: {
    ...RUN_OPTIONS,
    file: { kind: 'text', value: 'TỆP', help: 'bản mới', required: true },
    form: { kind: 'text', value: 'BIEU', help: 'chỉ biểu này' },
  },
  async run({ words: [file = '', ...paths], options }, deps) {
    const loaded = await loadCase(file, deps);
    if (!loaded.ok) return loaded;
    const opened = await openCase(loaded.state, paths, options, deps);
    if (!opened.ok) return opened;
    const { run, all } = opened;
    const effect = versionEffect(run, all.received, opened.options, fileNamed(run, options.file), options.form);
    if (!effect.ok) return nothing(effect.message);
    effectLines(effect).forEach(deps.say);
    return DONE;
  },
});

function effectLines(effect: VersionEffect): string[] {
  const say = (x: number | string | null): string =>
    x === null ? 'để trống' : typeof x === 'number' ? formatCount(x) : `“${x}”`;
  const counted = effect.counted.join(', ');
  return [
    effect.returned
      ? `Bản gửi lại ${effect.file} đang được tính; khác bản đã trả lại (${counted}) ở ` +
        `${effect.cells.length} ô, làm ${effect.figures.length} số liệu toàn tỉnh khác đi.`
      : `Đang tính: ${counted}. Nếu chọn ${effect.file}: ${effect.cells.length} ô khác, ` +
        `${effect.figures.length} số liệu toàn tỉnh thay đổi.`,
    ...(effect.locked ? ['Bài nộp của đơn vị đang khóa vì đã duyệt: cần mở lại (reopen) trước khi chọn.'] : []),
    ...effect.cells.map((c) => `  ${figureWords(c)}: “${c.before?.text ?? ''}” → “${c.after?.text ?? ''}”`),
    ...effect.figures.map((f) => `  Toàn tỉnh: ${figureWords(f)}: ${say(f.before)} → ${say(f.after)}`),
  ];
}

const SEVERITY = { error: 'LỖI', warning: 'CẢNH BÁO', info: 'THÔNG TIN' } as const;

function findingList({ findings, keys }: CaseRun): string[] {
  return findings.map((f, i) => {
    const state = f.setAside
      ? f.setAside.how === 'returned'
        ? 'đã trả lại'
        : 'không tính'
      : f.accepted
        ? 'đã chấp nhận'
        : SEVERITY[f.severity];
    const place = `${f.file ?? ''}${f.cell ? ` ${f.sheet ?? ''}!${f.cell}` : ''}`;
    return `${findingId(keys[i] ?? '')}  ${state}  ${place}  ${f.message} [${f.rule}]`;
  });
}

function journalLines({ period, files, journal }: CaseState): string[] {
  const revoked = new Map(journal.flatMap((e) => (e.kind === 'revoke' ? [[e.entry, e.id] as const] : [])));
  return [
    `Kỳ báo cáo: ${period?.label ?? 'chưa rõ'}; ${files.length} tệp; ${journal.length} dòng nhật ký`,
    ...journal.map(
      (e) =>
        `${String(e.id).padStart(4)}  ${vietnamTime(e.at)}  ${e.by}  [${JOURNAL_WORDS[e.kind]}] ${e.about} – ` +
        `${e.reason}${revoked.has(e.id) ? ` (đã hủy ở dòng ${revoked.get(e.id)})` : ''}`,
    ),
  ];
}
