import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mutated } from './mutate';
import { FUZZ_FORMATS } from './seeds';
import { tryFile } from './try-file';

/** Changed files per format in the short run; `npm run fuzz` does thousands. */
const SHORT = 12;
const SEED = 20_261_121;
const CORPUS = path.join(__dirname, 'corpus');

describe.each(FUZZ_FORMATS)('%s', (format) => {
  test('changed files come to a result, and what is read of them closes its proof', async () => {
    for (let index = 0; index < SHORT; index++) {
      const { problem } = await tryFile(mutated(format, SEED, index));
      if (problem !== null) throw new Error(`${format} #${index}: ${problem}`);
    }
  });

  const folder = path.join(CORPUS, format);
  const kept = existsSync(folder) ? readdirSync(folder).sort() : [];
  if (kept.length > 0) {
    test.each(kept)('what once failed: %s', async (name) => {
      expect(await tryFile(new Uint8Array(readFileSync(path.join(folder, name))))).toMatchObject({ problem: null });
    });
  }
});

test('the same seed makes the same file', () => {
  for (const format of FUZZ_FORMATS) expect(Buffer.compare(mutated(format, 5, 3), mutated(format, 5, 3))).toBe(0);
});
