import { useCallback, useMemo, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { HostFailure, OpenWorkbook } from '../../app/ports';
import { textOf } from '../shared/failures';
import { handOver } from '../shared/hand-over';
import { CASE_ATTACHMENT } from '../../core/model/case';
import { localDay } from '../shared/days';
import { useStrings } from '../strings/use-strings';

export interface Output {
  busy: string | null;
  done: string | null;
  failure: HostFailure | null;
  write(overwriteEdited?: boolean): Promise<void>;
  download(): Promise<void>;
  downloadReport(): Promise<void>;
  clear(): void;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writing the result into the open workbook, or handing it over as a file. Nothing here rejects. */
export function useOutput(
  engine: Engine,
  workbook: OpenWorkbook | null,
  period: string | null,
  wrote: (kept: { caseKept: boolean }) => void,
): Output {
  const t = useStrings();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<HostFailure | null>(null);
  const clear = useCallback(() => {
    setDone(null);
    setFailure(null);
  }, []);
  /** What `work` throws is told in the words of `wordsOf`. */
  const during = useCallback(
    async (work: () => Promise<void>, wordsOf: (detail: string) => string) => {
      clear();
      setBusy(t.dryRun.preparing);
      try {
        await work();
      } catch (error) {
        setFailure({ ok: false, kind: 'other', message: wordsOf(textOf(error)) });
      }
      setBusy(null);
    },
    [clear, t],
  );
  const write = useCallback(
    (overwriteEdited = false) =>
      during(async () => {
        if (!workbook) return;
        const plan = await engine.plan();
        const progress = (n: number, all: number): void => setBusy(t.dryRun.writing(n, all));
        const result = await workbook.write(plan, t.dryRun.undoTitle, { overwriteEdited, progress });
        if (!result.ok) {
          setFailure(result);
          return;
        }
        // From here on the figures are in the workbook: what fails is told beside that.
        setDone(t.dryRun.written(result.value.sheets.length));
        const kept = await keepBeside(engine, workbook, result.value.write, t);
        if (kept.failure) setFailure(kept.failure);
        wrote({ caseKept: kept.caseKept });
      }, t.failures.notPlanned),
    [engine, workbook, wrote, during, t],
  );
  return useMemo(() => {
    const name = `${t.dryRun.fileName}${period ? ` - ${period}` : ''}`.replace(/[\\/:*?"<>|]/g, '-');
    return {
      ...{ busy, done, failure, write, clear },
      download: () =>
        during(async () => {
          const bytes = (await engine.results.workbook(null)) as Uint8Array<ArrayBuffer>;
          handOver(new Blob([bytes], { type: XLSX }), `${name}.xlsx`);
          setDone(t.dryRun.downloaded);
        }, t.failures.noDownload),
      downloadReport: () =>
        during(async () => {
          handOver(new Blob([await engine.results.report(null)], { type: 'application/json' }), `${name}.json`);
        }, t.failures.noDownload),
    };
  }, [engine, period, during, write, clear, t, busy, done, failure]);
}

/** Keeps the sources of the figures and the case with the workbook that was just written. */
async function keepBeside(
  engine: Engine,
  workbook: OpenWorkbook,
  write: string,
  t: ReturnType<typeof useStrings>,
): Promise<{ caseKept: boolean; failure: HostFailure | null }> {
  const told: string[] = [];
  try {
    const kept = await workbook.saveSources(write, await engine.results.evidence(null));
    if (!kept.ok) told.push(t.failures.sourcesNotKept(kept.message));
  } catch (error) {
    told.push(t.failures.sourcesNotKept(textOf(error)));
  }
  let caseKept = false;
  try {
    // Under the same name as in a workbook that the page or the command line wrote.
    const kept = await workbook.save(CASE_ATTACHMENT, await engine.cases.save({ receivedOn: localDay() }));
    caseKept = kept.ok;
    if (!kept.ok) told.push(`${kept.message} ${t.keeping.caseNotKept}`);
  } catch {
    told.push(t.keeping.caseNotKept);
  }
  return { caseKept, failure: told.length > 0 ? { ok: false, kind: 'other', message: told.join(' ') } : null };
}
