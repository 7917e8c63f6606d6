/**
 * npm run excel: the add-in in the Excel of this Windows PC or Mac, for development and for trying it out. Builds the
 * page, has a certificate for localhost trusted, serves https://localhost:3000, makes the manifest known to Excel and
 * opens Excel. Ctrl+C ends it all.
 *   --cert FILE --key FILE   a certificate of one's own for localhost; then nothing is fetched from npm
 *   --show darwin|win32      only print what would be done on that system
 *   --remove                 only make Excel forget the add-in
 * Written after Microsoft's own tool (office-addin-dev-settings: the same folder, the same registry value). Not yet
 * tried on either system: the machine this was written on has no Excel.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from './build-page';
import { root } from './run-tool';
import { portTaken, serve } from './serve';

const PORT = 3000;
const CERTS_TOOL = 'office-addin-dev-certs@3.0.0';
const REGISTRY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer';

const NO_EXCEL = [
  'Máy này không chạy Excel để bàn (cần Windows hoặc Mac), nên không mở được tiện ích ở đây. Có thể:',
  '  - mở cùng giao diện trong trình duyệt, làm việc với tệp: npm run serve',
  '  - dùng Excel trên web: Trang đầu > Phần bổ trợ > Tải lên phần bổ trợ của tôi,',
  '    chọn dist/web/manifest.xml đã dựng với PHULUC_ORIGIN',
  '  - chạy kiểm thử với Excel mô phỏng: npm test',
  'Xem docs/cai-dat.md.',
].join('\n');

type Step = [command: string, args: readonly string[]];

interface Way {
  /** Where a copy of the manifest makes Excel know of it. */
  copyTo: string | null;
  add: Step | null;
  remove: Step | null;
  open: Step;
}

/** How Excel learns of the manifest on a system, how it forgets it, how it is opened; null where there is no Excel. */
function wayOf(platform: string, home: string, manifest: string, id: string): Way | null {
  if (platform === 'darwin') {
    const wef = path.posix.join(home, 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
    return {
      copyTo: path.posix.join(wef, `${id}.manifest.xml`),
      add: null,
      remove: null,
      open: ['open', ['-a', 'Microsoft Excel']],
    };
  }
  if (platform === 'win32') {
    return {
      copyTo: null,
      add: ['reg', ['add', REGISTRY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f']],
      remove: ['reg', ['delete', REGISTRY, '/v', id, '/f']],
      open: ['cmd', ['/c', 'start', '', 'excel']],
    };
  }
  return null;
}

function register(way: Way, manifest: string): void {
  if (way.copyTo) {
    mkdirSync(path.dirname(way.copyTo), { recursive: true });
    copyFileSync(manifest, way.copyTo);
  }
  if (way.add && run(way.add) !== 0) throw new Error('không ghi được tiện ích vào Registry của người dùng');
}

function forget(way: Way): void {
  if (way.copyTo) rmSync(way.copyTo, { force: true });
  if (way.remove) run(way.remove, 'ignore');
}

function run([command, args]: Step, stdio: 'inherit' | 'ignore' = 'inherit', shell = false): number {
  return spawnSync(command, args, { cwd: root, stdio, shell }).status ?? 1;
}

function show(way: Way, manifest: string): void {
  const line = (step: Step | null): string | null =>
    step ? `  ${[step[0], ...step[1].map((a) => (/[\s\\]|^$/.test(a) ? `"${a}"` : a))].join(' ')}` : null;
  console.log(
    [
      '  (dựng trang bằng webpack)',
      `  npx --yes ${CERTS_TOOL} install`,
      `  (phục vụ https://localhost:${PORT})`,
      way.copyTo && `  (chép ${path.basename(manifest)} tới ${way.copyTo})`,
      line(way.add),
      line(way.open),
      way.copyTo ? `  (khi dừng: xóa ${way.copyTo})` : line(way.remove),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}

/** Certificate and key for localhost, trusted by this user; the tool asks the person before it trusts anything. */
function certificate({ cert, key }: { cert?: string; key?: string }): { cert: string; key: string } {
  if (cert && key) return { cert, key };
  if (run(['npx', ['--yes', CERTS_TOOL, 'install']], 'inherit', process.platform === 'win32') !== 0) {
    throw new Error('không tạo được chứng thư cho localhost; có chứng thư riêng thì thêm --cert TỆP --key TỆP');
  }
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  return { cert: path.join(folder, 'localhost.crt'), key: path.join(folder, 'localhost.key') };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cert: { type: 'string' },
      key: { type: 'string' },
      show: { type: 'string' },
      remove: { type: 'boolean' },
    },
  });
  const manifest = path.join(root, 'manifest.xml');
  const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifest, 'utf8'))?.[1] ?? '';
  const way = wayOf(values.show ?? process.platform, os.homedir(), manifest, id);
  if (!way) {
    console.log(NO_EXCEL);
    process.exitCode = 1;
    return;
  }
  if (values.show) {
    show(way, manifest);
    return;
  }
  if (values.remove) {
    forget(way);
    console.log('Excel không còn nhớ tiện ích này.');
    return;
  }

  // The manifest that Excel gets says localhost; a page built for another address would not match it.
  delete process.env['PHULUC_ORIGIN'];
  buildPage({ force: true });
  const pair = certificate(values);
  for (const file of Object.values(pair)) if (!existsSync(file)) throw new Error(`không có tệp ${file}`);
  const server = await serve({ port: PORT, ...pair });
  process.once('SIGINT', () => {
    forget(way);
    void server.close().then(() => process.exit(0));
  });
  register(way, manifest);
  run(way.open);
  console.log(
    `Đang phục vụ ${server.address}. Trong Excel: thẻ Phụ lục trên dải lệnh; nếu chưa thấy, chọn Trang đầu > ` +
      'Phần bổ trợ > Phần bổ trợ của nhà phát triển.',
  );
  console.log('Dừng: Ctrl+C (Excel cũng thôi nhớ tiện ích).');
}

main().catch((error: unknown) => {
  console.error(
    portTaken(error)
      ? `Cổng ${PORT} đang được dùng; manifest ghi cổng này nên phải dừng chương trình kia trước.`
      : `Không mở được: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});
