import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, grouped, refusalToResult, tooLarge } from '../../refusal';
import { XmlCursor } from '../../xml/xml-cursor';
import { openArchive } from '../../zip/archive';
import type { ReaderOptions } from '../format-reader';
import { officePackage } from '../xlsx/package';
import { BodyReader } from './body-reader';
import { Flow } from './flow';
import { cellText } from './layout';
import { readNumbering } from './numbering';
import { readDocxStyles } from './styles';

const DEFAULT_PART = 'word/document.xml';

/** Reads the tables of a Word document (.docx, .docm): bytes → one grid per table, "Bảng 1", "Bảng 2" …, or why not. */
export function readDocx(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => readPackage(bytes, options));
}

function readPackage(bytes: Uint8Array, options: ReaderOptions): ReadFile {
  const limits = options.limits ?? READ_LIMITS;
  const pack = officePackage(openArchive(bytes, { inflate: options.inflate, limits }), limits);
  const main =
    [...pack.relations('').values()].find((r) => r.type === 'officeDocument' && !r.external)?.target ?? DEFAULT_PART;
  const source = pack.require(main);
  const relations = [...pack.relations(main).values()];
  const part = (type: string): string | null => {
    const relation = relations.find((r) => r.type === type && !r.external);
    return relation ? pack.text(relation.target) : null;
  };
  const styles = readDocxStyles(part('styles'), limits);
  const numbering = readNumbering(part('numbering'), limits);
  const flow = new Flow(limits);
  flow.walk(bodyReader(source, styles, numbering, limits).readBlocks());
  const words = commentWords(
    () => part('comments'),
    (text) => bodyReader(text, styles, readNumbering(null, limits), limits),
    limits,
  );
  const grids = flow.grids(words);
  return { ok: true, format: 'docx', grids, issues: flow.issues, narrative: flow.narrative };
}

/** A reader that stands on the top element of a part. */
function bodyReader(
  source: string,
  styles: ReturnType<typeof readDocxStyles>,
  numbering: ReturnType<typeof readNumbering>,
  limits: ReadLimits,
): BodyReader & { cursor: XmlCursor } {
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  if (cursor.depth === 0) throw damaged('tài liệu trống');
  return Object.assign(new BodyReader({ cursor, styles, numbering, limits }), { cursor });
}

/** Words of comments by id; their part is read when the first one is asked for. */
function commentWords(
  source: () => string | null,
  reader: (text: string) => BodyReader & { cursor: XmlCursor },
  limits: ReadLimits,
): (id: string) => string {
  let known: Map<string, string> | null = null;
  const read = (): Map<string, string> => {
    const found = new Map<string, string>();
    const text = source();
    if (text === null) return found;
    const body = reader(text);
    const top = body.cursor.depth;
    while (body.cursor.nextChild(top)) {
      if (!body.cursor.is('comment')) continue;
      if (found.size >= limits.comments) throw tooLarge(`hơn ${grouped(limits.comments)} ghi chú`);
      const id = body.cursor.attribute('id') ?? '';
      found.set(id, cellText(body.readBlocks(), { nested: [] }, limits).text);
    }
    return found;
  };
  return (id) => (known ??= read()).get(id) ?? '';
}
