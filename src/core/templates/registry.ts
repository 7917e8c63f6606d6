import motCua from './catalogue/mot-cua.json';
import phuLuc1 from './catalogue/phu-luc-1.json';
import phuLuc2 from './catalogue/phu-luc-2.json';
import phuLuc3 from './catalogue/phu-luc-3.json';
import phuLuc4 from './catalogue/phu-luc-4.json';
import { parseTemplate } from './parse-template';
import type { Template } from './schema';

const SHIPPED: readonly unknown[] = [phuLuc1, phuLuc2, phuLuc3, phuLuc4, motCua];

let loaded: readonly Template[] | undefined;

/** Every form that ships with the program, in the order in which results are shown. Checked against the schema once. */
export function templates(): readonly Template[] {
  loaded ??= SHIPPED.map((json) => {
    const parsed = parseTemplate(json);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.template;
  });
  return loaded;
}

/** The form with this id, or undefined. */
export function templateById(id: string): Template | undefined {
  return templates().find((t) => t.id === id);
}
