import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes beside the target and then renames, so that a failure half way leaves an existing file as it was. */
export async function writeWhole(target: string, content: Uint8Array | string): Promise<void> {
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
