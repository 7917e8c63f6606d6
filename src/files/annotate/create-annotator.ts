import type { FileAnnotator } from '../../app/ports';
import { detectFormat } from '../readers/format';
import { Refusal } from '../refusal';
import { annotateXlsx } from './annotate-xlsx';
import { CannotAnnotate } from './parts';

/**
 * Annotates Excel workbooks (.xlsx, .xlsm); null for every other kind, and for a workbook that cannot be added to with
 * certainty.
 */
export function createAnnotator(): FileAnnotator {
  return {
    annotate({ bytes }, notes, list) {
      if (detectFormat(bytes) !== 'xlsx') return null;
      try {
        return annotateXlsx(bytes, notes, list);
      } catch (error) {
        if (error instanceof CannotAnnotate || error instanceof Refusal) return null;
        throw error;
      }
    },
  };
}
