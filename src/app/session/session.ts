import type { Confirmations } from '../../core/agencies/confirmations';
import { parseRegister } from '../../core/agencies/parse-register';
import type { Register } from '../../core/agencies/register-schema';
import type { CaseState } from '../../core/model/case';
import type { Finding } from '../../core/model/finding';
import { failure, type Outcome } from '../../core/model/outcome';
import type { OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import { templateById, templates } from '../../core/templates/registry';
import { readPeriod } from '../../core/text/period';
import { ruleList } from '../../core/validate/rule-list';
import { boardOf } from '../case/board';
import { reminderList } from '../case/board-lists';
import { canonicalJson } from '../case/canonical-json';
import { planCase } from '../case/case-plan';
import { caseView } from '../case/case-view';
import type { DecisionRequest } from '../case/decision';
import { decideAll } from '../case/decide-all';
import { newCase } from '../case/new-case';
import { parseCase } from '../case/parse-case';
import { runCase, type CaseRun } from '../case/run-case';
import { takeDown } from '../case/take-down';
import { versionEffect } from '../case/version-effect';
import { compareWithEarlier } from '../compare/compare-earlier';
import { readEarlier } from '../compare/earlier';
import { blankForm } from '../results/blank-form';
import { checkGrids } from '../receive/check-grids';
import { commonPeriod } from '../receive/common-period';
import { dryRun } from '../consolidate/dry-run';
import type { EngineCalls, EngineSettings, RunView, SettingsInfo } from '../calls/engine-calls';
import type { FigureKey } from '../results/trace-view';
import type { Counts } from '../results/file-view';
import type { FileView } from '../results/file-view';
import { makeEvidence, readEvidence } from '../results/evidence';
import { fileView, nameOf } from '../results/file-view';
import { AnswerDelivery } from './answer-delivery';
import { makeReport } from '../results/make-report';
import { expectedAgencies } from '../consolidate/missing-senders';
import { NO_HASH } from '../receive/no-hash';
import type { SourceFile, UnreadFile, WorkbookWriter } from '../ports';
import { receiveFile, type ReceiveDeps, type ReceiveOptions } from '../receive/receive-file';
import { resultTable } from '../results/result-table';
import type { RunOptions } from '../consolidate/run-options';
import { shortName } from '../../core/templates/form-name';
import { answerReview } from './answer-review';
import { readConfirmations } from '../agencies/sender-views';
import { traceView } from '../results/trace-view';

/** Cells per message: unpacking 5,000 takes a page about 5 ms. */
const PORTION = 5_000;

export interface SessionDeps extends ReceiveDeps {
  writer(): Promise<WorkbookWriter>;
  /** Registers that ship with the program, by id, as parsed JSON. */
  registers: Record<string, () => Promise<unknown>>;
  /** The text that a result workbook keeps under a name; absent: workbooks are not looked into. */
  attachment?(bytes: Uint8Array, name: string): string | null;
}

/**
 * One officer's work from files to result, kept in one place: what the worker runs, and the page where there is no
 * worker.
 */
export class Session implements EngineCalls {
  private readonly received = new Map<string, ReceivedFile>();
  private register: Register | null = null;
  private period: Period | null = null;
  private confirmations: Confirmations | null = null;
  private kept: ReturnType<typeof readEvidence> = null;
  private state = newCase();
  private last: { run: CaseRun; plan: OutputPlan | null } | null = null;

  /** What can be looked at before something is decided. */
  readonly review = answerReview({
    run: () => this.lastRun(),
    state: () => this.state,
    received: () => [...this.received.values()],
    options: () => this.runOptions(),
    register: () => this.register,
    reader: () => this.deps.reader,
    attachment: (bytes, name) => this.deps.attachment?.(bytes, name) ?? null,
  });

  /** What leaves the house: returned files and the set to sign. */
  readonly delivery: AnswerDelivery;

  constructor(private readonly deps: SessionDeps) {
    this.delivery = new AnswerDelivery({ run: () => this.lastRun(), hasher: deps.hasher, writer: () => deps.writer() });
  }

  async facts(): ReturnType<EngineCalls['facts']> {
    return { forms: templates().map((t) => ({ id: t.id, short: shortName(t), name: t.name })), rules: ruleList() };
  }

  async settle({ register, period, confirmations }: EngineSettings): Promise<SettingsInfo> {
    const wrong: SettingsInfo['wrong'] = [];
    const chosen = await this.loadRegister(register);
    if (!chosen.ok) wrong.push({ field: 'register', message: chosen.message });
    this.register = chosen.ok ? chosen.register : null;
    this.period = period.trim() === '' ? null : readPeriod(period);
    if (period.trim() !== '' && !this.period) {
      wrong.push({
        field: 'period',
        message: `Không hiểu kỳ báo cáo “${period}”. Ví dụ: 2020, Quý III/2020, 6 tháng đầu năm 2020.`,
      });
    }
    const confirmed = readConfirmations(confirmations ?? '');
    if (!confirmed.ok) wrong.push({ field: 'confirmations', message: confirmed.message });
    this.confirmations = confirmed.ok ? confirmed.confirmations : null;
    this.last = null;
    const info = this.register
      ? {
          province: this.register.province.name,
          agencies: expectedAgencies({ register: this.register, period: this.period }).length,
        }
      : null;
    return { register: info, period: this.period, confirmations: this.confirmations?.confirmations.length ?? 0, wrong };
  }

  async receive(source: SourceFile): Promise<{ view: FileView; received: ReceivedFile }> {
    return this.keep(await receiveFile(source, this.deps, this.options()));
  }

  /** A file that never came to be read. */
  async refuse(source: SourceFile, refusal: UnreadFile): Promise<{ view: FileView; received: ReceivedFile }> {
    const hasher = source.bytes.length > 0 ? this.deps.hasher : { sha256: async () => NO_HASH };
    return this.keep(await receiveFile(source, { hasher, reader: { read: async () => refusal } }, this.options()));
  }

  /** Takes back what an earlier session had received. */
  restore(files: readonly ReceivedFile[]): void {
    for (const file of files) this.received.set(file.file, file);
    this.last = null;
  }

  async forget(files: readonly string[] | 'all'): Promise<null> {
    if (files === 'all') this.received.clear();
    else {
      for (const file of files) this.received.delete(file);
      // Whoever takes a file off the list need not be told that it is gone.
      this.state = { ...this.state, files: this.state.files.filter((f) => !files.includes(f.file)) };
    }
    this.last = null;
    return null;
  }

  async run(): Promise<RunView> {
    const files = [...this.received.values()];
    const { period } = this.runOptions();
    const run = runCase(files, this.runOptions(), this.state);
    this.last = { run, plan: null };
    const replaced = new Set(run.consolidation.submissions.flatMap((s) => s.replaced.map((r) => r.appendix.id)));
    const counts = countByFile(run.findings);
    return {
      files: run.files.map((f) => fileView(f, counts.get(f.file) ?? { error: 0, warning: 0, info: 0 }, replaced)),
      findings: run.findings,
      dryRun: dryRun(run, expectedAgencies({ register: this.register, period })),
      tables: run.consolidation.tables.map((t) => ({
        template: t.template,
        short: nameOf(t.template),
        name: templateById(t.template)?.name ?? '',
        senders: t.from.length,
        rows: t.rows.length,
      })),
      proof: run.consolidation.proof,
      tableLines: run.consolidation.tableLines ?? [],
      narrative: run.files.flatMap((f) =>
        f.narrative && f.narrative.withFigures > 0 ? [{ file: f.file, withFigures: f.narrative.withFigures }] : [],
      ),
      period,
      case: caseView(run),
    };
  }

  async table(template: string): ReturnType<EngineCalls['table']> {
    const sheet = this.plan().sheets.find((s) => s.role === 'appendix' && s.template === template);
    return sheet ? resultTable(sheet, nameOf(template), templateById(template)?.title ?? '') : null;
  }

  async trace({ written, ...figure }: FigureKey & { written?: boolean }): ReturnType<EngineCalls['trace']> {
    if (written && this.kept) return this.kept(figure);
    const template = templateById(figure.template);
    if (!this.last || !template) return this.kept?.(figure) ?? null;
    return traceView(this.last.run.consolidation, template, figure);
  }

  async evidence(): Promise<string> {
    return makeEvidence(this.lastRun().consolidation);
  }

  async adopt(evidence: string): Promise<null> {
    this.kept = readEvidence(evidence);
    return null;
  }

  async blank(template: string): ReturnType<EngineCalls['blank']> {
    const form = templateById(template);
    return form ? blankForm(form, this.period) : null;
  }

  async planHead(): ReturnType<EngineCalls['planHead']> {
    const plan = this.plan();
    return { ...plan, sheets: plan.sheets.map((s) => ({ ...s, cells: [] })) };
  }

  async planCells({ sheet, from }: Parameters<EngineCalls['planCells']>[0]): ReturnType<EngineCalls['planCells']> {
    return this.plan().sheets[sheet]?.cells.slice(from, from + PORTION) ?? [];
  }

  async workbook(): Promise<Uint8Array> {
    const plan = this.plan();
    return (await this.deps.writer()).write(plan);
  }

  async report(): Promise<string> {
    return JSON.stringify(makeReport(this.lastRun()), null, 2);
  }

  async check({ name, grids }: Parameters<EngineCalls['check']>[0]): ReturnType<EngineCalls['check']> {
    return checkGrids(name, grids, this.options());
  }

  async openCase(text: string | null): ReturnType<EngineCalls['openCase']> {
    const parsed = text === null ? { ok: true as const, state: newCase(), migrated: [] } : parseCase(text);
    if (!parsed.ok) return parsed;
    this.take(parsed.state);
    return { ok: true, text: canonicalJson(parsed.state), migrated: parsed.migrated, settings: parsed.state.settings };
  }

  async saveCase({ receivedOn }: Parameters<EngineCalls['saveCase']>[0]): Promise<string> {
    const run = this.lastRun();
    this.state = takeDown(this.state, run, { receivedOn });
    // What was found stays as it is: writing files down decides nothing.
    this.last = { run: { ...run, state: this.state }, plan: null };
    return canonicalJson(this.state);
  }

  async settleCase(settings: Parameters<EngineCalls['settleCase']>[0]): Promise<string> {
    this.state = { ...this.state, settings };
    // How the result is drawn changes, not what was found.
    if (this.last) this.last = { run: { ...this.last.run, state: this.state }, plan: null };
    return canonicalJson(this.state);
  }

  async decide({ request, who }: Parameters<EngineCalls['decide']>[0]): ReturnType<EngineCalls['decide']> {
    const decided = decideAll(this.lastRun(), Array.isArray(request) ? request : [request as DecisionRequest], who);
    if (!decided.ok) return decided;
    this.take(decided.state);
    return { ok: true, text: canonicalJson(decided.state) };
  }

  async board({ today }: Parameters<EngineCalls['board']>[0]): ReturnType<EngineCalls['board']> {
    const board = boardOf(this.lastRun(), today);
    return { board, reminder: reminderList(board) };
  }

  async versionEffect({
    file,
    template,
  }: Parameters<EngineCalls['versionEffect']>[0]): ReturnType<EngineCalls['versionEffect']> {
    return versionEffect(this.lastRun(), [...this.received.values()], this.runOptions(), file, template);
  }

  async compare(earlier: string | null): ReturnType<EngineCalls['compare']> {
    if (earlier === null) return { ok: true, ...compareWithEarlier(this.lastRun(), null) };
    const read = readEarlier(earlier);
    return read.ok ? { ok: true, ...compareWithEarlier(this.lastRun(), read.earlier) } : read;
  }

  private take(state: CaseState): void {
    this.state = state;
    this.last = null;
  }

  private runOptions(): RunOptions {
    const period = this.period ?? this.state.period ?? commonPeriod([...this.received.values()]);
    return { templates: templates(), register: this.register, period };
  }

  /** The result is drawn only where the proof closes (design §1). */
  private plan(): OutputPlan {
    const run = this.lastRun();
    if (!run.consolidation.proof.closes) throw new Error('The proof does not close, so there is no result to draw');
    this.last!.plan ??= planCase(run);
    return this.last!.plan;
  }

  private lastRun(): CaseRun {
    if (!this.last) throw new Error('There has been no run since the files changed');
    return this.last.run;
  }

  private options(): ReceiveOptions {
    return { templates: templates(), register: this.register, period: this.period, confirmations: this.confirmations };
  }

  private keep(received: ReceivedFile): { view: FileView; received: ReceivedFile } {
    this.received.set(received.file, received);
    this.last = null;
    return { view: fileView(received), received };
  }

  private async loadRegister(choice: EngineSettings['register']): Promise<Outcome<{ register: Register | null }>> {
    if (choice.kind === 'none') return { ok: true, register: null };
    let json: unknown;
    try {
      json = choice.kind === 'own' ? JSON.parse(choice.json) : await this.deps.registers[choice.id]?.();
    } catch {
      return failure('Tệp danh mục không phải là JSON đọc được.');
    }
    return parseRegister(json);
  }
}

function countByFile(findings: readonly Finding[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const f of findings) {
    if (f.file === null) continue;
    const c = counts.get(f.file) ?? { error: 0, warning: 0, info: 0 };
    c[f.severity] += 1;
    counts.set(f.file, c);
  }
  return counts;
}
