import { decide } from '../../../app/case/decide';
import type { DecisionRequest } from '../../../app/case/decision';
import { findingId } from '../../../app/case/resolve-finding';
import type { CaseRun } from '../../../app/case/run-case';
import { JOURNAL_WORDS } from '../../../core/text/journal-words';
import { loadCase } from '../../load-case';
import { command, type Command } from '../../table/command';
import { DONE, nothing, type Failure } from '../../table/outcome';
import { PATHS, RUN_OPTIONS } from '../../table/shared-options';
import type { OptionSpec, Values } from '../../table/specs';
import { writeCase } from '../../write-case';
import { KEPT_CASE, openCase } from './open-case';

const WHO = {
  by: { kind: 'text', value: '"Họ tên"', help: 'người quyết định', required: true },
  reason: { kind: 'text', value: '"Lý do"', help: 'lý do', required: true },
  at: { kind: 'text', value: '2020-12-16T02:30:00Z', help: 'thời điểm; không ghi thì là lúc này' },
} as const satisfies Record<string, OptionSpec>;

/** A decision on a case: what it is called, what it needs, and what it asks of the case. */
export interface DecisionSpec<O extends Record<string, OptionSpec>> {
  verb: string;
  summary: string;
  options: O;
  /** Decisions on rules and on the journal need no files. */
  withoutFiles?: boolean;
  request(options: Values<O>, run: CaseRun): DecisionRequest | Failure;
}

/** The command that takes a decision down in the journal, with its name and reason. */
export function decisionCommand<const O extends Record<string, OptionSpec>>(spec: DecisionSpec<O>): Command {
  const own: Record<string, OptionSpec> = spec.options;
  return command({
    name: `case ${spec.verb}`,
    summary: spec.summary,
    about: ['Mã thoát 3 nếu quyết định không thực hiện được.'],
    words: [KEPT_CASE, { ...PATHS, ...(spec.withoutFiles ? { optional: true } : {}) }],
    options: { ...own, ...WHO, ...RUN_OPTIONS },
    async run({ words: [file = '', ...paths], options }, deps) {
      const loaded = await loadCase(file, deps);
      if (!loaded.ok) return loaded;
      const opened = await openCase(loaded.state, paths, options, deps);
      if (!opened.ok) return opened;
      const { run } = opened;
      // The options of the decision are among those that were read.
      const request = spec.request(options as unknown as Values<O>, run);
      if ('ok' in request) return request;
      const { by, reason, at } = options;
      const decided = decide(run, request, { by, reason, at: at ?? deps.now() });
      if (!decided.ok)
        return nothing(
          decided.message,
          (decided.blocking ?? []).map((f) => `  ${findingId(run.keys[run.findings.indexOf(f)] ?? '')}  ${f.message}`),
        );
      const failed = await writeCase(file, decided.state, loaded.text);
      if (failed) return failed;
      for (const e of decided.entries) deps.say(`Đã ghi nhật ký số ${e.id} – ${JOURNAL_WORDS[e.kind]}: ${e.about}`);
      return DONE;
    },
  });
}
