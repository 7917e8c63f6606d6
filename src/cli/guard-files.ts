import { stat } from 'node:fs/promises';
import path from 'node:path';
import { collectFiles } from './collect-files';
import { folded, placeNames, resolvedPath } from './same-file';
import { wrong, type Failure } from './table/outcome';

/** What a command line names: files and folders that are read, files that are written, folders that are filled. */
export interface NamedFiles {
  read: readonly string[];
  written: readonly string[];
  /** Folders or archives of several files; none of them may lie where files are read. */
  trees: readonly string[];
}

/**
 * Why a command would write on something that it reads, through whatever link or name, or twice on one file; null where
 * it would not.
 */
export async function guardFiles({ read, written, trees }: NamedFiles): Promise<Failure | null> {
  const targets = [...written, ...trees];
  if (targets.length === 0) return null;
  const taken = new Map<string, string>();
  const folders: string[] = [];
  for (const given of read) {
    for (const name of await placeNames(given)) taken.set(name, given);
    if ((await stat(given).catch(() => null))?.isDirectory()) folders.push(await resolvedPath(given));
  }
  const found = await collectFiles(read.filter((p) => p !== ''));
  if (found.ok) for (const f of found.files) for (const name of await placeNames(f.path)) taken.set(name, f.path);
  for (const target of targets) {
    const names = await placeNames(target);
    const hit = names.map((n) => taken.get(n)).find((n) => n !== undefined);
    if (hit !== undefined)
      return wrong(
        `Không ghi lên "${target}": lệnh này đọc "${hit}", và tệp được đọc không bao giờ bị ghi đè. ` +
          'Đề nghị chọn tên hoặc thư mục khác.',
      );
    for (const name of names) taken.set(name, target);
  }
  for (const tree of trees) {
    const place = await resolvedPath(tree);
    if (folders.some((folder) => isBelow(place, folder)))
      return wrong('--out phải nằm ngoài thư mục được đọc, để lần sau không đọc nhầm tệp đã ghi.');
  }
  return null;
}

function isBelow(place: string, folder: string): boolean {
  const way = path.relative(folded(folder), folded(place));
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}
