import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe as describeFile } from '../../src/app/receive/receive-file';
import { areaName, cellName } from '../../src/core/model/address';
import type { Cell, Grid, TextRun } from '../../src/core/model/grid';
import type { ReceivedFile } from '../../src/core/model/submission';
import { parseRegister } from '../../src/core/agencies/parse-register';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { createReader } from '../../src/files/readers/read-workbook';
import type { Book } from '../files/book';
import { makeOds } from '../files/make-ods';
import { makeXls } from '../files/make-xls';
import { makeXlsx } from '../files/make-xlsx';
import { encodeTcvn3, encodeTcvn3Capitals, encodeVni } from '../support/encode-legacy';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const FILES = ['Thanh tra tinh 57-BC-TTT.xlsx', 'UBND TP Nha Trang.xlsx', 'SXD.xlsx', 'UBND huyen Khanh Son.docx'];
const register = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
if (!register.ok) throw new Error(register.message);
const options = { templates: templates(), register: register.register, period: readPeriod('2020') };
const reader = createReader();

async function gridsOf(file: string, bytes?: Uint8Array): Promise<Grid[]> {
  const read = await reader.read({
    file,
    bytes: bytes ?? new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file))),
  });
  if (!read.ok) throw new Error(read.message);
  return read.grids;
}

const receive = (grids: Grid[]): ReceivedFile => describeFile('bao cao.xlsx', '', { grids, issues: [] }, options);

/** What must not depend on how the text is stored; in lower case where a capitals font loses the case. */
function essence(file: ReceivedFile, lower = false): string {
  const words = JSON.stringify({
    agency: file.agency.agency?.code,
    period: file.period,
    tallies: file.tallies,
    appendices: file.appendices.map((a) => ({
      template: a.template,
      area: a.area,
      scope: a.scope,
      title: a.title,
      confidence: a.confidence,
      rows: a.rows,
      refused: a.refused,
      cells: a.cells.map((c) => [c.row, c.column, c.cell, c.figure, c.text]),
      issues: a.issues.map((i) => [i.rule, i.at, i.severity, i.params]),
    })),
  });
  return (lower ? words.toLowerCase() : words).replace(/\},/g, '},\n').replace(/\],/g, '],\n');
}

type Change = (text: string, cell: Cell) => Partial<Cell>;
const isPlain = (text: string): boolean => /^[\0-\x7f“”–]*$/.test(text);

/** The grids with each text cell stored another way. `title` counts as text above the first table too. */
const changed = (grids: Grid[], change: Change, line: (text: string) => string): Grid[] =>
  grids.map((g) => ({
    ...g,
    ...(g.before ? { before: g.before.map(line) } : {}),
    cells: g.cells.map((c) => (c.kind === 'text' ? { ...c, ...change(String(c.value), c) } : c)),
  }));

const stored = (value: string, font: string): Partial<Cell> => ({ value, text: value, font });

/** As typists do it: .VnTime, with .VnTimeH for each capital that .VnTime does not have. */
function tcvn3Runs(text: string): Partial<Cell> {
  const runs: TextRun[] = [];
  for (const c of text) {
    const capital = (() => {
      try {
        encodeTcvn3(c);
        return false;
      } catch {
        return true;
      }
    })();
    const run = { text: capital ? encodeTcvn3Capitals(c) : encodeTcvn3(c), font: capital ? '.VnTimeH' : '.VnTime' };
    const last = runs[runs.length - 1];
    if (last && last.font === run.font) last.text += run.text;
    else runs.push(run);
  }
  const value = runs.map((r) => r.text).join('');
  return runs.length > 1
    ? { value, text: value, runs, font: 'Times New Roman' }
    : stored(value, runs[0]?.font ?? '.VnTime');
}

/** A third in TCVN3, a third in VNI, the rest in Unicode, in runs of one cell. */
function threeFonts(text: string): Partial<Cell> {
  const words = text.split(/(?<= )/);
  const third = Math.ceil(words.length / 3);
  const [a, b, c] = [
    words.slice(0, third).join(''),
    words.slice(third, 2 * third).join(''),
    words.slice(2 * third).join(''),
  ] as const;
  const runs = [
    { text: encodeVni(a), font: 'VNI-Times' },
    { text: b, font: 'Times New Roman' },
    { text: encodeVni(c), font: 'VNI-Helve' },
  ];
  const value = runs.map((r) => r.text).join('');
  return { value, text: value, runs };
}

const lowerLine = (text: string): string => encodeTcvn3Capitals(text);
const WAYS: [string, Change, (line: string) => string, boolean][] = [
  ['.VnTime with .VnTimeH capitals', tcvn3Runs, lowerLine, true],
  ['.VnTimeH throughout', (t) => stored(encodeTcvn3Capitals(t), '.VnTimeH'), lowerLine, true],
  ['VNI-Times', (t) => stored(encodeVni(t), 'VNI-Times'), encodeVni, false],
  ['VNI and Unicode in one cell', threeFonts, encodeVni, false],
];

/** The file as one workbook of bytes and read again: fonts, runs and U+00AD go through XML. */
function asBook(grids: Grid[]): Book {
  return {
    sheets: grids.map((g) => ({
      name: g.sheet,
      merges: g.merges.map(areaName),
      cells: g.cells.map((c) => ({
        at: cellName(c.row, c.col),
        value: c.value,
        ...(c.kind === 'date' ? { value: undefined, date: String(c.value) } : {}),
        ...(c.font ? { font: c.font } : {}),
        ...(c.runs ? { runs: c.runs } : {}),
        ...(c.format ? { format: c.format } : {}),
        ...(c.formula ? { formula: c.formula } : {}),
      })),
    })),
  };
}

describe.each(FILES)('%s', (name) => {
  let original: Grid[];
  beforeAll(async () => {
    original = await gridsOf(name);
  });

  test.each(WAYS)('in %s is the same file', (_, change, line, lower) => {
    const truth = receive(original);
    const old = changed(original, change, line);
    const file = receive(old);
    expect(truth.appendices.length).toBeGreaterThan(0);
    expect(essence(file, lower)).toBe(essence(truth, lower));
    expectRepairs(file, original, old);
  });

  test('text that kept an old font but was typed in Unicode stays', () => {
    for (const font of ['.VnTime', '.VnTimeH', 'VNI-Times']) {
      const file = receive(
        changed(
          original,
          () => ({ font }),
          (t) => t,
        ),
      );
      expect(essence(file)).toBe(essence(receive(original)));
      expect(file.issues.filter((i) => i.rule === 'text-repaired')).toEqual([]);
    }
  });

  test('without a font to tell, the content does, and a warning says so', () => {
    const old = changed(original, (t) => stored(encodeVni(t), 'Calibri'), encodeVni);
    const file = receive(old);
    expect(essence(file)).toBe(essence(receive(original)));
    const warned = file.issues.filter((i) => i.rule === 'text-repaired' && i.severity === 'warning');
    expect(warned.map((i) => [i.at.sheet, i.at.cell])).toEqual(
      file.appendices
        .map((a) => a.sheet)
        .filter((s, i, all) => all.indexOf(s) === i)
        .map((s) => [s, undefined]),
    );
    const tcvn = receive(changed(original, (t) => stored(encodeTcvn3Capitals(t), 'Calibri'), lowerLine));
    expect(tcvn.appendices.map((a) => a.template)).toEqual(file.appendices.map((a) => a.template));
  });

  test('NFD, other blanks, zero-width blanks, old accents: same figures', () => {
    const ways: ((t: string) => string)[] = [
      (t) => t.normalize('NFD'),
      (t) => t.replace(/ /g, '\u00a0'),
      (t) => t.replace(/ /g, ' \u200b'),
      (t) => t.replace(/òa/g, 'oà').replace(/óa/g, 'oá').replace(/ủy/g, 'uỷ').replace(/ỏa/g, 'oả'),
      (t) => t.replace(/(?<=\p{L})o/gu, '\u043e').replace(/\bC(?=\p{L})/gu, '\u0421'),
    ];
    const figures = (f: ReceivedFile): unknown =>
      f.appendices.map((a) => [
        a.template,
        a.cells.map((c) => (c.figure.kind === 'text' || c.figure.kind === 'word' ? c.figure.kind : c.figure)),
      ]);
    for (const way of ways) {
      const file = receive(changed(original, (t) => ({ value: way(t), text: way(t) }), way));
      expect(figures(file)).toEqual(figures(receive(original)));
      expect(file.agency.agency?.code).toBe(receive(original).agency.agency?.code);
    }
  });
});

/** One repair for each cell whose stored text had to change, with both texts; none for any other. */
function expectRepairs(file: ReceivedFile, original: Grid[], old: Grid[]): void {
  const meant = original.flatMap((g, i) =>
    g.cells.flatMap((c, j) => {
      const cell = old[i]!.cells[j]!;
      return c.kind === 'text' && !isPlain(String(cell.value)) && cell.value !== c.value
        ? [`${g.sheet}!${cellName(c.row, c.col)} ${String(cell.value)} ${String(c.value).toLowerCase()}`]
        : [];
    }),
  );
  const repaired = file.issues
    .filter((i) => i.rule === 'text-repaired' && i.at.cell)
    .map((i) => `${i.at.sheet}!${i.at.cell} ${String(i.params!.before)} ${String(i.params!.after).toLowerCase()}`);
  expect(repaired).toEqual(meant);
  expect(meant.length).toBeGreaterThan(60);
  expect(
    file.issues
      .filter((i) => i.rule === 'text-repaired')
      .every((i) => i.severity === 'info' && i.params!.kind === 'font-decoded' && i.at.file === 'bao cao.xlsx'),
  ).toBe(true);
}

describe.each([
  ['xlsx', makeXlsx],
  ['xls', makeXls],
  ['ods', makeOds],
] as const)('through bytes of .%s', (format, make) => {
  test.each(WAYS)('in %s', async (_, change, line, lower) => {
    const original = await gridsOf('UBND TP Nha Trang.xlsx');
    const read = async (grids: Grid[]): Promise<ReceivedFile> =>
      receive(await gridsOf(`a.${format}`, make(asBook(grids))));
    const plain = await read(original);
    expect(plain.appendices.length).toBe(4);
    const old = await read(changed(original, change, line));
    expect(essence(old, lower)).toBe(essence(plain, lower));
    const kinds = old.issues.filter((i) => i.rule === 'text-repaired').map((i) => i.params!.kind);
    expect(new Set(kinds)).toEqual(new Set(['font-decoded']));
    expect(kinds.length).toBeGreaterThan(60);
  });
});
