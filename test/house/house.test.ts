import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** Runs the house's rules on a copy of the sources with one file added or changed. */
function houseSays(file: string, text: string): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'nha-'));
  try {
    cpSync(path.join(ROOT, 'src'), path.join(copy, 'src'), { recursive: true });
    mkdirSync(path.join(copy, 'scripts'));
    cpSync(path.join(ROOT, 'scripts/house.ts'), path.join(copy, 'scripts/house.ts'));
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
    writeFileSync(path.join(copy, 'src', file), text);
    const run = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'scripts/house.ts'], {
      cwd: copy,
      encoding: 'utf8',
    });
    return run.status === 0 ? '' : run.stderr;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

describe('the import rules', () => {
  test('hold, and name file, line and what to do instead where they are broken', () => {
    expect(houseSays('core/model/x.ts', 'export const x = 1;\n')).toBe('');
    const stage = houseSays(
      'core/recognise/x.ts',
      "import { validate } from '../validate/run';\nexport const x = validate;\n",
    );
    expect(stage).toContain('src/core/recognise/x.ts:1');
    expect(stage).toContain('app nối các công đoạn');
    expect(houseSays('core/text/x.ts', "import fs from 'node:fs';\nexport const x = fs;\n")).toContain('"node:fs"');
    expect(houseSays('core/model/x.ts', "import { y } from './y';\nexport const x = y;\n").includes('Vòng lặp')).toBe(
      false,
    );
  }, 60_000);
});
