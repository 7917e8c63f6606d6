/**
 * npm run public-files [-- --from FOLDER] [--kept] [--sums]: collects the workbooks and documents that come inside
 * packages of others (test/public-files/packages.json) into out/public-files, reads every one of them, prints a table
 * and writes docs/public-files.md. Packages come through npm and, on Debian, apt, by name and exact version; each is
 * held against the checksum in the list.
 * --from takes packages that lie in a folder already, --kept reads what was collected before, --sums prints checksums
 * for the list.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { debianSources } from './debian-sources';
import { root, runTool } from './run-tool';

/** What a sender could send; pages of documentation are taken only where the list names them. */
const WANTED = /\.(xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|ots|fods|docx|docm|doc|odt|csv|tsv)(\.gz)?$/i;
const { values } = parseArgs({
  options: { from: { type: 'string' }, kept: { type: 'boolean' }, sums: { type: 'boolean' } },
});
/** A package by one of its three kinds of name; `also`: a pattern of further files that are wanted of it. */
interface Listed {
  npm?: string;
  deb?: string;
  source?: string;
  version: string;
  sha256: string;
  also?: string;
}

const packages = JSON.parse(readFileSync(path.join(root, 'test/public-files/packages.json'), 'utf8')) as Listed[];
const target = path.join(root, 'out', 'public-files');

const nameOf = (one: Listed): string => (one.npm ?? one.deb ?? one.source ?? '').replace('@', '').replace('/', '-');

function sh(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } }).status === 0;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const full = path.join(folder, name);
      const stat = statSync(full, { throwIfNoEntry: false });
      if (!stat) return [];
      return stat.isDirectory() ? filesUnder(full) : [full];
    });
}

/**
 * The package's file in a folder: npm calls it name-version.tgz, Debian name_version_arch.deb, a source
 * name_version.orig.tar.xz.
 */
function packageIn(folder: string, one: Listed): string | null {
  const name = readdirSync(folder).find((f) =>
    one.npm
      ? f === `${nameOf(one)}-${one.version}.tgz`
      : f.startsWith(`${nameOf(one)}_`) && (one.deb ? f.endsWith('.deb') : /\.tar\.\w+$/.test(f)),
  );
  return name ? path.join(folder, name) : null;
}

function fetchInto(folder: string, one: Listed): boolean {
  if (one.npm)
    return sh(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['pack', `${one.npm}@${one.version}`, '--silent'],
      folder,
    );
  const what = `${nameOf(one)}=${one.version}`;
  if (one.deb) return sh('apt-get', ['download', '-qq', what], folder);
  const config = debianSources();
  return (
    config !== null &&
    sh('apt-get', ['source', '--download-only', '--tar-only', '-qq', what], folder, { APT_CONFIG: config })
  );
}

/** The folder with what is inside a package, or the reason why there is none. */
function unpacked(one: Listed, work: string): { ok: true; folder: string } | { ok: false; reason: string } {
  const from = values.from ?? work;
  if (!values.from) fetchInto(work, one);
  const file = packageIn(from, one);
  if (!file)
    return {
      ok: false,
      reason: 'không lấy được (không có mạng, không có công cụ, hoặc kho không còn phiên bản này)',
    };
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (values.sums) console.log(`${nameOf(one)} ${sha256}`);
  else if (sha256 !== one.sha256) return { ok: false, reason: `mã kiểm tra khác với danh sách (${sha256})` };
  const to = path.join(work, `${nameOf(one)}.d`);
  mkdirSync(to, { recursive: true });
  const done = one.deb
    ? sh('dpkg-deb', ['-x', file, to], work)
    : sh('tar', ['-xf', file, '-C', to, '--strip-components=1'], work);
  return done ? { ok: true, folder: to } : { ok: false, reason: 'không giải nén được' };
}

/** Copies the wanted files, under the paths they have in the package. */
function take(one: Listed, from: string): number {
  const folder = path.join(target, nameOf(one));
  const more = one.also ? new RegExp(one.also) : null;
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  for (const file of filesUnder(from)) {
    const inside = path.relative(from, file).split(path.sep).join('/');
    if (!WANTED.test(inside) && !more?.test(inside)) continue;
    const place = path.join(folder, inside.replace(/\.gz$/, ''));
    mkdirSync(path.dirname(place), { recursive: true });
    const bytes = readFileSync(file);
    writeFileSync(place, inside.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    count++;
  }
  return count;
}

function collect(): void {
  const work = mkdtempSync(path.join(os.tmpdir(), 'cong-khai-'));
  let missing = 0;
  for (const one of packages) {
    const got = unpacked(one, work);
    if (got.ok) console.log(`${nameOf(one)} ${one.version}: ${take(one, got.folder)} tệp`);
    else {
      missing++;
      console.error(`${nameOf(one)} ${one.version}: ${got.reason}`);
    }
    rmSync(path.join(work, `${nameOf(one)}.d`), { recursive: true, force: true });
  }
  rmSync(work, { recursive: true, force: true });
  if (missing > 0)
    console.error(`Thiếu ${missing} trên ${packages.length} gói; bảng chỉ nói về những gói đã lấy được.`);
}

if (!values.kept) collect();
if (!existsSync(target)) {
  console.error('Chưa có tệp nào trong out/public-files.');
  process.exitCode = 2;
} else process.exitCode = runTool('tsx/dist/cli.mjs', ['test/public-files/run.ts'], { cwd: root });
