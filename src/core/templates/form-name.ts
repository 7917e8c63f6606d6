import type { Template } from './schema';

/** What lists, messages and sheets call a form: "Phụ lục 2", "Một cửa". */
export function shortName(template: Pick<Template, 'name' | 'shortName' | 'appendixNumber'>): string {
  if (template.shortName) return template.shortName;
  return template.appendixNumber === null ? template.name : `Phụ lục ${template.appendixNumber}`;
}
