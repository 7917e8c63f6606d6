import { keptChunks } from '../../core/model/kept-chunks';
import type { Session } from '../run-excel';

/** Everything we keep in the workbook's custom XML stands under this name, one namespace for each thing kept. */
const BASE = 'urn:phu-luc-cchc';
export const namespaceOf = {
  step: (id: string): string => `${BASE}:step:${id}`,
  figures: (write: string): string => `${BASE}:figures:${write}`,
  sources: (write: string): string => `${BASE}:sources:${write}`,
  value: (key: string): string => `${BASE}:value:${encodeURIComponent(key)}`,
};

/**
 * Characters of one part, and parts read at once: with three bytes each character, still below 5 MB (the limit of Excel
 * on the web for one answer).
 */
const PART_CHARS = 700_000;
const PARTS_AT_ONCE = 2;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, dec: string | undefined, name: string | undefined) =>
      hex
        ? String.fromCodePoint(parseInt(hex, 16))
        : dec
          ? String.fromCodePoint(Number(dec))
          : (ENTITIES[name ?? ''] ?? whole),
  );

/** A value as XML parts. */
export function toParts(namespace: string, version: string, value: unknown): string[] {
  const chunks = keptChunks(value, PART_CHARS);
  return chunks.map(
    (chunk, i) =>
      `<v xmlns="${namespace.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" w="${version}" n="${i}" ` +
      `of="${chunks.length}">${escapeXml(chunk)}</v>`,
  );
}

/** The value kept in parts; undefined where none is complete. With several versions the one kept last counts. */
export function fromParts(xmls: readonly string[]): unknown {
  const versions = new Map<string, { of: number; parts: Map<number, string> }>();
  for (const xml of xmls) {
    const m =
      /^<v\b[^<>]{0,300}?\sw="([^"]*)"\s[^<>]{0,99}?n="(\d+)"\s[^<>]{0,99}?of="(\d+)"[^<>]*>([\s\S]*)<\/v>\s*$/.exec(
        xml.slice(Math.max(0, xml.indexOf('<v'))),
      );
    if (!m) continue;
    const kept = versions.get(m[1]!) ?? { of: Number(m[3]), parts: new Map<number, string>() };
    kept.parts.set(Number(m[2]), unescapeXml(m[4]!));
    versions.delete(m[1]!);
    versions.set(m[1]!, kept);
  }
  const whole = [...versions.values()].filter((v) => v.parts.size === v.of).at(-1);
  if (!whole) return undefined;
  return JSON.parse(Array.from({ length: whole.of }, (_, i) => whole.parts.get(i) ?? '').join('')) as unknown;
}

/** Everything that goes when the sheets of a writing go. */
export const namespacesOfWrite = (write: string): string[] => [namespaceOf.figures(write), namespaceOf.sources(write)];

/** Proxies of all parts of some namespaces, loaded so that they can be deleted. One round trip. */
export async function loadParts(
  { context, sync }: Session,
  namespaces: readonly string[],
): Promise<Excel.CustomXmlPart[]> {
  if (namespaces.length === 0) return [];
  const found = namespaces.map((ns) => context.workbook.customXmlParts.getByNamespace(ns));
  for (const parts of found) parts.load('items/id');
  await sync();
  return found.flatMap((parts) => parts.items);
}

/**
 * Reads what is kept under a namespace. Two round trips for up to 1.4 million characters, one where there is nothing.
 */
export async function readValue(session: Session, namespace: string): Promise<unknown> {
  const parts = await loadParts(session, [namespace]);
  const texts: string[] = [];
  for (let i = 0; i < parts.length; i += PARTS_AT_ONCE) {
    const asked = parts.slice(i, i + PARTS_AT_ONCE).map((part) => part.getXml());
    // One request for each group: the parts together may be larger than one answer.
    await session.sync();
    texts.push(...asked.map((t) => t.value));
  }
  return fromParts(texts);
}
