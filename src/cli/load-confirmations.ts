import { readFile } from 'node:fs/promises';
import { parseConfirmations, type Confirmations } from '../core/agencies/confirmations';
import { fileReason } from './file-trouble';

/** The confirmed senders in a file; null where none was named, or where it may be new and is not there yet. */
export async function loadConfirmations(
  from: string | null,
  mayBeNew = false,
): Promise<{ confirmations: Confirmations | null } | { wrong: string }> {
  if (from === null) return { confirmations: null };
  let json: unknown;
  try {
    json = JSON.parse(await readFile(from, 'utf8'));
  } catch (error) {
    if (mayBeNew && (error as NodeJS.ErrnoException).code === 'ENOENT') return { confirmations: null };
    return {
      wrong: `Không đọc được tệp xác nhận đơn vị ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`,
    };
  }
  const parsed = parseConfirmations(json);
  return parsed.ok ? { confirmations: parsed.confirmations } : { wrong: `${from}: ${parsed.message}` };
}
