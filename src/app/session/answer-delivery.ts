import { STYLES } from '../../core/plan/styles';
import { boundTo } from '../case/bound-to';
import type { CaseRun } from '../case/run-case';
import { letterText } from '../returns/letter-text';
import { makeReturn, returnFolders } from '../returns/make-returns';
import { NO_HASH } from '../receive/no-hash';
import { noticeLetter, noticeMessage, type NoticeOptions } from '../returns/notice-words';
import type { Hasher, SourceFile, WorkbookWriter } from '../ports';
import { returnNotices, type ReturnNotice } from '../returns/return-notice';
import { signSet } from '../signing/sign-set';
import type { DeliveryCalls, DeliveryTools } from '../calls/delivery-calls';
import type { SignedFile } from '../signing/sign-views';
import type { SignPreview } from '../signing/sign-views';
import type { SignStart } from '../signing/sign-views';
import type { ReturnSet } from '../returns/notice-views';
import type { NoticeView } from '../returns/notice-views';
import type { NoticesView } from '../returns/notice-views';
import type { NoticeRow } from '../returns/notice-views';
import { letterDefaults } from '../returns/letter-defaults';
import { previewSheet } from '../signing/preview-sheet';
import { signedName } from '../signing/signed-name';
import { signNotes } from '../signing/sign-notes';

export interface DeliveryDeps {
  /** The last run; throws where there is none. */
  run(): CaseRun;
  hasher: Hasher;
  writer(): Promise<WorkbookWriter>;
}

type Arg<K extends keyof DeliveryCalls> = Parameters<DeliveryCalls[K]>[0];

/** What leaves the house, made from the last run: returned files and the set to sign. */
export class AnswerDelivery {
  private kept: { run: CaseRun; notices: ReturnNotice[]; folders: string[] } | null = null;

  constructor(private readonly deps: DeliveryDeps) {}

  async notices(): Promise<NoticesView> {
    const run = this.deps.run();
    return { rows: this.all().notices.map((n) => rowOf(n, run)), defaults: letterDefaults(run.register) };
  }

  async notice({ key, letter }: Arg<'notice'>): Promise<NoticeView | null> {
    const found = this.find(key, letter);
    if (!found) return null;
    const { notice } = found;
    return {
      letter: notice.letter,
      text: letterText(notice.letter),
      message: notice.message,
      items: [...notice.errors, ...notice.questions],
    };
  }

  async returnSet(
    { key, letter, sources }: Arg<'returnSet'>,
    { annotator, documents }: DeliveryTools,
  ): Promise<ReturnSet> {
    const found = this.find(key, letter);
    if (!found) throw new Error(`Nothing goes back to "${key}"`);
    const given = new Map(sources.map((s) => [s.file, s]));
    const changed = await this.changed(
      found.notice.files.map((f) => f.file),
      given,
    );
    if (changed.length > 0) return { ok: false, changed };
    const source = async (file: string): Promise<SourceFile> => given.get(file) ?? { file, bytes: new Uint8Array() };
    return { ok: true, ...(await makeReturn(found.notice, found.folder, { annotator, documents, source })) };
  }

  async signStart(): Promise<SignStart> {
    const run = this.deps.run();
    const set = signSet(run, {});
    const { superior, place } = letterDefaults(run.register);
    return {
      defaults: { numerals: 'roman', ...(superior ? { issuer: superior } : {}), ...(place ? { place } : {}) },
      settings: run.state.settings,
      notes: signNotes(run),
      blocked: set.ok ? null : set.reason,
    };
  }

  async signPreview(options: Arg<'signPreview'>): Promise<SignPreview> {
    const set = signSet(this.deps.run(), options);
    return { sheets: set.ok ? set.plan.sheets.map(previewSheet) : [], styles: STYLES };
  }

  async sign({ kind, options }: Arg<'sign'>, { documents }: Pick<DeliveryTools, 'documents'>): Promise<SignedFile> {
    const run = this.deps.run();
    const set = signSet(run, options);
    if (!set.ok) return set;
    const bytes =
      kind === 'docx' ? await documents.writeAppendices(set.plan) : await (await this.deps.writer()).write(set.plan);
    return { ok: true, name: `${signedName(run.period)}.${kind}`, bytes };
  }

  /** Files that are not, byte for byte, what was read, or that were not given. */
  private async changed(files: readonly string[], given: ReadonlyMap<string, SourceFile>): Promise<string[]> {
    const hashes = new Map(this.deps.run().files.map((f) => [f.file, f.sha256]));
    const changed: string[] = [];
    for (const file of files) {
      const hash = hashes.get(file);
      if (hash === NO_HASH) continue;
      const source = given.get(file);
      if (!source || (await this.deps.hasher.sha256(source.bytes)) !== hash) changed.push(file);
    }
    return changed;
  }

  private find(key: string, letter: NoticeOptions): { notice: ReturnNotice; folder: string } | null {
    const { notices, folders } = this.all();
    const i = notices.findIndex((n) => keyOf(n) === key);
    const notice = notices[i];
    if (!notice) return null;
    const { about } = notice;
    return {
      notice: {
        ...notice,
        options: letter,
        letter: noticeLetter(about, letter),
        message: noticeMessage(about, letter),
      },
      folder: folders[i]!,
    };
  }

  /** Everybody with something to mend or to explain, worked out once per run. */
  private all(): { notices: ReturnNotice[]; folders: string[] } {
    const run = this.deps.run();
    if (this.kept?.run !== run) {
      const notices = returnNotices(run, { questions: true });
      this.kept = { run, notices, folders: returnFolders(notices) };
    }
    return this.kept!;
  }
}

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
