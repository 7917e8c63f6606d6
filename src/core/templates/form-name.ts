import type { Template } from './schema';

const NAMES: Record<string, string> = { 'mot-cua': 'Một cửa', papi: 'PAPI', 'par-index': 'PAR INDEX' };

/** How lists call a form: "Phụ lục 2", "Một cửa". */
export function shortName(template: Pick<Template, 'id' | 'name' | 'appendixNumber'>): string {
  return template.appendixNumber === null
    ? (NAMES[template.id] ?? template.name)
    : `Phụ lục ${template.appendixNumber}`;
}
