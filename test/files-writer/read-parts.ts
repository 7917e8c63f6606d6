import { strFromU8, unzipSync } from 'fflate';

/** Parts of a written workbook as text, by path. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

/** A cell as its XML says, read with regular expressions only, so that it shares nothing with the writer. */
export interface RawCell {
  ref: string;
  type: string | undefined;
  formula: string | undefined;
  text: string | undefined;
  value: string | undefined;
  style: number;
}

/** Cells of the n-th sheet, from 1. */
export function cellsOf(parts: Record<string, string>, n = 1): Map<string, RawCell> {
  const strings = [
    ...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(?:<t(?: [^>]*)?>([\s\S]*?)<\/t>|<t\/>)?<\/si>|<si\/>/g),
  ].map((m) => decode(m[1] ?? ''));
  const out = new Map<string, RawCell>();
  for (const m of parts[`xl/worksheets/sheet${n}.xml`]!.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const attribute = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(m[1]!)?.[1];
    const inner = (tag: string): string | undefined =>
      new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`).exec(m[2] ?? '')?.[1];
    const type = attribute('t');
    const value = inner('v');
    const text = type === 's' ? strings[Number(value)] : type === 'inlineStr' ? decode(inner('t') ?? '') : undefined;
    out.set(attribute('r')!, {
      ref: attribute('r')!,
      type,
      formula: inner('f'),
      text,
      value,
      style: Number(attribute('s') ?? 0),
    });
  }
  return out;
}

/** XML entities, then the _xHHHH_ escapes of spreadsheet strings. */
export function decode(text: string): string {
  return text
    .replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, name: string, code?: string) =>
      code ? String.fromCharCode(Number(code)) : { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name]!,
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
