import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { change, check, shipped } from './shipped';

interface Pattern {
  from: string;
  transform?: (text: string) => string;
}

/** What webpack.config.js does with the manifest, from the config itself. */
function rewritten(origin: string): string {
  const before = process.env.PHULUC_ORIGIN;
  process.env.PHULUC_ORIGIN = origin;
  try {
    let text = '';
    jest.isolateModules(() => {
      const configs = jest.requireActual<() => { plugins?: { patterns?: Pattern[] }[] }[]>('../../webpack.config.js')();
      const pattern = configs
        .flatMap((c) => c.plugins ?? [])
        .flatMap((p) => p.patterns ?? [])
        .find((p) => p.from === 'manifest.xml');
      text = pattern?.transform?.(shipped) ?? '';
    });
    return text;
  } finally {
    if (before === undefined) delete process.env.PHULUC_ORIGIN;
    else process.env.PHULUC_ORIGIN = before;
  }
}

test.each([
  'https://phuluc.sonoivu.example.vn',
  'https://sonoivu.example.vn/tien-ich/phu-luc',
  'https://sonoivu.example.vn:8443/',
])('the manifest for %s is valid and leads nowhere else', (origin) => {
  const xml = rewritten(origin);
  expect(check(xml)).toEqual([]);
  expect(xml.split('\n').slice(4).join('\n')).not.toContain('localhost');
  expect(xml).toContain(`${origin.replace(/\/$/, '')}/taskpane.html`);
});

test('an address without https is refused after the rewrite too', () => {
  expect(new Set(check(rewritten('http://sonoivu.example.vn')).map((t) => t.code))).toContain('https');
});

test('an address of the developer left behind is found', () => {
  const xml = rewritten('https://sonoivu.example.vn').replace(
    'https://sonoivu.example.vn/assets/undo-16.png',
    'https://localhost:3000/assets/undo-16.png',
  );
  expect(check(xml)).toMatchObject([{ code: 'address-elsewhere' }]);
  const help = rewritten('https://sonoivu.example.vn').replace(
    'https://sonoivu.example.vn/assets/tro-giup.html',
    'https://localhost:3000/assets/tro-giup.html',
  );
  expect(check(help)).toMatchObject([{ code: 'address-elsewhere' }]);
});

test('support may be given elsewhere', () => {
  expect(
    check(change(/<SupportUrl DefaultValue="[^"]*"/, '<SupportUrl DefaultValue="https://cntt.example.vn/ho-tro"')),
  ).toEqual([]);
});

/** Runs the checker as npm run validate does, on a file of its own; Microsoft's reader takes part. */
function validate(xml: string): { code: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'phuluc-'));
  try {
    const file = path.join(folder, 'manifest.xml');
    writeFileSync(file, xml);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'scripts/manifest/main.ts', '--manifest', file],
      { cwd: path.resolve(__dirname, '../..'), encoding: 'utf8' },
    );
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('npm run validate passes a rewritten manifest', () => {
  const { code, said } = validate(rewritten('https://sonoivu.example.vn'));
  expect(said).not.toMatch(/lỗi|lưu ý/);
  expect(said).toMatch(/manifest\.xml: hợp lệ/);
  expect(code).toBe(0);
});

test('npm run validate names the line and fails', () => {
  const { code, said } = validate(change('<Version>1.0.0.0', '<Version>một'));
  expect(said).toMatch(/manifest\.xml:9: lỗi: .*<Version>.*\[value\]/);
  expect(code).toBe(1);
});
