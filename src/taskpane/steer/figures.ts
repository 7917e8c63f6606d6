/** A figure as people here write it: "1.250"; `empty` where there is none. */
export function shown(value: number | string | null, empty: string): string {
  return value === null || value === '' ? empty : typeof value === 'number' ? value.toLocaleString('vi-VN', { maximumFractionDigits: 4 }) : value;
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

/** Asks the person for a file, and gives it. Nothing happens where none is chosen. */
export async function readText(file: File): Promise<{ text: string } | { workbook: Uint8Array }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Workbooks are zip files.
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? { workbook: bytes } : { text: new TextDecoder().decode(bytes) };
}
