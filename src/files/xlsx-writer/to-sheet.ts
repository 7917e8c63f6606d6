import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { areaName, cellName } from '../../core/model/address';
import type { Area } from '../../core/model/grid';
import type { CellPlan, OutputPlan, PagePlan, SheetPlan } from '../../core/model/output-plan';
import { fileTarget } from './file-target';
import { keepUnderscores, looksLikeFormula, safeText } from './safe-text';
import { quoted } from './sheet-names';
import { toCharts } from './to-charts';
import { FONT, toStyle } from './to-style';

/** Excel opens at most 65,530 hyperlinks of a sheet; the text of a cell stays when its link is left out. */
const LINK_LIMIT = 65_530;
/** Notes longer than this are never read; Excel's own limit is that of a cell. */
const NOTE_LIMIT = 2_000;
const MM_PER_INCH = 25.4;
/** Distance of the page number from the edge of the paper. */
const HEADER_MM = 10;

/** A sheet for hucre, and the places inside files that its links lead to, which hucre cannot say (by cell name). */
export interface SheetParts {
  sheet: WriteSheet;
  locations: Map<string, string>;
}

/** Our sheet as hucre's; `names` maps sheet names of the plan to those written. */
export function toSheet(plan: SheetPlan, styles: OutputPlan['styles'], names: ReadonlyMap<string, string>): SheetParts {
  const cells = new Map<string, Partial<Cell>>();
  const locations = new Map<string, string>();
  const styleOf = styleCache(styles);
  let links = 0;
  for (const cell of plan.cells) {
    const drawn = drawCell(cell, styleOf, names);
    if (cell.link && links < LINK_LIMIT) {
      const { hyperlink, location } = linkOf(cell.link, names);
      if (hyperlink) {
        drawn.hyperlink = hyperlink;
        links += 1;
      }
      if (location) locations.set(cellName(cell.row, cell.col), location);
    }
    cells.set(`${cell.row},${cell.col}`, drawn);
  }
  const anchors = anchorsOf(plan);
  for (const area of plan.merges) {
    const anchor = anchors.get(area);
    for (let r = area.top; r <= area.bottom; r++) {
      for (let c = area.left; c <= area.right; c++) {
        if (anchor && !cells.has(`${r},${c}`)) cells.set(`${r},${c}`, { style: styleOf(anchor.style, false) });
      }
    }
  }
  const charts = plan.charts?.length ? { charts: toCharts(plan.charts, names.get(plan.name) ?? plan.name) } : {};
  return { sheet: { ...layout(plan, names), cells, ...charts }, locations };
}

/** The cell in the upper left corner of each merged area. */
function anchorsOf(plan: SheetPlan): Map<Area, CellPlan> {
  const corners = new Map(plan.merges.map((area) => [`${area.top},${area.left}`, area]));
  const anchors = new Map<Area, CellPlan>();
  if (corners.size === 0) return anchors;
  for (const cell of plan.cells) {
    const area = corners.get(`${cell.row},${cell.col}`);
    if (area) anchors.set(area, cell);
  }
  return anchors;
}

type StyleOf = (name: CellPlan['style'], asText: boolean) => CellStyle;

function styleCache(styles: OutputPlan['styles']): StyleOf {
  const made = new Map<string, CellStyle>();
  return (name, asText) => {
    const key = `${name}|${asText}`;
    let style = made.get(key);
    if (!style) made.set(key, (style = toStyle(styles[name], asText)));
    return style;
  };
}

function drawCell(cell: CellPlan, styleOf: StyleOf, names: ReadonlyMap<string, string>): Partial<Cell> {
  const notes = cell.note ? [cell.note] : [];
  const drawn: Partial<Cell> = {};
  if (cell.formula !== undefined) {
    drawn.formula = renamed(cell.formula, names);
    drawn.formulaResult = typeof cell.value === 'string' ? keepUnderscores(safeText(cell.value).text) : cell.value;
    drawn.style = styleOf(cell.style, false);
  } else if (typeof cell.value === 'string') {
    const { text, cut } = safeText(cell.value);
    if (cut) notes.push('Nội dung quá dài nên đã cắt bớt; xem đủ ở tệp gốc.');
    drawn.style = styleOf(cell.style, looksLikeFormula(cell.value));
    // hucre writes a text such as "#REF!" as an error value; as a rich text of one run it stays text.
    if (text.startsWith('#')) drawn.richText = [{ text: keepUnderscores(text) }];
    else drawn.value = keepUnderscores(text);
  } else {
    drawn.value = cell.value;
    drawn.style = styleOf(cell.style, false);
  }
  if (notes.length > 0)
    drawn.comment = { author: 'Tổng hợp phụ lục', text: keepUnderscores(safeText(notes.join('\n'), NOTE_LIMIT).text) };
  return drawn;
}

/** References to a sheet whose name had to be changed follow it. */
function renamed(formula: string, names: ReadonlyMap<string, string>): string {
  let out = formula;
  for (const [from, to] of names) if (from !== to) out = out.split(`${quoted(from)}!`).join(`${quoted(to)}!`);
  return out;
}

function linkOf(
  link: NonNullable<CellPlan['link']>,
  names: ReadonlyMap<string, string>,
): { hyperlink?: Cell['hyperlink']; location?: string } {
  if (!('file' in link))
    return { hyperlink: { target: '', location: `${quoted(names.get(link.sheet) ?? link.sheet)}!${link.cell}` } };
  const target = fileTarget(link.file);
  if (target === null) return {};
  const sheet = link.sheet === undefined ? undefined : safeText(link.sheet).text;
  return { hyperlink: { target }, ...(sheet ? { location: `${quoted(sheet)}!${link.cell ?? 'A1'}` } : {}) };
}

function layout(plan: SheetPlan, names: ReadonlyMap<string, string>): WriteSheet {
  return {
    name: names.get(plan.name) ?? plan.name,
    columns: plan.widths.map((width) => ({ width })),
    rowDefs: new Map(Object.entries(plan.heights ?? {}).map(([row, height]) => [Number(row), { height }])),
    merges: plan.merges
      .filter((m) => m.top !== m.bottom || m.left !== m.right)
      .map((m) => ({ startRow: m.top, startCol: m.left, endRow: m.bottom, endCol: m.right })),
    view: { showGridLines: false, ...(plan.tab ? { tabColor: { rgb: plan.tab } } : {}) },
    ...(plan.freeze ? { freezePane: { rows: plan.freeze.rows, columns: plan.freeze.cols } } : {}),
    ...(plan.autofilter ? { autoFilter: { range: areaName(plan.autofilter) } } : {}),
    // hucre counts the row above the break.
    ...(plan.page.breaks?.length ? { rowBreaks: plan.page.breaks.map((row) => row - 1) } : {}),
    ...page(plan.page),
  };
}

function page(page: PagePlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const inches = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1e4) / 1e4;
  const { top, bottom, left, right } = page.margins;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: page.orientation,
      horizontalCentered: true,
      ...(page.fitWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : page.scale ? { scale: page.scale } : {}),
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(HEADER_MM),
        footer: inches(HEADER_MM),
      },
    },
    // Size 13 at the top centre and nothing on the first page (Nghị định 30/2020).
    ...(page.pageNumbers ? { headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT},Regular"&13&P` } } : {}),
  };
}
