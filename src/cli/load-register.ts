import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseRegister } from '../core/agencies/parse-register';
import type { Register } from '../core/agencies/register-schema';
import { fileReason } from './file-trouble';
import { resolvedPath } from './same-file';
import { wrong, type Failure } from './table/outcome';

const REGISTER_NAME = 'agencies.json';

/** The register named, or agencies.json where the person stands; null where there is none. */
export async function loadRegister(
  named: string | null,
  paths: readonly string[],
): Promise<{ ok: true; register: Register | null; from: string | null } | Failure> {
  const from = named ?? (await findHere(paths));
  if (from === null) return { ok: true, register: null, from: null };
  let json: unknown;
  try {
    json = JSON.parse(await readFile(from, 'utf8'));
  } catch (error) {
    return wrong(`Không đọc được danh mục cơ quan ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`);
  }
  const parsed = parseRegister(json);
  return parsed.ok ? { ok: true, register: parsed.register, from } : wrong(`${from}: ${parsed.message}`);
}

/**
 * agencies.json in the folder where the person stands, unless received files are read from there: a register among
 * those may be a sender's copy.
 */
async function findHere(paths: readonly string[]): Promise<string | null> {
  const here = await resolvedPath('.');
  for (const given of paths) {
    const place = await resolvedPath(given);
    const folder = (await isFile(given)) ? path.dirname(place) : place;
    if (here === folder || here.startsWith(folder + path.sep)) return null;
  }
  return (await isFile(REGISTER_NAME)) ? path.resolve(REGISTER_NAME) : null;
}

/** Registers that lie in what is read or beside it, and are not used. */
export async function unusedRegisters(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const given of paths) {
    const folder = (await isFile(given)) ? path.dirname(given) : given;
    for (const place of [folder, path.dirname(path.resolve(folder))])
      if (await isFile(path.join(place, REGISTER_NAME))) found.add(path.join(place, REGISTER_NAME));
  }
  return [...found];
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (s) => s.isFile(),
    () => false,
  );
