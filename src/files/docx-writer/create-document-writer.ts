import type { DocumentWriter } from '../../app/ports';

/**
 * Writes Word documents with the library docx; equal input gives equal bytes. The library is loaded with the first
 * document, so that nobody waits for it who only checks files.
 */
export function createDocumentWriter(): DocumentWriter {
  const load = () => import('./documents');
  return {
    async writeAppendices(plan) {
      const sheets = plan.sheets.filter((s) => s.role === 'appendix');
      if (sheets.length === 0) throw new Error('The plan has no appendix');
      return (await load()).appendices(plan.title, sheets, plan.styles);
    },
    writeLetter: async (letter) => (await load()).letter(letter),
    writeList: async (list) => (await load()).list(list),
  };
}
