import fc from 'fast-check';
import type { ReadResult } from '../../src/app/ports';
import { createReader } from '../../src/files/readers/read-workbook';

/**
 * Files made to hurt: each must end (the runner ends what hangs), in little memory,
 * with a result and never with a throw.
 */
export async function outcome(bytes: Uint8Array): Promise<string> {
  const before = process.memoryUsage();
  const result = await createReader().read({ file: 'a', bytes });
  const after = process.memoryUsage();
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(400 * 1024 * 1024);
  if (result.ok) return 'read';
  expect(result.message).not.toMatch(/mã lỗi/);
  expect(result.message).toMatch(/đề nghị/);
  return result.rule;
}

/** Every changed or cut copy of `bytes` gives a result; `check` looks at those that were read. */
export async function survivesDamage(
  bytes: Uint8Array,
  runs: number,
  check: (result: ReadResult & { ok: true }) => void = () => undefined,
): Promise<void> {
  const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  const cut = fc.oneof(
    { weight: 4, arbitrary: fc.constant(bytes.length) },
    { weight: 1, arbitrary: fc.nat(bytes.length) },
  );
  await fc.assert(
    fc.asyncProperty(flips, cut, async (list, length) => {
      const damaged = bytes.slice(0, length);
      for (const [at, mask] of list) if (at < length) damaged[at]! ^= mask;
      const result = await createReader().read({ file: 'a', bytes: damaged });
      if (result.ok) check(result);
      else {
        expect(result.message).not.toMatch(/mã lỗi/);
        expect(result.message).toMatch(/đề nghị/);
      }
    }),
    { seed: 20201214, numRuns: runs },
  );
}
