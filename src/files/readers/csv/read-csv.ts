import type { Cell } from '../../../core/model/grid';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, grouped, refusalToResult, tooLarge } from '../../refusal';
import { decodeText } from '../../text/decode-text';
import { encodingIssue } from '../../text/encoding-issue';
import { ownString } from '../../xml/own-string';
import { isErrorText } from '../error-words';
import type { ReaderOptions } from '../format-reader';
import { findSeparator } from './separator';
import { forEachField } from './split-records';

const COLUMNS = 16_384;
const ROWS = 1_048_576;

/** Reads text whose fields are set apart by commas, semicolons, tabs or bars: bytes → one grid, or why not. */
export function readCsv(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => read(bytes, options.limits ?? READ_LIMITS));
}

function read(bytes: Uint8Array, limits: ReadLimits): ReadFile {
  const decoded = decodeText(bytes);
  const { separator, from } = findSeparator(decoded.text);
  const cells: Cell[] = [];
  forEachField(
    decoded.text,
    separator,
    from,
    (field, row, col) => {
      if (row >= ROWS || col >= COLUMNS) throw tooLarge('số dòng hoặc số cột vượt quá khổ trang tính');
      if (field === '') return true;
      if (field.length > limits.textLength) throw tooLarge(`một ô có hơn ${grouped(limits.textLength)} ký tự`);
      if (cells.length >= limits.cells) throw tooLarge(`hơn ${grouped(limits.cells)} ô có nội dung`);
      const value = ownString(field);
      cells.push({ row, col, kind: isErrorText(value) ? 'error' : 'text', value, text: value });
      return true;
    },
    () => {
      throw damaged('có dấu ngoặc kép mở mà không đóng');
    },
  );
  return {
    ok: true,
    format: 'csv',
    issues: encodingIssue(decoded),
    grids: [
      {
        sheet: 'Bảng 1',
        index: 0,
        visibility: 'visible',
        cells,
        merges: [],
        hiddenRows: [],
        hiddenCols: [],
        plainText: true,
      },
    ],
  };
}
