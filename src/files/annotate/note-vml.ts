import { parseCellName } from '../../core/model/address';
import { noteAnchor, type PixelSizes } from '../xlsx-writer/note-shapes';
import { CannotAnnotate } from './parts';

/** A block of shape numbers that belongs to one drawing (VML, o:idmap). */
const BLOCK = 1_024;
const SPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke ' +
  'joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/**
 * A drawing without shapes; `block` numbers it within the workbook, from 1, and `shapes` tells how many it will get.
 */
export function emptyVml(block: number, shapes: number): string {
  const blocks = Array.from({ length: blocksOf(shapes) }, (_, i) => block + i).join(',');
  return `<xml ${SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout></xml>`;
}

/** How many blocks so many shapes need. */
export function blocksOf(shapes: number): number {
  return Math.max(1, Math.ceil((shapes + 1) / BLOCK));
}

/**
 * The drawing with a note shape for each cell; what it holds already stays as it is. `block` numbers shapes where it
 * has none.
 */
export function addNoteShapes(
  vml: string,
  notes: ReadonlyMap<string, string>,
  sizes: PixelSizes,
  block: number,
): string {
  const end = vml.lastIndexOf('</xml>');
  if (end < 0) throw new CannotAnnotate('a drawing that is not VML');
  const taken = [...vml.matchAll(/_x0000_s(\d+)/g)].map((m) => Number(m[1]));
  let next = (taken.length > 0 ? Math.max(...taken) : block * BLOCK) + 1;
  const declared = /<xml\s[^<>]*xmlns:v=/.test(vml) && /xmlns:o=/.test(vml) && /xmlns:x=/.test(vml);
  const spaces = declared ? '' : ` ${SPACES}`;
  const shapes = [...notes].map(([cell, text]) => {
    const at = parseCellName(cell);
    if (!at) throw new CannotAnnotate(`no cell ${cell}`);
    return (
      `<v:shape${spaces} id="_x0000_s${next++}" type="#_x0000_t202" style="position:absolute;visibility:hidden" ` +
      'fillcolor="#ffffe1" o:insetmode="auto">' +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${noteAnchor(sizes, at.row, at.col, text)}</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${at.row}</x:Row><x:Column>${at.col}</x:Column></x:ClientData></v:shape>`
    );
  });
  const type = vml.includes('id="_x0000_t202"')
    ? ''
    : declared
      ? SHAPE_TYPE
      : SHAPE_TYPE.replace('<v:shapetype', `<v:shapetype ${SPACES}`);
  return vml.slice(0, end) + type + shapes.join('') + vml.slice(end);
}

/** Sizes of a sheet as its XML gives them, in pixels at 96 dots per inch. */
export function sizesOf(sheetXml: string): PixelSizes {
  const widths = [...sheetXml.matchAll(/<(?:\w+:)?col\s[^<>]*>/g)].map(([tag]) => ({
    from: Number(/\smin="(\d+)"/.exec(tag)?.[1] ?? 0) - 1,
    to: Number(/\smax="(\d+)"/.exec(tag)?.[1] ?? 0) - 1,
    width: /\shidden="(?:1|true)"/.test(tag) ? 0 : Number(/\swidth="([\d.]+)"/.exec(tag)?.[1] ?? 8.43),
  }));
  const heights = new Map(
    [...sheetXml.matchAll(/<(?:\w+:)?row\s[^<>]*>/g)].flatMap(([tag]): [number, number][] => {
      const height = /\sht="([\d.]+)"/.exec(tag)?.[1];
      return height === undefined ? [] : [[Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? 0) - 1, Number(height)]];
    }),
  );
  // A character is 7 pixels of Calibri 11, a point 4/3 pixels: Excel's defaults, good enough for the size of a note.
  return {
    width: (c) => Math.max(1, Math.round((widths.find((w) => c >= w.from && c <= w.to)?.width ?? 8.43) * 7 + 5)),
    height: (r) => Math.max(1, Math.round(((heights.get(r) ?? 15) * 4) / 3)),
  };
}
