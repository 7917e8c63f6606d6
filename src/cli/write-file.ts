import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes beside the target and then renames, so that a failure half way leaves an existing file as it was; the content
 * is on the disk before the name is. What an earlier run that was killed left beside this target is removed.
 */
export async function writeWhole(target: string, content: Uint8Array | string): Promise<void> {
  await clearLeftBehind(target);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function clearLeftBehind(target: string): Promise<void> {
  const { dir, base } = path.parse(target);
  const folder = dir === '' ? '.' : dir;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${base}.`)) continue;
    const pid = /^(\d{1,10})\.tmp$/.exec(name.slice(base.length + 1))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
