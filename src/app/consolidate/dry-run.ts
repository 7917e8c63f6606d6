import { sendersOf } from '../../core/model/sender-of';
import type { Finding } from '../../core/model/finding';
import type { ReceivedFile } from '../../core/model/submission';
import type { RunResult } from './run-options';

/** What would be written, before anything is: every file is in exactly one of the five counts. */
export interface DryRun {
  files: number;
  /** Read; no error and no warning that was not accepted. */
  clean: number;
  /** Read; warnings, no error. */
  warned: number;
  /** Read; at least one error. */
  wrong: number;
  /** Could not be read. */
  unread: number;
  /** Read, but there is no appendix in it. */
  ignored: number;
  /** Agencies of the register from which nothing came. */
  missing: { code: string; name: string }[];
  senders: number;
  /** Null where the result may be written. */
  blocked: 'proof' | 'nothing' | null;
}

export type FileState = 'clean' | 'warned' | 'wrong' | 'unread' | 'ignored';

/** In which of the five counts a file is. */
export function fileState(
  file: Pick<ReceivedFile, 'status'>,
  own: readonly Pick<Finding, 'severity' | 'accepted'>[],
): FileState {
  if (file.status === 'rejected') return 'unread';
  if (file.status === 'ignored') return 'ignored';
  if (own.some((f) => f.severity === 'error' && !f.accepted)) return 'wrong';
  return own.some((f) => f.severity === 'warning' && !f.accepted) ? 'warned' : 'clean';
}

/** Counts of a run for the officer to agree to: "28 tệp: 24 sạch, 3 có lỗi, 1 không đọc được; thiếu 2 đơn vị". */
export function dryRun(run: RunResult, expected: readonly { code: string; name: string }[]): DryRun {
  const byFile = new Map<string, Finding[]>();
  for (const f of run.findings) {
    if (f.file === null) continue;
    const list = byFile.get(f.file);
    if (list) list.push(f);
    else byFile.set(f.file, [f]);
  }
  const count: Record<FileState, number> = { clean: 0, warned: 0, wrong: 0, unread: 0, ignored: 0 };
  for (const file of run.files) count[fileState(file, byFile.get(file.file) ?? [])] += 1;
  const sent = new Set(run.files.flatMap((f) => sendersOf(f).map((a) => a.code)));
  const { proof, tables, submissions } = run.consolidation;
  return {
    files: run.files.length,
    ...count,
    missing: expected.filter((a) => !sent.has(a.code)).map(({ code, name }) => ({ code, name })),
    senders: submissions.length,
    blocked: !proof.closes ? 'proof' : tables.length === 0 ? 'nothing' : null,
  };
}
