import { cellName } from '../../src/core/model/address';
import { templateById } from '../../src/core/templates/registry';
import { baseTable } from './base-table';
import { distortions } from './distortions';
import type { Distortion, MessDoc, MessFile } from './mess';
import { render } from './render';
import { Rng } from './rng';

/** Columns before rows, rows before what stands in them; what copies whole tables last. */
const ORDER = [
  'title',
  'above',
  'stt',
  'columns',
  'added',
  'header',
  'row-order',
  'slip',
  'row-count',
  'row-extra',
  'row-total',
  'row-blank',
  'header-repeat',
  'label',
  'label-form',
  'label-break',
  'figures',
  'none',
  'percent',
  'formula',
  'notes',
  'number-row',
  'figure-merge',
  'hidden',
  'below',
  'place',
  'sheet-name',
  'sheet',
  'book',
];

/** One file of a template: the same seed gives the same file. `wanted`: use exactly these distortions. */
export function makeMess(template: string, seed: number, wanted?: readonly string[]): MessFile {
  const rng = new Rng(Math.imul(seed, 2_654_435_761) ^ hash(template));
  const doc: MessDoc = { name: `${template}-${seed}.xlsx`, sheets: [] };
  const chosen = wanted ? distortions.filter((d) => wanted.includes(d.id)) : null;
  const table = baseTable(templateById(template)!, rng, { large: true });
  doc.sheets.push({
    name: rng.pick(['PL', 'Sheet1', `${template}`]),
    side: false,
    top: 0,
    left: 0,
    gap: 2,
    visibility: 'visible',
    tables: [table],
  });
  const used = inOrder(chosen ?? pickSome(doc, rng)).filter((d) => d.fits?.(doc) ?? true);
  for (const d of used) d.apply(doc, rng);
  const { grids, truth } = render(doc);
  for (const grid of grids)
    for (const cell of grid.cells) if (cell.formula === 'LEVELS') resolve(grid.cells, cell, truth, grid.sheet);
  return { name: doc.name, template, seed, distortions: used.map((d) => d.id), grids, truth };
}

function pickSome(doc: MessDoc, rng: Rng): Distortion[] {
  const count = rng.int(1, 4);
  const chosen: Distortion[] = [];
  for (const d of rng.shuffled(distortions)) {
    if (chosen.length === count) break;
    if (!(d.fits?.(doc) ?? true) || chosen.some((c) => c.slot === d.slot)) continue;
    chosen.push(d);
  }
  return chosen;
}

function inOrder(list: readonly Distortion[]): Distortion[] {
  const place = (d: Distortion): number => {
    const at = ORDER.indexOf(d.slot);
    return at < 0 ? ORDER.length : at;
  };
  return [...list].sort((a, b) => place(a) - place(b));
}

/** Writes the sum of the row's level cells as an Excel formula. */
function resolve(
  cells: MessFile['grids'][number]['cells'],
  cell: MessFile['grids'][number]['cells'][number],
  truth: MessFile['truth'],
  sheet: string,
): void {
  const own = truth.find((t) => t.sheet === sheet && t.row === cell.row && t.col === cell.col);
  const levels = truth.filter(
    (t) =>
      own &&
      t.sheet === sheet &&
      t.row === own.row &&
      t.template === own.template &&
      ['province', 'district', 'commune'].includes(t.column) &&
      t.table.left === own.table.left,
  );
  const parts = levels
    .filter((t) => cells.some((c) => c.row === t.row && c.col === t.col && c.kind === 'number'))
    .map((t) => cellName(t.row, t.col));
  if (parts.length === levels.length && parts.length > 0)
    cell.formula = parts.length > 1 ? `SUM(${parts.join(',')})` : parts[0]!;
  else {
    delete cell.formula;
    delete cell.noCachedValue;
    cell.value = Number(own?.meant ?? 0);
    cell.text = String(cell.value);
    cell.kind = 'number';
  }
}

function hash(text: string): number {
  let h = 2_166_136_261;
  for (const ch of text) h = Math.imul(h ^ ch.charCodeAt(0), 16_777_619);
  return h >>> 0;
}
