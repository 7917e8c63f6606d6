import { readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Names by which a place on disk is known again: its path with every link resolved, in one case and one Unicode form
 * (Windows and macOS tell neither apart), and the number of the file where there is one (hard links share it).
 */
export async function placeNames(given: string): Promise<string[]> {
  const real = await resolvedPath(given);
  const info = await stat(given, { bigint: true }).catch(() => null);
  const file = info && info.ino !== 0n && info.isFile() ? [`#${info.dev}:${info.ino}`] : [];
  return [folded(real), ...file];
}

/** "./Nhận/A.xlsx" as the absolute path it leads to; what is not there yet keeps its name below the folder that is. */
export async function resolvedPath(given: string, follow = 0): Promise<string> {
  const full = path.resolve(given);
  const real = await realpath(full).catch(() => null);
  if (real !== null) return real;
  // A link whose target is not there yet: what is written through it lands at the target. Links may lead in a circle.
  const target = follow < 32 ? await readlink(full).catch(() => null) : null;
  if (target !== null) return resolvedPath(path.resolve(path.dirname(full), target), follow + 1);
  const above = path.dirname(full);
  return above === full ? full : path.join(await resolvedPath(above, follow), path.basename(full));
}

export const folded = (file: string): string => file.normalize('NFC').toLowerCase();
