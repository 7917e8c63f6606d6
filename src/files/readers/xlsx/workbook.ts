import type { Grid } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { damaged, grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';
import type { OfficePackage, Relation } from './package';

export interface SheetEntry {
  name: string;
  visibility: Grid['visibility'];
  part: string;
}

/** What workbook.xml and its relations say. */
export interface Workbook {
  /** Worksheets in tab order; chart, dialog and macro sheets are left out. */
  sheets: SheetEntry[];
  date1904: boolean;
  /** Part name of the first relation of this type, or null. */
  part(type: string): string | null;
  externalLinks: boolean;
  /** Names of other files by the number that formulas give them, from 1: "[1]PL2!C5" is in the first. */
  externalBooks: string[];
  /**
   * Results of formulas are to be worked out anew when the file is opened: programs that cannot compute write 0 and
   * this.
   */
  uncomputed: boolean;
}

const DEFAULT_PART = 'xl/workbook.xml';

export function readWorkbook(pack: OfficePackage, limits: ReadLimits): Workbook {
  const main =
    [...pack.relations('').values()].find((r) => r.type === 'officeDocument' && !r.external)?.target ?? DEFAULT_PART;
  const source = pack.require(main);
  const relations = pack.relations(main);
  const workbook: Workbook = {
    sheets: [],
    date1904: false,
    part: (type) => [...relations.values()].find((r) => r.type === type && !r.external)?.target ?? null,
    externalLinks: [...relations.values()].some((r) => r.type === 'externalLink'),
    externalBooks: [],
    uncomputed: false,
  };
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    if (cursor.is('workbookPr')) workbook.date1904 = isTrue(cursor.attribute('date1904'));
    else if (cursor.is('calcPr')) workbook.uncomputed = isTrue(cursor.attribute('fullCalcOnLoad'));
    else if (cursor.is('externalReferences')) readBooks(cursor, pack, relations, workbook.externalBooks, limits);
    else if (cursor.is('sheets')) readSheets(cursor, relations, workbook.sheets, limits);
  }
  return workbook;
}

function readBooks(
  cursor: XmlCursor,
  pack: OfficePackage,
  relations: Map<string, Relation>,
  books: string[],
  limits: ReadLimits,
): void {
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (books.length >= limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} tệp liên kết`);
    const part = relations.get(cursor.attribute('id') ?? '')?.target;
    const target = part === undefined ? undefined : [...pack.relations(part).values()].find((r) => r.external)?.target;
    books.push(fileNameOf(target ?? ''));
  }
}

/** "file:///C:\\Users\\a\\So%20lieu.xlsx" → "So lieu.xlsx". */
function fileNameOf(target: string): string {
  const last = target.split(/[\\/]/).pop()!;
  try {
    return ownString(decodeURIComponent(last));
  } catch {
    return ownString(last);
  }
}

function readSheets(
  cursor: XmlCursor,
  relations: Map<string, Relation>,
  sheets: SheetEntry[],
  limits: ReadLimits,
): void {
  const depth = cursor.depth;
  for (let count = 1; cursor.nextChild(depth); count++) {
    if (!cursor.is('sheet')) continue;
    if (count > limits.sheets) throw tooLarge(`hơn ${grouped(limits.sheets)} trang tính`);
    const name = ownString(cursor.attribute('name') ?? '');
    // `sheetId` has another local name, so this is the id in the relations namespace whatever its prefix.
    const id = cursor.attribute('id');
    // A macro module of Excel 5 that was converted is named in the list with an empty id and has no part.
    if (id === '') continue;
    const relation = id === null ? undefined : relations.get(id);
    if (!relation) throw damaged(`thiếu trang tính ${name.slice(0, 40)}`);
    if (relation.type !== 'worksheet') continue;
    // Its figures would count twice.
    if (sheets.some((s) => s.part === relation.target))
      throw damaged(`trang tính ${name.slice(0, 40)} được khai hai lần`);
    sheets.push({ name, visibility: visibility(cursor.attribute('state')), part: relation.target });
  }
}

function visibility(state: string | null): Grid['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** An XML boolean that is set. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
