import type { Appendix } from '../../core/model/appendix';
import type { Agency } from '../../core/model/agency';
import type { Letter } from '../../core/model/letter';
import type { CellNote, NoticeItem, NoticeList } from '../../core/model/notice';
import { concerns, senderKeys, sendersOf } from '../../core/model/sender-of';
import type { ReceivedFile } from '../../core/model/submission';
import { noticeItems } from './notice-items';
import { noticeLetter, noticeMessage, type NoticeAbout, type NoticeOptions } from './notice-words';
import type { RunResult } from '../consolidate/run-options';

/** What goes back with one received file. */
export interface ReturnedFile {
  file: string;
  notes: CellNote[];
  list: NoticeList;
}

/** Everything that goes back to one agency. */
export interface ReturnNotice {
  /** Null where the sender is not known; then `name` is that of the file. */
  code: string | null;
  name: string;
  errors: NoticeItem[];
  questions: NoticeItem[];
  letter: Letter;
  /** What the letter speaks of and how it is headed, to write it again once it is known what goes with it. */
  about: NoticeAbout;
  options: NoticeOptions;
  /** A short text for Zalo or a mobile phone. */
  message: string;
  files: ReturnedFile[];
}

/**
 * Which agencies: those with errors; `questions` adds those who only have something to explain; `agency` names one by
 * code.
 */
export interface NoticeChoice {
  agency?: string;
  questions?: boolean;
}

/** Notices for the agencies of a run, in the order of the files received. */
export function returnNotices(run: RunResult, choice: NoticeChoice = {}, options: NoticeOptions = {}): ReturnNotice[] {
  const stale = replacedTables(run);
  const answered = answeredFiles(run);
  const notices: ReturnNotice[] = [];
  for (const [key, { agency, files }] of bySender(run.files)) {
    if (choice.agency !== undefined && agency?.code !== choice.agency) continue;
    const own = new Map(files.map((f) => [f.file, f]));
    const findings = run.findings.filter(
      (f) =>
        f.file !== null &&
        own.has(f.file) &&
        concerns(key, own.get(f.file)!, f) &&
        !answered.has(f.file) &&
        f.setAside?.how !== 'left-out' &&
        !stale.has(tableKey(f.file, f.sheet, f.template)),
    );
    const items = noticeItems(
      findings,
      files.flatMap((f) => f.appendices),
    );
    const errors = items.filter((i) => i.kind === 'error');
    const questions = items.filter((i) => i.kind === 'question');
    if (items.length === 0 || (errors.length === 0 && !choice.questions && choice.agency === undefined)) continue;
    const about: NoticeAbout = {
      name: agency?.name ?? null,
      files: [...new Set(items.map((i) => i.file))],
      errors,
      questions,
      period: run.period,
    };
    notices.push({
      code: agency?.code ?? null,
      name: agency?.name ?? key,
      errors,
      questions,
      letter: noticeLetter(about, options),
      about,
      options,
      message: noticeMessage(about, options),
      files: about.files.map((file) =>
        returnedFile(
          file,
          items.filter((i) => i.file === file),
          agency?.name ?? null,
        ),
      ),
    });
  }
  return notices;
}

interface Sender {
  agency: Agency | null;
  files: ReceivedFile[];
}

/**
 * Files by sender; tables whose sender nobody knows stand for themselves. A file with tables of several senders is a
 * file of each of them: each gets a copy with the notes at its own tables.
 */
function bySender(files: readonly ReceivedFile[]): Map<string, Sender> {
  const groups = new Map<string, Sender>();
  for (const file of files) {
    for (const key of senderKeys(file)) {
      const group = groups.get(key);
      if (group) group.files.push(file);
      else groups.set(key, { agency: sendersOf(file).find((a) => a.code === key) ?? null, files: [file] });
    }
  }
  return groups;
}

/**
 * Tables that the sender has sent again since, and those counted elsewhere: nothing is asked about them any more. What
 * was returned and did not come again is still asked about.
 */
function replacedTables(run: RunResult): Set<string> {
  const stale = run.consolidation.submissions.flatMap((s): Appendix[] => [
    ...s.replaced.map((r) => r.appendix),
    ...(s.leftOut ?? [])
      .filter(
        (l) => (!l.returned && !l.why) || s.appendices.some((a) => a.template === l.appendix.template && !a.empty),
      )
      .map((l) => l.appendix),
  ]);
  return new Set(stale.map((a) => tableKey(a.file, a.sheet, a.template)));
}

/**
 * Files that were returned as a whole (not to be read, or without a form in them) by senders whose forms came since.
 */
function answeredFiles(run: RunResult): Set<string> {
  const returned = new Set(run.findings.filter((f) => f.setAside?.how === 'returned').flatMap((f) => f.file ?? []));
  const counting = new Set(
    run.consolidation.submissions.filter((s) => s.appendices.some((a) => !a.empty)).map((s) => s.key),
  );
  const stale = replacedTables(run);
  return new Set(
    run.files
      .filter(
        (f) =>
          returned.has(f.file) &&
          senderKeys(f).every((key) => counting.has(key)) &&
          f.appendices.every((a) => stale.has(tableKey(a.file, a.sheet, a.template))),
      )
      .map((f) => f.file),
  );
}

const tableKey = (file: string | null, sheet: string | null, template: string | null): string =>
  `${file}\n${sheet}\n${template}`;

function returnedFile(file: string, items: NoticeItem[], name: string | null): ReturnedFile {
  const words = { error: 'Đề nghị chỉnh sửa', question: 'Đề nghị giải trình' } as const;
  return {
    file,
    notes: items
      .filter((i) => i.cell !== '' && i.sheet !== '')
      .map((i) => ({ sheet: i.sheet, cell: i.cell, text: `${words[i.kind]}: ${i.text}` })),
    list: {
      title: 'DANH SÁCH NỘI DUNG CẦN RÀ SOÁT, CHỈNH SỬA',
      lead:
        `${name ? `${name}, tệp “${file}”` : `Tệp “${file}”`}: ${countWords(items)}. Số liệu trong tệp được giữ ` +
        'nguyên như đơn vị đã gửi.',
      items,
    },
  };
}

function countWords(items: readonly NoticeItem[]): string {
  const n = (kind: NoticeItem['kind']): number => items.filter((i) => i.kind === kind).length;
  return [
    n('error') ? `${n('error')} nội dung cần chỉnh sửa` : '',
    n('question') ? `${n('question')} nội dung cần giải trình` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
