import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file to read: where it is, and what to call it (relative to the folder given, forward slashes). */
export interface FoundFile { path: string; file: string }

/** What systems and Office leave in folders; nobody sent these. */
const LEFT_OVERS = /^(~\$.*|\..*|thumbs\.db|desktop\.ini|.*\.tmp|agencies\.json)$/i;

/** Files under the given paths, in natural order; folders are searched with their subfolders. Null with the path where one does not exist. */
export async function collectFiles(paths: readonly string[]): Promise<{ files: FoundFile[] } | { missing: string }> {
  const files: FoundFile[] = [];
  const seen = new Set<string>();
  for (const given of paths) {
    const info = await stat(given).catch(() => null);
    if (!info) return { missing: given };
    const found = info.isDirectory() ? await walk(given, '') : [{ path: given, file: path.basename(given) }];
    for (const f of found) {
      const real = path.resolve(f.path);
      if (seen.has(real)) continue;
      seen.add(real);
      files.push(f);
    }
  }
  const order = new Intl.Collator('vi', { numeric: true });
  files.sort((a, b) => order.compare(a.file, b.file));
  return { files };
}

async function walk(folder: string, prefix: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (LEFT_OVERS.test(entry.name)) continue;
    const full = path.join(folder, entry.name);
    const file = prefix + entry.name;
    if (entry.isDirectory()) found.push(...await walk(full, `${file}/`));
    else if (entry.isFile()) found.push({ path: full, file });
  }
  return found;
}
