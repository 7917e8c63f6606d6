import type { Confirmations } from '../../core/agencies/confirmations';
import type { Register } from '../../core/agencies/register-schema';
import type { CaseState } from '../../core/model/case';
import type { OutputPlan } from '../../core/model/output-plan';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import { templates } from '../../core/templates/registry';
import { canonicalJson } from '../case/canonical-json';
import { planCase } from '../case/case-plan';
import { newCase } from '../case/new-case';
import { runCase, type CaseRun } from '../case/run-case';
import type { RunOptions } from '../consolidate/run-options';
import type { ReceiveOptions } from '../receive/receive-file';
import { workPeriod } from './work-period';

/** What a session has in hand: settings, received files, the case and the last run. The groups of calls share it. */
export class SessionState {
  register: Register | null = null;
  /** As set by the officer; null: the period of the case, else of the files. */
  period: Period | null = null;
  confirmations: Confirmations | null = null;
  private readonly files = new Map<string, ReceivedFile>();
  private case = newCase();
  private last: { run: CaseRun; plan: OutputPlan | null } | null = null;
  private written: { state: CaseState; text: string } | null = null;

  get caseState(): CaseState {
    return this.case;
  }

  /** Received files in the order of their coming. */
  received(): ReceivedFile[] {
    return [...this.files.values()];
  }

  keep(files: readonly ReceivedFile[]): void {
    for (const file of files) this.files.set(file.file, file);
    this.last = null;
  }

  /** Takes files off the list. The case forgets them too, so that it does not tell them as missing. */
  forget(files: readonly string[] | 'all'): void {
    if (files === 'all') this.files.clear();
    else {
      for (const file of files) this.files.delete(file);
      if (this.case.files.some((f) => files.includes(f.file)))
        this.case = { ...this.case, files: this.case.files.filter((f) => !files.includes(f.file)) };
    }
    this.last = null;
  }

  /** What was set has changed, so the last run no longer holds. */
  settled(): void {
    this.last = null;
  }

  /** Another case, or the case with more decisions: the run has to be made anew. */
  takeCase(state: CaseState): void {
    this.case = state;
    this.last = null;
  }

  /** The case with other settings or with its files written down: what was found holds, the plan is made anew. */
  amendCase(state: CaseState): void {
    this.case = state;
    if (this.last) this.last = { run: { ...this.last.run, state }, plan: null };
  }

  /** The case as text; made once for each state of it. */
  caseText(): string {
    if (this.written?.state !== this.case) this.written = { state: this.case, text: canonicalJson(this.case) };
    return this.written.text;
  }

  receiveOptions(): ReceiveOptions {
    return { templates: templates(), register: this.register, period: this.period, confirmations: this.confirmations };
  }

  runOptions(): RunOptions {
    const period = workPeriod(this.period, this.case, this.received());
    return { templates: templates(), register: this.register, period };
  }

  run(): CaseRun {
    const run = runCase(this.received(), this.runOptions(), this.case);
    this.last = { run, plan: null };
    return run;
  }

  /** Throws where there has been no run since something changed. */
  lastRun(): CaseRun {
    if (!this.last) throw new Error('There has been no run since the files changed');
    return this.last.run;
  }

  hasRun(): boolean {
    return this.last !== null;
  }

  /** The result of the last run as sheets, made once. Throws where the proof does not close (design §1). */
  plan(): OutputPlan {
    const run = this.lastRun();
    if (!run.consolidation.proof.closes) throw new Error('The proof does not close, so there is no result to draw');
    const last = this.last ?? { run, plan: null };
    return (last.plan ??= planCase(run));
  }
}
