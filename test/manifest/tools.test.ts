import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const TSX = path.join(root, 'node_modules/tsx/dist/cli.mjs');
const office = path.join(root, 'node_modules/@microsoft/office-js/dist');

function run(script: string, ...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TSX, path.join(root, 'scripts', script), ...args], {
    encoding: 'utf8',
    cwd: root,
  });
  return { code: status, said: stdout + stderr };
}

/** As run, without holding up this process: for a server that lives here. */
function runBeside(script: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [TSX, path.join(root, 'scripts', script), ...args]);
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stderr.on('data', (part) => {
      said += part;
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('npm run excel', () => {
  test('where there is no Excel it says so and what to do instead', () => {
    const { code, said } = run('excel.ts', '--show', 'linux');
    expect(code).toBe(1);
    expect(said).toMatch(/không chạy Excel/);
    expect(said).toMatch(/docs\/cai-dat\.md/);
  });

  test('on Windows the manifest is registered under its own id, and taken out again', () => {
    const { said } = run('excel.ts', '--show', 'win32');
    expect(said).toMatch(
      /reg add "HKCU\\Software\\Microsoft\\Office\\16\.0\\Wef\\Developer" \/v 4ca46c0f-5e38-41c9-af20-f607806cc252 .*manifest\.xml/,
    );
    expect(said).toMatch(/reg delete .*4ca46c0f-5e38-41c9-af20-f607806cc252 \/f/);
  });

  test('on a Mac the manifest is copied where Excel looks', () => {
    expect(run('excel.ts', '--show', 'darwin').said).toMatch(
      /com\.microsoft\.Excel\/Data\/Documents\/wef\/4ca46c0f-5e38-41c9-af20-f607806cc252\.manifest\.xml/,
    );
  });
});

describe('the mirror of office.js', () => {
  let folder = '';
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'phuluc-')), 'office-js');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  test('every file comes from a folder, unchanged', () => {
    expect(run('mirror-office-js.ts', '--from', office, '--out', folder).code).toBe(0);
    const names = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(names).toEqual(
      expect.arrayContaining([
        'office.js',
        'excel-win32-16.01.js',
        'excel-mac-16.00.js',
        'excel-web-16.00.js',
        'en-us/office_strings.js',
        'vi-vn/office_strings.js',
      ]),
    );
    for (const name of names)
      expect(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(office, name)))).toBe(true);
  });

  const served = async (answer: (name: string) => Buffer | null): Promise<{ code: number | null; said: string }> => {
    const server = http.createServer((request, response) => {
      const body = answer(decodeURIComponent(request.url ?? '').slice('/lib/'.length));
      response.writeHead(body ? 200 : 404);
      response.end(body ?? '');
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    try {
      return await runBeside(
        'mirror-office-js.ts',
        '--from',
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/lib`,
        '--out',
        folder,
      );
    } finally {
      server.close();
    }
  };
  const real = (name: string): Buffer | null =>
    existsSync(path.join(office, name)) ? readFileSync(path.join(office, name)) : null;

  test('every file comes from a server', async () => {
    expect((await served(real)).code).toBe(0);
    expect(existsSync(path.join(folder, 'telemetry/oteljs_agave.js'))).toBe(true);
  });

  test('one file that does not come means nothing is written', async () => {
    const { code, said } = await served((name) => (name.startsWith('o15') ? null : real(name)));
    expect(code).toBe(1);
    expect(said).toMatch(/o15apptofilemappingtable\.js: máy chủ trả lời 404/);
    expect(existsSync(folder)).toBe(false);
  });

  test('a login page in place of a script is refused', async () => {
    const { code, said } = await served((name) =>
      name === 'office.js' ? Buffer.from('<!doctype html><title>Đăng nhập</title>') : real(name),
    );
    expect(code).toBe(1);
    expect(said).toMatch(/office\.js: nhận được thứ không phải mã JavaScript/);
    expect(existsSync(folder)).toBe(false);
  });
});
