import { describe as receive } from '../../../src/app/receive/receive-file';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import { consolidate } from '../../../src/core/consolidate/consolidate';
import { groupSubmissions } from '../../../src/core/consolidate/group-submissions';
import { consolidateTable } from '../../../src/core/consolidate/consolidate-table';
import { prove } from '../../../src/core/consolidate/prove';
import type { ConsolidatedFigure } from '../../../src/core/model/consolidation';
import type { Grid } from '../../../src/core/model/grid';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

const OPTIONS = { templates: templates(), register: null, period: null };
const TITLE = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];
type Row = (row: string) => (string | number)[];

const grid = (figure: Row): Grid => makeGrid([...TITLE, ...PL2_HEAD, ...pl2Rows(figure)]);
function file(name: string, of: Grid | Row, level: 'province' | 'district' = 'district'): ReceivedFile {
  const grids = [typeof of === 'function' ? grid(of) : of];
  const received = receive(name, 'a'.repeat(64), { grids, issues: [] }, OPTIONS);
  return {
    ...received,
    agency: { ...received.agency, agency: { code: name, name, level }, state: 'agreed', score: 1 },
  };
}
const figureOf = (tables: ReturnType<typeof consolidate>['tables'], row: string, column: string): ConsolidatedFigure =>
  tables[0]!.rows.find((r) => r.row === row)!.figures[column]!;

const SOUND: Row = (row) => (row === '26' ? [320, '', 221, 99, ''] : [5, 3, 2, '', '']);

/** The cell of row 4 becomes another figure than the sheet holds, or is lost. */
function doctored(how: 'changed' | 'lost'): ReceivedFile {
  const bad = structuredClone(file('bad', SOUND));
  const [appendix] = bad.appendices;
  if (how === 'lost') appendix!.cells = appendix!.cells.filter((c) => c.row !== '4');
  else appendix!.cells.find((c) => c.row === '4' && c.column === 'province')!.figure = { kind: 'number', value: 30 };
  return bad;
}

describe('a file whose figures do not close', () => {
  test.each(['changed', 'lost'] as const)('is set aside with the place, and the others are added (%s)', (how) => {
    const run = runConsolidation([file('good', SOUND), doctored(how)], OPTIONS);
    const { proof, tables, faulty, submissions } = run.consolidation;
    expect(faulty).toEqual(
      [{ file: 'bad', reasons: [expect.stringMatching(/^PL/)] }].map((f) => ({
        ...f,
        reasons: expect.arrayContaining(f.reasons),
      })),
    );
    expect(proof.closes).toBe(true);
    expect(proof.files).toEqual({ in: 2, merged: 1, returned: 0, setAside: 1 });
    expect(proof.cells.read).toBe(proof.cells.placed + proof.cells.refused);
    expect(figureOf(tables, '4', 'province').value).toBe(3);
    expect(submissions.find((s) => s.key === 'bad')!.leftOut![0]).toMatchObject({ why: 'does-not-close' });
    expect(run.findings.find((f) => f.rule === 'does-not-close')).toMatchObject({ severity: 'error', file: 'bad' });
    expect(run.consolidation.excluded.some((e) => e.file === 'bad')).toBe(true);
  });

  test('alone leaves nothing to add up', () => {
    const { tables, proof } = consolidate([doctored('changed')], templates(), null);
    expect(tables).toEqual([]);
    expect(proof.files).toEqual({ in: 1, merged: 0, returned: 0, setAside: 1 });
  });
});

describe('every placed value is held against what the province took', () => {
  const files = [file('a', SOUND), file('b', SOUND)];
  const { submissions } = groupSubmissions(files);
  const table = (): ReturnType<typeof consolidateTable> =>
    consolidateTable(
      templates().find((t) => t.id === 'phu-luc-2')!,
      submissions,
      [],
    );
  const breaksOf = (change: (figure: ConsolidatedFigure) => void, row: string, column: string) => {
    const made = table()!;
    change(made.rows.find((r) => r.row === row)!.figures[column]!);
    return prove(files, submissions, [made], templates()).places;
  };

  test('the sound table has no break', () => expect(breaksOf(() => undefined, '1', 'province')).toEqual([]));

  test.each([
    ['a term of a sum', '1', 'district'],
    ['a common value', '26', 'district'],
  ])('%s that is passed over is named with file, sheet and cell', (_, row, column) => {
    const places = breaksOf((f) => f.contributions.splice(0, 1), row, column);
    expect(places[0]!.file).toBe('a');
    expect(places[0]!.text).toMatch(/^a, PL, ô E\d+ /);
  });

  test('a figure that is taken otherwise than it stands, or from nowhere, is named too', () => {
    expect(breaksOf((f) => (f.contributions[1]!.value = 7), '1', 'district')[0]).toMatchObject({ file: 'b' });
    expect(breaksOf((f) => (f.contributions[1]!.cell = 'Z99'), '1', 'district').map((p) => p.file)).toContain('b');
  });

  test('a province figure that is not its terms is a break of no file', () => {
    expect(breaksOf((f) => (f.value = 99), '1', 'district').map((p) => p.file)).toContain(null);
    expect(breaksOf((f) => (f.value = null), '26', 'district').map((p) => p.file)).toContain(null);
    expect(breaksOf((f) => (f.value = 99), '1', 'total').map((p) => p.file)).toContain(null);
  });
});

describe('a formula without a stored result', () => {
  const withFormula = (row: number, col: number, formula: string): Grid => {
    const made = grid(SOUND);
    const cell = made.cells.find((c) => c.row === row && c.col === col)!;
    Object.assign(cell, { kind: 'text', value: '', text: '', formula, noCachedValue: true });
    return made;
  };
  // Row 1 of the form stands in row 5 of the sheet; Cấp huyện is column E.
  const top = 4;

  test.each([
    ['3+1', 4],
    ['=E6+1'.slice(1), 3],
    ['SUM(E6,1)', 3],
    ['230', 230],
    ['E6-1', 1],
  ])('%s counts in the sum, and is told', (formula, value) => {
    const run = runConsolidation([file('a', withFormula(top, 4, formula)), file('b', SOUND)], OPTIONS);
    expect(run.consolidation.proof.closes).toBe(true);
    expect(run.consolidation.faulty).toBeUndefined();
    expect(figureOf(run.consolidation.tables, '1', 'district').value).toBe(value + 2);
    expect(run.findings.filter((f) => f.rule === 'text-repaired' && f.cell === 'E5')).toHaveLength(1);
  });

  test('counts as a common value', () => {
    const made = withFormula(top + 25, 4, '221');
    const { tables } = consolidate([file('a', made)], templates(), null);
    expect(figureOf(tables, '26', 'district').value).toBe(221);
    expect(figureOf(tables, '26', 'total').value).toBe(320);
  });

  test('is computed through formulas that it refers to, and a circle is refused', () => {
    const made = withFormula(top, 4, 'E6+1');
    const other = made.cells.find((c) => c.row === top + 1 && c.col === 4)!;
    Object.assign(other, { kind: 'text', value: '', text: '', formula: '2+2', noCachedValue: true });
    expect(figureOf(consolidate([file('a', made)], templates(), null).tables, '1', 'district').value).toBe(5);
    other.formula = 'E5';
    const run = runConsolidation([file('a', made)], OPTIONS);
    expect(run.findings.filter((f) => f.rule === 'formula-error').map((f) => f.cell)).toEqual(['E5', 'E6']);
  });
});
