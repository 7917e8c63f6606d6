import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { u16 } from '../../zip/little-endian';
import { GENERAL, numberFormat, type NumberFormat } from '../number-format/number-format';
import { BLACK, nearlySame, resolveColour, WHITE, type Rgb } from '../xlsx/colours';
import type { CellStyle } from '../xlsx/styles';
import { colourRef, decoder, readPalette } from './globals';

interface OldXf {
  font: number;
  format: number;
  fill: number | null;
}

/**
 * Fonts, formats and cell formats of Excel 2 to 4, in the order they are written; a sheet of a workspace begins with
 * those of the workspace.
 */
export class OldStyles {
  codePage = 1252;
  date1904 = false;
  private fonts: { name: string; colour: number }[] = [];
  private formats: NumberFormat[] = [];
  private xfs: OldXf[] = [];
  private palette: Rgb[] = [];

  constructor(private readonly limits: ReadLimits) {}

  copy(): OldStyles {
    const copy = new OldStyles(this.limits);
    Object.assign(copy, {
      codePage: this.codePage,
      date1904: this.date1904,
      fonts: [...this.fonts],
      formats: [...this.formats],
      xfs: [...this.xfs],
      palette: this.palette,
    });
    return copy;
  }

  /** Takes a record that says something of styles; false for any other. */
  take(type: number, data: Uint8Array): boolean {
    if (this.fonts.length + this.xfs.length + this.formats.length > this.limits.styles)
      throw tooLarge('quá nhiều kiểu định dạng ô');
    switch (type) {
      case 0x42:
        this.codePage = u16(data, 0);
        return true;
      case 0x22:
        this.date1904 = u16(data, 0) === 1;
        return true;
      case 0x31:
        this.fonts.push({ name: this.text(data, 4), colour: 0x7fff });
        return true;
      case 0x231:
        this.fonts.push({ name: this.text(data, 6), colour: u16(data, 4) });
        return true;
      case 0x1e:
        this.formats.push(oldFormat(this.text(data, 0)));
        return true;
      case 0x41e:
        this.formats.push(oldFormat(this.text(data, 2)));
        return true;
      case 0x43:
        this.xfs.push({ font: data[0] ?? 0, format: (data[2] ?? 0) & 0x3f, fill: null });
        return true;
      case 0x243:
      case 0x443:
        this.xfs.push({ font: data[0] ?? 0, format: data[1] ?? 0, fill: solidFill(u16(data, 6)) });
        return true;
      case 0x92:
        this.palette = readPalette(data);
        return true;
      default:
        return false;
    }
  }

  /** A text whose length is one byte. */
  text(data: Uint8Array, at: number, font?: string): string {
    return this.decode(data.subarray(at + 1, at + 1 + (data[at] ?? 0)), font);
  }

  decode(bytes: Uint8Array, font?: string): string {
    return decoder(this.codePage)(bytes, font);
  }

  /** Whether cells name their format by a number; Excel 2.0 writes it into each cell. */
  get numbered(): boolean {
    return this.xfs.length > 0;
  }

  at(index: number): CellStyle {
    return this.made(this.xfs[index] ?? this.xfs[0] ?? { font: 0, format: 0, fill: null });
  }

  /** The style that a cell of Excel 2.0 spells out. */
  spelled(format: number, font: number): CellStyle {
    return this.made({ font, format, fill: null });
  }

  private made(xf: OldXf): CellStyle {
    // Font number 4 is left out here as in later versions.
    const font = this.fonts[xf.font > 4 ? xf.font - 1 : xf.font];
    const background = xf.fill === null ? WHITE : (resolveColour(colourRef(xf.fill, this.palette).colour, []) ?? WHITE);
    const colour = font ? (resolveColour(colourRef(font.colour, this.palette).colour, []) ?? BLACK) : BLACK;
    return {
      format: this.formats[xf.format] ?? GENERAL,
      font: font?.name || undefined,
      invisible: nearlySame(colour, background),
      background,
    };
  }
}

/** The short date of the program's own country, which every later version shows in that of the reader. */
function oldFormat(code: string): NumberFormat {
  return numberFormat(code.replace(/^m\/d\/yy(?= h:mm$|$)/i, 'dd/mm/yyyy'));
}

function solidFill(bits: number): number | null {
  return (bits & 0x3f) === 1 ? (bits >> 6) & 0x1f : null;
}
