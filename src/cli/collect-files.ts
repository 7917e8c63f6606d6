import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLeftOver } from '../core/model/left-over';
import { failure, type Outcome } from '../core/model/outcome';

/** A file to read: where it is, and what to call it (relative to the folder given, forward slashes). */
export interface FoundFile {
  path: string;
  file: string;
}

/** The register of the province, which may lie beside the files. */
const REGISTER = /^agencies\.json$/i;

/**
 * Files under the given paths, in natural order; folders are searched with their subfolders. Fails where a
 * path does not exist.
 */
export async function collectFiles(paths: readonly string[]): Promise<Outcome<{ files: FoundFile[] }>> {
  const files: FoundFile[] = [];
  const seen = new Set<string>();
  for (const given of paths) {
    const info = await stat(given).catch(() => null);
    if (!info) return failure(`Không có tệp hoặc thư mục "${given}".`);
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
  return { ok: true, files };
}

/**
 * Links are followed, since what they stand for was put there too; `above` keeps them from leading round in a circle.
 * Pipes and devices are no files.
 */
async function walk(folder: string, prefix: string, above: readonly string[] = []): Promise<FoundFile[]> {
  const here = await realpath(folder);
  if (above.includes(here)) return [];
  // A folder that may not be looked into is told like a file that may not be opened.
  const names = await readdir(folder).catch(() => null);
  if (names === null) return [{ path: folder, file: prefix.slice(0, -1) || path.basename(folder) }];
  const found: FoundFile[] = [];
  for (const name of names) {
    if (isLeftOver(name) || REGISTER.test(name)) continue;
    const full = path.join(folder, name);
    const file = prefix + name;
    // What cannot be looked at is taken for a file, so that its failing is told.
    const info = await stat(full).catch(() => null);
    if (info?.isDirectory()) found.push(...(await walk(full, `${file}/`, [...above, here])));
    else if (info === null || info.isFile()) found.push({ path: full, file });
  }
  return found;
}
