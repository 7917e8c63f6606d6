/**
 * A compound file (version 3) with these streams in its root; each is filled up to 4,096 bytes, so that none is a small
 * one.
 * `links`: for each stream in order, true where it lies in the root and false where it lies in a storage that comes
 * last; without it no entry is linked, as lax programs do.
 */
export function makeOle(streams: Record<string, Uint8Array>, links?: boolean[]): Uint8Array {
  const list = Object.entries(streams).map(([name, data]) => ({
    name,
    data,
    sectors: Math.max(8, Math.ceil(data.length / 512)),
  }));
  const data = list.reduce((n, s) => n + s.sectors, 0);
  const directory = Math.ceil((list.length + 2) / 4);
  let fatSectors = 1;
  while (fatSectors * 128 < data + directory + fatSectors) fatSectors++;
  const bytes = new Uint8Array(512 * (1 + fatSectors + directory + data));
  const view = new DataView(bytes.buffer);
  const END = 0xfffffffe;
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ].forEach(([at, v]) => view.setUint16(at!, v!, true));
  [
    [44, fatSectors],
    [48, fatSectors],
    [56, 4096],
    [60, END],
    [68, END],
  ].forEach(([at, v]) => view.setUint32(at!, v!, true));
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i < fatSectors ? i : 0xffffffff, true);
  const fat = (n: number, next: number): void => view.setUint32(512 + 4 * n, next, true);
  for (let n = 0; n < fatSectors * 128; n++) fat(n, 0xffffffff);
  for (let n = 0; n < fatSectors; n++) fat(n, 0xfffffffd);
  const run = (first: number, count: number): void => {
    for (let i = 0; i < count; i++) fat(first + i, i + 1 < count ? first + i + 1 : END);
  };
  run(fatSectors, directory);
  const entry = (i: number, name: string, type: number, first: number, size: number): void => {
    const at = 512 * (1 + fatSectors) + 128 * i;
    [...name].forEach((c, k) => view.setUint16(at + 2 * k, c.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * name.length + 2, true);
    bytes[at + 66] = type;
    view.setUint32(at + 116, first, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, 'Root Entry', 5, END, 0);
  let first = fatSectors + directory;
  list.forEach((s, i) => {
    entry(i + 1, s.name, 2, first, Math.max(4_096, s.data.length));
    bytes.set(s.data, 512 * (1 + first));
    run(first, s.sectors);
    first += s.sectors;
  });
  if (links) {
    const storage = list.length + 1;
    entry(storage, 'MBD00012345', 1, 0, 0);
    const link = (i: number, at: 68 | 72 | 76, to: number): void =>
      view.setUint32(512 * (1 + fatSectors) + 128 * i + at, to, true);
    for (let i = 0; i <= storage; i++) for (const at of [68, 72, 76] as const) link(i, at, 0xffffffff);
    const chain = (parent: number, ids: number[]): void => {
      link(parent, 76, ids[0] ?? 0xffffffff);
      ids.forEach((id, k) => link(id, 72, ids[k + 1] ?? 0xffffffff));
    };
    chain(0, [...links.flatMap((inRoot, i) => (inRoot ? [i + 1] : [])), storage]);
    chain(
      storage,
      links.flatMap((inRoot, i) => (inRoot ? [] : [i + 1])),
    );
  }
  return bytes;
}
