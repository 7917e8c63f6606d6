import type { DocumentWriter } from '../../app/ports';
import { appendixSection } from './appendix-section';
import { letterSection } from './letter-section';
import { listSection } from './list-section';
import { pack } from './pack';

/** Writes Word documents with the library docx; equal input gives equal bytes. */
export function createDocumentWriter(): DocumentWriter {
  return {
    writeAppendices(plan) {
      const sheets = plan.sheets.filter((s) => s.role === 'appendix');
      if (sheets.length === 0) throw new Error('The plan has no appendix');
      return pack(plan.title, sheets.map((s) => appendixSection(s, plan.styles)));
    },
    writeLetter: (letter) => pack(letter.subject, [letterSection(letter)]),
    writeList: (list) => pack(list.title, [listSection(list)]),
  };
}
