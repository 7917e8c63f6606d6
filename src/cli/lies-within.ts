import path from 'node:path';

/**
 * True where `target` is one of the folders or lies below one, so that what is written there would be read the next
 * time.
 */
export function liesWithin(target: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const way = path.relative(path.resolve(folder), path.resolve(target));
    return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
  });
}
