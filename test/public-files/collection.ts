import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface PackageEntry {
  npm?: string;
  deb?: string;
  source?: string;
  version: string;
  sha256: string;
  licence: string;
  also?: string;
}

/** A file by its package and its path inside it, with forward slashes. */
export interface FilePlace {
  package: string;
  path: string;
}

/** Where scripts/public-files.ts puts what it collects. */
export const COLLECTION = path.join(__dirname, '../../out/public-files');
/** Expectations that lie beside the files; they are no files to read. */
const EXPECTATIONS = /(?:^|\/)check\.txt$/;

export const packageName = (p: PackageEntry): string =>
  (p.npm ?? p.deb ?? p.source ?? '').replace('@', '').replace('/', '-');

export const packageList = (): PackageEntry[] =>
  JSON.parse(readFileSync(path.join(__dirname, 'packages.json'), 'utf8')) as PackageEntry[];

/** Files of the packages in the list that were collected on this machine, in a fixed order. */
export function collectedFiles(): FilePlace[] {
  return packageList()
    .map(packageName)
    .filter((name) => existsSync(path.join(COLLECTION, name)))
    .flatMap((name) =>
      under(path.join(COLLECTION, name), '')
        .filter((p) => !EXPECTATIONS.test(p))
        .map((p) => ({ package: name, path: p })),
    );
}

export const bytesOf = (place: FilePlace): Uint8Array =>
  new Uint8Array(readFileSync(path.join(COLLECTION, place.package, place.path)));

function under(folder: string, prefix: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const full = path.join(folder, name);
      return statSync(full).isDirectory() ? under(full, `${prefix}${name}/`) : [prefix + name];
    });
}
