import type { CaseRun } from '../../../app/case/run-case';
import { wrong, type Failure } from '../../table/outcome';

/** An agency by code, in whatever case, or by full name. */
export function agencyNamed({ register, consolidation, files }: CaseRun, name: string): Failure | string {
  const plain = name.normalize('NFC').trim().toLowerCase();
  const known = [
    ...(register?.agencies ?? []),
    ...consolidation.submissions.map((s) => ({ code: s.key, name: s.name })),
  ];
  const found = known.find((a) => a.code.toLowerCase() === plain) ?? known.find((a) => a.name.toLowerCase() === plain);
  if (found) return found.code;
  // Without a register or files there is nothing to hold the code against.
  if (!register && files.length === 0 && plain !== '') return name.normalize('NFC');
  return wrong(
    `Không có đơn vị "${name}" trong danh mục và trong các tệp đã đọc; mã đơn vị xem ở cột đầu của phuluc board.`,
  );
}

/**
 * As named in the run; else with the folder given before it ("nhan/STP.xlsx"), or without its own ("STP.xlsx" in "lan
 * 2") where only one is called so.
 */
export function fileNamed({ files }: CaseRun, name: string): string {
  const plain = name.normalize('NFC').replace(/\\/g, '/');
  const named = (is: (file: string) => boolean): string | undefined => {
    const [only, ...more] = files.filter((f) => is(f.file.normalize('NFC')));
    return more.length === 0 ? only?.file : undefined;
  };
  return (
    named((f) => f === plain) ?? named((f) => plain.endsWith(`/${f}`)) ?? named((f) => f.endsWith(`/${plain}`)) ?? plain
  );
}
