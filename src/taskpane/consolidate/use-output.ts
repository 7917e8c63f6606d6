import { useMemo, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { HostFailure, OpenWorkbook } from '../../app/ports';
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

/** Writing the result into the open workbook, or handing it over as a file. */
export function useOutput(
  engine: Engine,
  workbook: OpenWorkbook | null,
  period: string | null,
  wrote: (kept: { caseKept: boolean }) => void,
  failed: (error: unknown) => void,
): Output {
  const t = useStrings();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<HostFailure | null>(null);
  return useMemo(() => {
    const during = async (work: () => Promise<void>): Promise<void> => {
      setDone(null);
      setFailure(null);
      setBusy(t.dryRun.preparing);
      try {
        await work();
      } catch (error) {
        failed(error);
      }
      setBusy(null);
    };
    const name = `${t.dryRun.fileName}${period ? ` - ${period}` : ''}`.replace(/[\\/:*?"<>|]/g, '-');
    return {
      busy,
      done,
      failure,
      write: (overwriteEdited = false) =>
        during(async () => {
          if (!workbook) return;
          const plan = await engine.plan();
          const result = await workbook.write(plan, t.dryRun.undoTitle, {
            overwriteEdited,
            progress: (n, all) => setBusy(t.dryRun.writing(n, all)),
          });
          if (!result.ok) {
            setFailure(result);
            return;
          }
          const kept = await workbook.saveSources(result.value.write, await engine.results.evidence(null));
          if (!kept.ok) setFailure(kept);
          // Under the same name as in a workbook that the page or the command line wrote.
          const inBook = await workbook.save(CASE_ATTACHMENT, await engine.cases.save({ receivedOn: localDay() }));
          if (!inBook.ok) setFailure({ ...inBook, message: `${inBook.message} ${t.keeping.caseNotKept}` });
          setDone(t.dryRun.written(result.value.sheets.length));
          wrote({ caseKept: inBook.ok });
        }),
      download: () =>
        during(async () => {
          handOver(
            new Blob([(await engine.results.workbook(null)) as Uint8Array<ArrayBuffer>], { type: XLSX }),
            `${name}.xlsx`,
          );
          setDone(t.dryRun.downloaded);
        }),
      downloadReport: () =>
        during(async () => {
          handOver(new Blob([await engine.results.report(null)], { type: 'application/json' }), `${name}.json`);
        }),
      clear: () => {
        setDone(null);
        setFailure(null);
      },
    };
  }, [engine, workbook, period, wrote, failed, t, busy, done, failure]);
}
