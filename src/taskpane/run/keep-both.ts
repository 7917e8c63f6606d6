import type { InputFile } from '../../app/ports';

/**
 * A file that is called like one already there but holds something else gets a name of its own ("SYT (2).xlsx"): the
 * earlier version stays to be compared with. The same file once more is left out and counted.
 */
export async function keepBoth(
  files: readonly InputFile[],
  known: ReadonlyMap<string, InputFile>,
): Promise<{ files: InputFile[]; same: number }> {
  const taken = new Set([...known.keys(), ...files.map((f) => f.file)]);
  const kept: InputFile[] = [];
  let same = 0;
  for (const file of files) {
    const other = known.get(file.file);
    if (!other) {
      kept.push(file);
      continue;
    }
    if (await sameBytes(other, file)) {
      same += 1;
      continue;
    }
    const name = freeName(file.file, taken);
    taken.add(name);
    kept.push({ ...file, file: name });
  }
  return { files: kept, same };
}

/** One that can no longer be opened was written over: the new one is another. */
async function sameBytes(a: InputFile, b: InputFile): Promise<boolean> {
  try {
    const [x, y] = [new Uint8Array(await a.bytes()), new Uint8Array(await b.bytes())];
    return x.length === y.length && x.every((byte, i) => byte === y[i]);
  } catch {
    return false;
  }
}

function freeName(file: string, taken: ReadonlySet<string>): string {
  const dot = file.lastIndexOf('.');
  const [stem, end] = dot > file.lastIndexOf('/') ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  for (let n = 2; ; n++) {
    const name = `${stem} (${n})${end}`;
    if (!taken.has(name)) return name;
  }
}
