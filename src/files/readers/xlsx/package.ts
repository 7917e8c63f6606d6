import type { ReadLimits } from '../../limits';
import { damaged } from '../../refusal';
import { decodeXml } from '../../xml/decode-xml';
import { XmlCursor } from '../../xml/xml-cursor';
import type { Archive } from '../../zip/archive';

/** A relation from one part to another. */
export interface Relation {
  /** Last segment of its type: "worksheet", "sharedStrings"; the same for the strict and the usual namespace. */
  type: string;
  /** Name of the part in the container; for external ones the address as written. */
  target: string;
  external: boolean;
}

/** Parts of an OPC container as XML text, found by name or by relation. */
export interface OfficePackage {
  /** Text of a part, or null where there is none. */
  text(part: string): string | null;
  /** Text of a part that must be there. */
  require(part: string): string;
  /** Relations of a part by id; "" asks for those of the container. */
  relations(part: string): Map<string, Relation>;
}

export function officePackage(archive: Archive, limits: ReadLimits): OfficePackage {
  const text = (part: string): string | null => {
    const bytes = archive.read(part);
    return bytes === null ? null : decodeXml(bytes);
  };
  return {
    text,
    require(part) {
      const found = text(part);
      if (found === null) throw damaged(`thiếu phần ${part.slice(0, 80)}`);
      return found;
    },
    relations(part) {
      const source = text(relationsPart(part));
      return source === null ? new Map() : readRelations(source, part, limits);
    },
  };
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

function readRelations(source: string, part: string, limits: ReadLimits): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (!cursor.is('Relationship')) continue;
    const id = cursor.attribute('Id');
    const external = cursor.attribute('TargetMode') === 'External';
    const target = cursor.attribute('Target') ?? '';
    const type = cursor.attribute('Type') ?? '';
    if (id === null) continue;
    relations.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      external,
      target: external ? target : resolvePart(part, target),
    });
  }
  return relations;
}

/** Part name of a target seen from `part`: absolute ("/xl/x.xml") or relative ("../comments1.xml"). */
function resolvePart(part: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  if (path.startsWith('/')) return path.replace(/^\/+/, '');
  const steps = part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
