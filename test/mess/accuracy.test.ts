import { measure } from './accuracy';
import { throughXlsx } from './as-xlsx';
import { distortions } from './distortions';
import { judge } from './judge';
import { makeMess } from './make-mess';

describe('reading messy files', () => {
  test('no figure is wrong or lost in silence, in 100 files of every form; the proof closes on all', () => {
    const a = measure(20_201_129, 100);
    expect(
      a.examples
        .filter((e) => e.verdict.silent.length > 0)
        .map((e) => [e.file.name, e.file.distortions, e.verdict.silent[0]]),
    ).toEqual([]);
    expect(a.open).toEqual([]);
    expect(a.all.falseErrors).toBe(0);
    expect(a.sureRight / a.sure).toBeGreaterThanOrEqual(0.999);
    expect(a.unsureUnasked).toBe(0);
    // Some distortions leave a whole table to be asked about (units of thousands), so that not everything can be right.
    expect(a.all.right / a.all.cells).toBeGreaterThan(0.88);
  });

  test('every distortion alone: what is harmless is read in full', () => {
    for (const d of distortions) {
      for (const template of ['phu-luc-1', 'phu-luc-2', 'phu-luc-4', 'mot-cua']) {
        const file = makeMess(template, 7, [d.id]);
        if (file.distortions.length === 0) continue;
        const v = judge(file);
        expect([d.id, template, v.silent, v.closes]).toEqual([d.id, template, [], true]);
        if (d.effect === 'harmless') expect([d.id, template, v.right, v.errors]).toEqual([d.id, template, v.cells, []]);
      }
    }
  });

  test('the same file as real .xlsx gives the same', async () => {
    for (const [template, seed] of [
      ['phu-luc-1', 3],
      ['phu-luc-2', 4],
      ['phu-luc-3', 5],
      ['phu-luc-4', 6],
      ['mot-cua', 7],
    ] as const) {
      const file = makeMess(template, seed);
      const direct = judge(file);
      const read = judge(file, await throughXlsx(file.name, file.grids));
      expect([file.name, read.right, read.silent]).toEqual([file.name, direct.right, direct.silent]);
    }
  });

  test('the judge sees a figure that was lost or changed', () => {
    const file = makeMess('phu-luc-1', 11, ['stt-dot']);
    const cell = file.truth.find((t) => t.column === 'assigned' && typeof t.meant === 'number')!;
    const changed = { ...cell, meant: Number(cell.meant) + 1 };
    expect(judge({ ...file, truth: file.truth.map((t) => (t === cell ? changed : t)) }).silent).toHaveLength(1);
    expect(judge({ ...file, truth: file.truth.filter((t) => t !== cell) }).silent).toHaveLength(1);
    expect(judge({ ...file, truth: [...file.truth, { ...cell, row: cell.row + 200 }] }).silent).toHaveLength(1);
  });

  test('the same seed makes the same file', () => {
    expect(makeMess('phu-luc-4', 99)).toEqual(makeMess('phu-luc-4', 99));
    expect(new Set(distortions.map((d) => d.id)).size).toBe(distortions.length);
    expect(distortions.length).toBeGreaterThanOrEqual(60);
  });
});
