import { open, readFile, rm, stat } from 'node:fs/promises';
import type { CaseState } from '../core/model/case';
import { canonicalJson } from '../app/case/canonical-json';
import { wrong, type Failure } from './table/outcome';
import { writeWhole } from './write-file';

/** Another command writes for some milliseconds. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;
/** A mark this old was left by a command that was killed. */
const STALE_MS = 60_000;

/**
 * Writes a case if its file is still what was read: `known` is its text then, null where it was not there. Of several
 * commands on one case each writes on top of the others' work, or says that it did not.
 */
export async function writeCase(file: string, state: CaseState, known: string | null): Promise<Failure | null> {
  const mark = `${file}.khoa`;
  if (!(await lock(mark)))
    return wrong(`Hồ sơ ${file} đang được một lệnh khác ghi; chưa ghi gì. Đề nghị chạy lại sau ít phút.`);
  try {
    const now = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (now !== known)
      return wrong(`Hồ sơ ${file} đã được một lệnh khác ghi từ lúc lệnh này đọc; chưa ghi gì. Đề nghị chạy lại.`);
    await writeWhole(file, canonicalJson(state));
    return null;
  } finally {
    await rm(mark, { force: true });
  }
}

async function lock(mark: string): Promise<boolean> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += PAUSE_MS) {
    try {
      await (await open(mark, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const made = await stat(mark).catch(() => null);
    if (made && Date.now() - made.mtimeMs > STALE_MS) await rm(mark, { force: true });
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
  return false;
}
