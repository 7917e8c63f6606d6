import { expandAbbreviations } from '../text/abbreviations';
import { foldText } from '../text/fold';
import { prepare, type PreparedText } from '../text/prepared-text';
import type { Template, TemplateColumn, TemplateRow } from '../templates/schema';

/** A wording ready to be compared: `folded` as printed, `full` and `prepared` with abbreviations written out. */
export interface Wording {
  folded: string;
  full: string;
  prepared: PreparedText;
}

/** A form's column with its wordings prepared for comparison. */
export interface PreparedColumn {
  column: TemplateColumn;
  /** Lowest header cell and its variants. */
  leaf: Wording[];
  /** The whole path joined: "Chia ra theo cấp hành chính Cấp tỉnh". */
  path: Wording;
}

/** A form's row with its wording and variants prepared for comparison. */
export interface PreparedRow {
  row: TemplateRow;
  labels: Wording[];
}

/** A template with its wordings folded and prepared once. */
export interface PreparedTemplate {
  template: Template;
  titles: Wording[];
  columns: PreparedColumn[];
  /** Header cells above others: "Chia ra theo cấp hành chính". */
  parents: Wording[];
  rows: PreparedRow[];
  /** Folded label, abbreviations written out → row. */
  byLabel: Map<string, TemplateRow>;
  /** Row key → row. */
  rowOf: ReadonlyMap<string, TemplateRow>;
  totalLabels: string[];
}

const cache = new WeakMap<Template, PreparedTemplate>();

function wording(text: string): Wording {
  const full = expandAbbreviations(text);
  return { folded: foldText(text), full, prepared: prepare(full) };
}

/** Folds and prepares a template's titles, headers and labels; the work is done once per template. */
export function prepareTemplate(template: Template): PreparedTemplate {
  const known = cache.get(template);
  if (known) return known;
  const rows = template.rows.map((row) => ({ row, labels: [row.label, ...row.variants].map(wording) }));
  const made: PreparedTemplate = {
    template,
    titles: [template.title, ...template.titleVariants].map(wording),
    columns: template.columns.map((column) => ({
      column,
      leaf: [column.header[column.header.length - 1]!, ...column.variants].map(wording),
      path: wording(column.header.join(' ')),
    })),
    parents: [...new Set(template.columns.flatMap((c) => c.header.slice(0, -1)))].map(wording),
    rows,
    byLabel: new Map(rows.flatMap((r) => r.labels.map((l) => [l.full, r.row] as const))),
    rowOf: new Map(template.rows.map((r) => [r.key, r])),
    totalLabels: template.totalRow ? [template.totalRow.label, ...template.totalRow.variants].map(foldText) : [],
  };
  cache.set(template, made);
  return made;
}
