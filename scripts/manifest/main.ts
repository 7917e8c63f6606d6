// npm run validate [-- --manifest FILE] [--online]: what is wrong with a manifest, by line. Offline unless asked.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS } from '../../src/commands/register-commands';
import { FLOOR } from '../../src/excel/requirements';
import { checkManifest } from './check-manifest';
import { everyElement, parseXml } from './parse-xml';
import { error, warning, type Trouble } from './trouble';

const root = path.resolve(__dirname, '../..');

const reader =
  (folder: string) =>
  (name: string): Uint8Array | null => {
    const file = path.resolve(folder, name);
    return file.startsWith(folder + path.sep) && existsSync(file) && statSync(file).isFile()
      ? readFileSync(file)
      : null;
  };

/** The package, or null: parts of it are ES modules that older releases of Node 20 cannot load this way. */
async function officeTool(): Promise<typeof import('office-addin-manifest') | null> {
  try {
    return await import('office-addin-manifest');
  } catch {
    return null;
  }
}

/** Microsoft's own reader must see the same add-in as ours. */
async function checkWithTool(file: string, xml: string): Promise<Trouble[]> {
  const tool = await officeTool();
  if (!tool)
    return [
      warning(
        0,
        'tool',
        'không mở được gói office-addin-manifest (cần Node.js 20.19 trở lên), nên chưa đối chiếu với cách đọc ' +
          'của Microsoft',
      ),
    ];
  try {
    const info = await tool.OfficeAddinManifest.readManifestFile(file);
    const ours = [...everyElement(parseXml(xml))];
    const id = ours.find((e) => e.name === 'app:Id')?.text.trim();
    const hosts = ours.filter((e) => e.name === 'app:Host').map((e) => e.attributes.get('Name')?.value);
    if (info.id === id && info.hosts?.join() === hosts.join()) return [];
    return [
      error(
        0,
        'tool',
        `office-addin-manifest đọc ra ${info.id} / ${info.hosts?.join(', ')}, khác ${id} / ${hosts.join(', ')}`,
      ),
    ];
  } catch (trouble) {
    return [error(0, 'tool', `office-addin-manifest không đọc được: ${(trouble as Error).message}`)];
  }
}

/** Microsoft's validation service; the manifest is sent to it. */
async function validateOnline(file: string): Promise<boolean> {
  console.log('\nGửi tới dịch vụ kiểm tra của Microsoft…');
  try {
    const tool = await officeTool();
    if (!tool) throw new Error('không mở được gói office-addin-manifest');
    const { isValid, report } = await tool.validateManifest(file);
    for (const issue of [...(report?.errors ?? []), ...(report?.warnings ?? [])])
      console.log(`  ${issue.line ?? '-'}: ${issue.title ?? ''} ${issue.content ?? ''}`);
    console.log(isValid ? 'Microsoft: hợp lệ.' : 'Microsoft: không hợp lệ.');
    return isValid;
  } catch (trouble) {
    console.log(`Không hỏi được dịch vụ của Microsoft: ${(trouble as Error).message}`);
    return false;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { manifest: { type: 'string' }, online: { type: 'boolean' } } });
  const file = values.manifest ? path.resolve(values.manifest) : path.join(root, 'manifest.xml');
  const shown = path.relative(process.cwd(), file) || file;
  if (!existsSync(file)) {
    console.error(`Không có tệp ${shown}`);
    process.exitCode = 2;
    return;
  }
  const xml = readFileSync(file, 'utf8');
  const beside = path.dirname(file);
  // A built manifest lies beside the page and its assets; ours beside the assets only.
  const pages = existsSync(path.join(beside, 'taskpane.html'));
  const troubles = checkManifest(xml, {
    commands: COMMANDS,
    floor: FLOOR,
    read: reader(existsSync(path.join(beside, 'assets')) ? beside : root),
    pages,
  });
  if (!troubles.some((t) => t.code === 'xml')) troubles.push(...(await checkWithTool(file, xml)));
  for (const { line, severity, message, code } of troubles)
    console.log(
      `${shown}${line > 0 ? `:${line}` : ''}: ${severity === 'error' ? 'lỗi' : 'lưu ý'}: ${message} [${code}]`,
    );
  const errors = troubles.filter((t) => t.severity === 'error').length;
  console.log(errors > 0 ? `${shown}: ${errors} lỗi.` : `${shown}: hợp lệ (kiểm tra trên máy, không cần mạng).`);
  const online = values.online ? await validateOnline(file) : true;
  process.exitCode = errors > 0 || !online ? 1 : 0;
}

void main();
