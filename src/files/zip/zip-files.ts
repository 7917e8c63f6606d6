import { strToU8, zipSync, type Zippable } from 'fflate';

/** The oldest date that a zip can hold: equal files give equal bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/** One .zip of these files; paths with forward slashes become folders. */
export function zipFiles(files: readonly { path: string; content: Uint8Array | string }[]): Uint8Array {
  const zip: Zippable = {};
  for (const { path, content } of files)
    zip[path] = [typeof content === 'string' ? strToU8(content) : content, { mtime: ZIP_DATE, level: 6 }];
  return zipSync(zip);
}
