import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseRegister } from '../core/agencies/parse-register';
import type { Register } from '../core/agencies/register-schema';
import { fileReason } from './file-trouble';
import { wrong, type Failure } from './table/outcome';

/** The register named, or agencies.json in a given folder or the folder around it; null where there is none. */
export async function loadRegister(
  named: string | null,
  paths: readonly string[],
): Promise<{ ok: true; register: Register | null; from: string | null } | Failure> {
  const from = named ?? (await findBeside(paths));
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

async function findBeside(paths: readonly string[]): Promise<string | null> {
  for (const given of paths) {
    const folder = (await stat(given).catch(() => null))?.isDirectory() ? given : path.dirname(given);
    for (const place of [folder, path.dirname(path.resolve(folder))]) {
      const candidate = path.join(place, 'agencies.json');
      if (
        await stat(candidate).then(
          (s) => s.isFile(),
          () => false,
        )
      )
        return candidate;
    }
  }
  return null;
}
