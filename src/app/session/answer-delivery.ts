import { STYLES } from '../../core/plan/styles';
import type { DeliveryCalls } from '../calls/delivery-calls';
import { boundTo } from '../case/bound-to';
import type { CaseRun } from '../case/run-case';
import type { Hasher, SourceFile } from '../ports';
import { NO_HASH } from '../receive/no-hash';
import { letterDefaults } from '../returns/letter-defaults';
import { letterText } from '../returns/letter-text';
import { makeReturn, returnFolders } from '../returns/make-returns';
import type { NoticeRow } from '../returns/notice-views';
import { noticeLetter, noticeMessage, type NoticeOptions } from '../returns/notice-words';
import { returnNotices, type ReturnNotice } from '../returns/return-notice';
import { previewSheet } from '../signing/preview-sheet';
import { signNotes } from '../signing/sign-notes';
import { signSet } from '../signing/sign-set';
import { signedName } from '../signing/signed-name';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';

/** The calls about what is handed out, made from the last run: returned files and the set to sign. */
export function answerDelivery(state: SessionState, deps: SessionDeps): DeliveryCalls {
  const noticesNow = noticesOf();
  return {
    notices: async () => {
      const run = state.lastRun();
      return { rows: noticesNow(run).notices.map((n) => rowOf(n, run)), defaults: letterDefaults(run.register) };
    },
    notice: async ({ key, letter }) => {
      const found = addressed(noticesNow(state.lastRun()), key, letter);
      if (!found) return null;
      const { notice } = found;
      return {
        letter: notice.letter,
        text: letterText(notice.letter),
        message: notice.message,
        items: [...notice.errors, ...notice.questions],
      };
    },
    returnSet: async ({ key, letter, sources }) => {
      const run = state.lastRun();
      const found = addressed(noticesNow(run), key, letter);
      if (!found) throw new Error(`Nothing goes back to "${key}"`);
      const given = new Map(sources.map((s) => [s.file, s]));
      const files = found.notice.files.map((f) => f.file);
      const changed = await changedFiles(run, files, given, deps.hasher);
      if (changed.length > 0) return { ok: false, message: changedMessage(changed), changed };
      const [annotator, documents] = await Promise.all([deps.annotator(), deps.documents()]);
      const source = async (file: string): Promise<SourceFile> => given.get(file) ?? { file, bytes: new Uint8Array() };
      return { ok: true, ...(await makeReturn(found.notice, found.folder, { annotator, documents, source })) };
    },
    zip: async (files) => deps.zip(files),
    signStart: async () => {
      const run = state.lastRun();
      const set = signSet(run, {});
      const { superior, place } = letterDefaults(run.register);
      return {
        defaults: { numerals: 'roman', ...(superior ? { issuer: superior } : {}), ...(place ? { place } : {}) },
        settings: run.state.settings,
        notes: signNotes(run),
        blocked: set.ok ? null : set.reason,
      };
    },
    signPreview: async (options) => {
      const set = signSet(state.lastRun(), options);
      return { sheets: set.ok ? set.plan.sheets.map(previewSheet) : [], styles: STYLES };
    },
    sign: async ({ kind, options }) => {
      const run = state.lastRun();
      const set = signSet(run, options);
      if (!set.ok) return set;
      const bytes =
        kind === 'docx'
          ? await (await deps.documents()).writeAppendices(set.plan)
          : await (await deps.workbooks()).write(set.plan);
      return { ok: true, name: `${signedName(run.period)}.${kind}`, bytes };
    },
  };
}

interface Notices {
  notices: ReturnNotice[];
  /** Folder of each notice. */
  folders: string[];
}

/** Everybody with something to mend or to explain, worked out once per run. */
function noticesOf(): (run: CaseRun) => Notices {
  let kept: { run: CaseRun; made: Notices } | null = null;
  return (run) => {
    if (kept?.run !== run) {
      const notices = returnNotices(run, { questions: true });
      kept = { run, made: { notices, folders: returnFolders(notices) } };
    }
    return kept.made;
  };
}

/** The notice to one agency with its letter as the officer headed it; null where nothing goes to that agency. */
function addressed(
  { notices, folders }: Notices,
  key: string,
  letter: NoticeOptions,
): { notice: ReturnNotice; folder: string } | null {
  const i = notices.findIndex((n) => keyOf(n) === key);
  const [notice, folder] = [notices[i], folders[i]];
  if (!notice || folder === undefined) return null;
  const { about } = notice;
  return {
    notice: { ...notice, options: letter, letter: noticeLetter(about, letter), message: noticeMessage(about, letter) },
    folder,
  };
}

/** Files that are not, byte for byte, what was read, or that were not given. */
async function changedFiles(
  run: CaseRun,
  files: readonly string[],
  given: ReadonlyMap<string, SourceFile>,
  hasher: Hasher,
): Promise<string[]> {
  const hashes = new Map(run.files.map((f) => [f.file, f.sha256]));
  const changed: string[] = [];
  for (const file of files) {
    const hash = hashes.get(file);
    if (hash === NO_HASH) continue;
    const source = given.get(file);
    if (!source || (await hasher.sha256(source.bytes)) !== hash) changed.push(file);
  }
  return changed;
}

const changedMessage = (files: readonly string[]): string =>
  `Tệp đã thay đổi so với lúc đọc: ${files.join(', ')}. Đề nghị đọc lại rồi lập lại hồ sơ trả lại.`;

const keyOf = (notice: Pick<ReturnNotice, 'code' | 'name'>): string => notice.code ?? notice.name;

function rowOf(notice: ReturnNotice, run: CaseRun): NoticeRow {
  const files = run.files.filter((f) => notice.files.some((n) => n.file === f.file));
  return {
    key: keyOf(notice),
    name: notice.name,
    errors: notice.errors.length,
    questions: notice.questions.length,
    files: notice.files.map((f) => f.file),
    sources: files.filter((f) => f.sha256 !== NO_HASH).map((f) => f.file),
    returned: files.filter((f) => boundTo(run.facts.returned, f, run.files).length > 0).map((f) => f.file),
  };
}
