import { matchAgency } from '../src/core/agencies/match-agency';
import type { Clue } from '../src/core/agencies/clue';
import { makeProvince } from '../test/support/make-province';

/** Goal of the project, milliseconds a sender. */
export const MATCHING_GOAL = 3;

/** Median milliseconds to name one sender by file name, letterhead and title in a register of 190 agencies. */
export function benchMatching(rounds = 9): number {
  const { register, files } = makeProvince(2026);
  const nameOf = new Map(register.agencies.map((a) => [a.code, a.name]));
  const clues = files.map(({ file, code }): Clue[] => [
    { kind: 'file-name', text: file },
    { kind: 'letterhead', text: `UBND TỈNH KHÁNH HÒA\n${nameOf.get(code)!.toUpperCase()}` },
    { kind: 'title', text: 'THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC' },
  ]);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const c of clues) matchAgency(register, c, '2026-12-14');
    return (performance.now() - start) / clues.length;
  });
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}
