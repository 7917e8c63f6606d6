/**
 * Copies what Excel needs of office.js into a folder, for offices whose PCs cannot reach Microsoft's CDN. Run it on a
 * connected machine:
 *   npx tsx scripts/mirror-office-js.ts [--from ADDRESS-OR-FOLDER] [--out out/office-js]
 * then put the folder beside the pane and build with PHULUC_OFFICE_JS=office-js/office.js (docs/cai-dat.md). Nothing is
 * written unless every file came. Tried from a folder and from a local server; not against the CDN itself.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/**
 * What office.js asks for beside itself: Excel's part for each platform, its words (en-us is the fallback), logging
 * where the host allows it, and a table in plain browsers.
 */
const FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'vi-vn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
  'o15apptofilemappingtable.js',
];

async function fetchFile(from: string, name: string): Promise<Buffer> {
  if (!/^https?:/.test(from)) return readFileSync(path.join(from, name));
  const response = await fetch(new URL(name, from.endsWith('/') ? from : `${from}/`));
  if (!response.ok) throw new Error(`${name}: máy chủ trả lời ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A portal page or an empty answer is not a script. */
function refuseNonScript(name: string, bytes: Buffer): void {
  const start = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '' || start.startsWith('<')) throw new Error(`${name}: nhận được thứ không phải mã JavaScript`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string', default: CDN }, out: { type: 'string', default: 'out/office-js' } },
  });
  const files: { name: string; bytes: Buffer }[] = [];
  for (const name of FILES) {
    const bytes = await fetchFile(values.from, name);
    refuseNonScript(name, bytes);
    files.push({ name, bytes });
  }
  for (const { name, bytes } of files) {
    const target = path.join(values.out, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const list = files
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
  writeFileSync(path.join(values.out, 'SHA256SUMS'), list);
  console.log(
    `Đã chép ${files.length} tệp (${Math.round(files.reduce((n, f) => n + f.bytes.length, 0) / 1024)} KB) vào ` +
      `${values.out}; SHA256SUMS ghi mã kiểm tra của từng tệp.`,
  );
}

main().catch((error: unknown) => {
  console.error(`Không chép được office.js, chưa ghi gì: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
