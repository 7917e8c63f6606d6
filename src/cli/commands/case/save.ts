import { stat } from 'node:fs/promises';
import { newCase } from '../../../app/case/new-case';
import { takeDown } from '../../../app/case/take-down';
import type { CliDeps } from '../../deps';
import { loadCase } from '../../load-case';
import { command } from '../../table/command';
import { DONE, wrong, type Outcome } from '../../table/outcome';
import { isoDay, PATHS, RUN_OPTIONS } from '../../table/shared-options';
import type { OptionSpec } from '../../table/specs';
import { writeCase } from '../../write-case';
import { KEPT_CASE, openCase, type OpenCase } from './open-case';

const OPTIONS = {
  ...RUN_OPTIONS,
  'received-on': {
    kind: 'text',
    value: '2020-12-15',
    help: 'ngày nhận các tệp mới',
    check: isoDay('received-on'),
  },
} as const satisfies Record<string, OptionSpec>;

/** Starts a case; never over one that is there. */
export const caseNew = command({
  name: 'case new',
  summary: 'Lập hồ sơ của một đợt từ các tệp nhận được.',
  words: [KEPT_CASE, PATHS],
  options: OPTIONS,
  async run({ words: [file = '', ...paths], options }, deps) {
    const there = await stat(file).then(
      () => true,
      () => false,
    );
    if (there) return wrong(`Hồ sơ ${file} đã có; không ghi đè.`);
    const opened = await openCase(newCase(), paths, options, deps);
    return opened.ok ? save({ file, known: null }, opened, options['received-on'], deps) : opened;
  },
});

/** Takes down what has come since. */
export const caseSave = command({
  name: 'case save',
  summary: 'Ghi các tệp mới đến vào hồ sơ.',
  words: [KEPT_CASE, PATHS],
  options: OPTIONS,
  async run({ words: [file = '', ...paths], options }, deps) {
    const loaded = await loadCase(file, deps);
    if (!loaded.ok) return loaded;
    const opened = await openCase(loaded.state, paths, options, deps);
    return opened.ok ? save({ file, known: loaded.text }, opened, options['received-on'], deps) : opened;
  },
});

async function save(
  { file, known }: { file: string; known: string | null },
  { run, all }: OpenCase,
  receivedOn: string | null,
  deps: CliDeps,
): Promise<Outcome> {
  const saved = takeDown(run.state, run, { sizes: all.sizes, receivedOn });
  const failed = await writeCase(file, saved, known);
  if (failed) return failed;
  // Once saved, the new content is what the case knows: this is the last time that the change is told.
  for (const f of run.findings) if (f.rule === 'source-changed') deps.complain(`Lưu ý: ${f.message}`);
  deps.say(`Đã ghi hồ sơ ${file}: ${saved.files.length} tệp, ${saved.journal.length} dòng nhật ký.`);
  return DONE;
}
