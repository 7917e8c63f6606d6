/** A figure as people here write it: "1.250"; `empty` where there is none. */
export function shown(value: number | string | null, empty: string): string {
  return value === null || value === ''
    ? empty
    : typeof value === 'number'
      ? value.toLocaleString('vi-VN', { maximumFractionDigits: 4 })
      : value;
}

/** Longest text beside a figure, and how much of what is equal stands before the difference. */
const [LONGEST, CONTEXT] = [90, 16];

/**
 * Two figures side by side. Of long texts (joined notes) only the part that differs: "… đã ban hành" beside "… chưa ban
 * hành".
 */
export function sides(before: number | string | null, after: number | string | null, empty: string): [string, string] {
  const both: [string, string] = [shown(before, empty), shown(after, empty)];
  if (typeof before === 'number' || typeof after === 'number' || Math.max(...both.map((x) => x.length)) <= LONGEST)
    return both;
  let same = 0;
  while (same < Math.min(both[0].length, both[1].length) && both[0][same] === both[1][same]) same++;
  const from = Math.max(0, same - CONTEXT);
  return [part(both[0], from), part(both[1], from)];
}

function part(text: string, from: number): string {
  const rest = text.slice(from);
  return `${from > 0 ? '… ' : ''}${rest.length > LONGEST ? `${rest.slice(0, LONGEST)} …` : rest}`;
}

/** "+7", "−3"; empty where either side is no number. */
export function change(before: number | string | null, after: number | string | null): string {
  if (typeof after !== 'number' && typeof before !== 'number') return '';
  if (typeof after === 'string' || typeof before === 'string') return '';
  const delta = (after ?? 0) - (before ?? 0);
  return delta === 0 ? '0' : `${delta > 0 ? '+' : '−'}${shown(Math.abs(delta), '')}`;
}

/** 0.118 is "12 %"; what is there but rounds to nothing is "< 1 %". */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(share * 100)} %`;
}

/** What a chosen file holds: the bytes of a workbook, or text. */
export async function readText(file: File): Promise<{ text: string } | { workbook: Uint8Array }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Workbooks are zip files.
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? { workbook: bytes } : { text: new TextDecoder().decode(bytes) };
}
