import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { Book, BookCell, BookSheet } from './book';
import { makeOle } from './make-ole';

const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const u32 = (...values: number[]): number[] => values.flatMap((v) => [...u16(v & 0xffff), ...u16(v >>> 16)]);
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const letters = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((c) => u16(c));
/** A text with its length in two bytes, or in one. */
const sized = (text: string): number[] => [...u16(text.length), 1, ...letters(text)];
const short = (text: string): number[] => [text.length, 1, ...letters(text)];

export const biffRecord = (type: number, data: number[]): number[] => [...u16(type, data.length), ...data];

/** Longer data goes on in CONTINUE records; this may not cut a text. */
const EOF = biffRecord(0x0a, []);
const bof = (type: number): number[] => biffRecord(0x809, [...u16(0x600, type, 0, 0), ...u32(0, 0x600)]);

const ERRORS: Record<string, number> = {
  '#NULL!': 0,
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
};

/** The formulas that tests use, as tokens. */
function tokens(formula: string): number[] {
  const ref = (name: string): number[] => {
    const p = parseCellName(name)!;
    return [0x44, ...u16(p.row, p.col | 0xc000)];
  };
  const area = /^SUM\((\w+):(\w+)\)$/.exec(formula);
  if (area) {
    const [a, b] = [parseCellName(area[1]!)!, parseCellName(area[2]!)!];
    return [0x25, ...u16(a.row, b.row, a.col | 0xc000, b.col | 0xc000), 0x22, 1, ...u16(4)];
  }
  const plus = /^([A-Z]+\d+)\+(\d+)$/.exec(formula);
  if (plus) return [...ref(plus[1]!), 0x1e, ...u16(Number(plus[2])), 0x03];
  const joined = /^([A-Z]+\d+)&""$/.exec(formula);
  if (joined) return [...ref(joined[1]!), 0x17, 0, 0, 0x08];
  const test = /^IF\((\w+)<(\d+),"([^"]*)",""\)$/.exec(formula);
  if (test)
    return [
      ...ref(test[1]!),
      0x1e,
      ...u16(Number(test[2])),
      0x09,
      0x17,
      ...short(test[3]!),
      0x17,
      0,
      0,
      0x22,
      3,
      ...u16(1),
    ];
  if (formula === '1/0') return [0x1e, ...u16(1), 0x1e, ...u16(0), 0x06];
  return ref(formula);
}

class Tables {
  readonly strings: string[] = [];
  readonly sst: number[][] = [];
  readonly fonts: string[] = [];
  readonly codes: string[] = [];
  readonly xfs: string[] = [];
  readonly palette: string[] = [];

  constructor() {
    for (let i = 0; i < 4; i++) this.fonts.push(JSON.stringify(['Times New Roman', 0x7fff, i]));
    this.style({ at: 'A1' });
  }

  string(text: string, runs: [number, number][] = []): number {
    const data = [
      ...u16(text.length),
      runs.length ? 9 : 1,
      ...(runs.length ? u16(runs.length) : []),
      ...letters(text),
      ...runs.flatMap((r) => u16(...r)),
    ];
    return this.sst.push(data) - 1;
  }

  font(name: string, colour?: string): number {
    const at = indexIn(this.fonts, JSON.stringify([name, colour ? this.colour(colour) : 0x7fff]));
    return at > 3 ? at + 1 : at;
  }

  style(cell: BookCell): number {
    const code = cell.format ?? (cell.date ? 'dd/mm/yyyy' : undefined);
    return indexIn(
      this.xfs,
      JSON.stringify([
        this.font(cell.font ?? 'Times New Roman', cell.colour),
        code === undefined ? 0 : 164 + indexIn(this.codes, code),
        cell.fill ? this.colour(cell.fill) : -1,
      ]),
    );
  }

  private colour(rgb: string): number {
    return 8 + indexIn(this.palette, rgb);
  }
}

function indexIn(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at < 0 ? list.push(item) - 1 : at;
}

const serial = (iso: string, date1904: boolean): number =>
  Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 - (date1904 ? 1_462 : 0);

function cellRecords(cell: BookCell, tables: Tables, date1904: boolean): number[] {
  const { row, col } = parseCellName(cell.at)!;
  const place = u16(row, col, tables.style(cell));
  const { value } = cell;
  if (cell.formula !== undefined) {
    const rgce = tokens(cell.formula);
    const special = (kind: number, data = 0): number[] => [kind, 0, data, 0, 0, 0, 0xff, 0xff];
    const result =
      cell.error !== undefined
        ? special(2, ERRORS[cell.error])
        : value === undefined || value === ''
          ? special(3)
          : typeof value === 'string'
            ? special(0)
            : typeof value === 'boolean'
              ? special(1, value ? 1 : 0)
              : f64(value);
    const record = biffRecord(0x06, [...place, ...result, ...u16(0), ...u32(0), ...u16(rgce.length), ...rgce]);
    return typeof value === 'string' && value !== '' ? [...record, ...biffRecord(0x207, sized(value))] : record;
  }
  if (cell.runs) {
    let at = 0;
    const runs = cell.runs.map((r): [number, number] => {
      const from = at;
      at += r.text.length;
      return [from, tables.font(r.font ?? cell.font ?? 'Times New Roman')];
    });
    return biffRecord(0xfd, [...place, ...u32(tables.string(cell.runs.map((r) => r.text).join(''), runs))]);
  }
  if (cell.error !== undefined) return biffRecord(0x205, [...place, ERRORS[cell.error]!, 1]);
  if (cell.date !== undefined) return biffRecord(0x203, [...place, ...f64(serial(cell.date, date1904))]);
  if (typeof value === 'boolean') return biffRecord(0x205, [...place, value ? 1 : 0, 0]);
  if (typeof value === 'number') return biffRecord(0x203, [...place, ...f64(value)]);
  if (value === undefined) return biffRecord(0x201, place);
  return biffRecord(0xfd, [...place, ...u32(tables.string(value))]);
}

function commentRecords(cell: BookCell, id: number): number[] {
  const text = cell.comment!;
  return [
    ...biffRecord(0x5d, [...u16(0x15, 18, 0x19, id), ...new Array<number>(14).fill(0)]),
    ...biffRecord(0x1b6, [...new Array<number>(10).fill(0), ...u16(text.length, 16), 0, 0, 0, 0]),
    ...biffRecord(0x3c, [1, ...letters(text)]),
    ...biffRecord(0x3c, new Array<number>(16).fill(0)),
  ];
}

function sheetRecords(sheet: BookSheet, tables: Tables, date1904: boolean): number[] {
  const out = bof(0x10);
  const hiddenCols = (sheet.hiddenCols ?? []).map((c) => parseCellName(`${c}1`)!.col);
  if (sheet.filtered) out.push(...biffRecord(0x9b, []));
  for (const c of hiddenCols) out.push(...biffRecord(0x7d, [...u16(c, c, 2_000, 15, 1), 0, 0]));
  for (const n of sheet.hiddenRows ?? [])
    out.push(...biffRecord(0x208, [...u16(n - 1, 0, 1, 255, 0, 0, 0x20 | 0x100, 15)]));
  for (const cell of sheet.cells) out.push(...cellRecords(cell, tables, date1904));
  const commented = sheet.cells.filter((c) => c.comment !== undefined);
  commented.forEach((c, i) => out.push(...commentRecords(c, i + 1)));
  commented.forEach((c, i) => {
    const p = parseCellName(c.at)!;
    out.push(...biffRecord(0x1c, [...u16(p.row, p.col, 0, i + 1), ...sized('a')]));
  });
  const merges = (sheet.merges ?? []).map((m) => parseAreaName(m)!);
  if (merges.length)
    out.push(
      ...biffRecord(0xe5, [...u16(merges.length), ...merges.flatMap((m) => u16(m.top, m.bottom, m.left, m.right))]),
    );
  return [...out, ...EOF];
}

function styleRecords(tables: Tables): number[] {
  const out: number[] = [];
  for (const font of tables.fonts) {
    const [name, colour] = JSON.parse(font) as [string, number];
    out.push(...biffRecord(0x31, [...u16(220, 0, colour, 400, 0), 0, 0, 0, 0, ...short(name)]));
  }
  tables.codes.forEach((code, i) => out.push(...biffRecord(0x41e, [...u16(164 + i), ...sized(code)])));
  for (const xf of tables.xfs) {
    const [font, format, fill] = JSON.parse(xf) as [number, number, number];
    out.push(
      ...biffRecord(0xe0, [
        ...u16(font, format, 0),
        0,
        0,
        0,
        0,
        ...u32(0),
        ...u32(fill < 0 ? 0 : 1 << 26),
        ...u16(fill < 0 ? 0 : fill),
      ]),
    );
  }
  if (tables.palette.length)
    out.push(
      ...biffRecord(0x92, [
        ...u16(tables.palette.length),
        ...tables.palette.flatMap((c) => [...[0, 2, 4].map((i) => parseInt(c.slice(i, i + 2), 16)), 0]),
      ]),
    );
  return out;
}

/** The workbook stream of an Excel 97 file; `extra` are records put into the globals. */
export function xlsStream(book: Book, extra: number[] = [], sheets?: number[][]): Uint8Array {
  const tables = new Tables();
  const bodies = sheets ?? book.sheets.map((s) => sheetRecords(s, tables, book.date1904 ?? false));
  const before = [...bof(5), ...extra, ...biffRecord(0x22, u16(book.date1904 ? 1 : 0)), ...styleRecords(tables)];
  const sst = biffRecord(0xfc, [...u32(tables.sst.length, tables.sst.length), ...tables.sst.flat()]);
  const state = { hidden: 1, veryHidden: 2 } as const;
  const bound = (at: number, sheet: BookSheet): number[] =>
    biffRecord(0x85, [...u32(at), sheet.visibility ? state[sheet.visibility] : 0, 0, ...short(sheet.name)]);
  const head = before.length + book.sheets.reduce((n, s) => n + bound(0, s).length, 0) + sst.length + EOF.length;
  let at = head;
  const places = book.sheets.map((s, i) => {
    const from = at;
    at += bodies[i]!.length;
    return bound(from, s);
  });
  return Uint8Array.from([...before, ...places.flat(), ...sst, ...EOF, ...bodies.flat()]);
}

export function makeXls(book: Book): Uint8Array {
  return makeOle({ Workbook: xlsStream(book) });
}
