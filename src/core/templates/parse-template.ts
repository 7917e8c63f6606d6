import type { Outcome } from '../model/outcome';
import { templateSchema, type Template } from './schema';

/** A form, or one Vietnamese sentence on what is wrong with its JSON. */
export type ParsedTemplate = Outcome<{ template: Template }>;

/**
 * Checks a form's JSON: shape by the schema, then that every row, column and identity names what exists.
 * The message tells the path and what is wrong there, for the person who writes a form.
 */
export function parseTemplate(json: unknown): ParsedTemplate {
  const parsed = templateSchema.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return { ok: false, message: `Biểu mẫu sai ở "${first?.path.join('.') ?? ''}": ${first?.message ?? ''}` };
  }
  const problem = inconsistency(parsed.data);
  return problem
    ? { ok: false, message: `Biểu mẫu ${parsed.data.id}: ${problem}` }
    : { ok: true, template: parsed.data };
}

function inconsistency(template: Template): string | null {
  const columns = new Set(template.columns.map((c) => c.key));
  const rows = new Set(template.rows.map((r) => r.key));
  if (columns.size !== template.columns.length) return 'có hai cột trùng mã';
  if (rows.size !== template.rows.length) return 'có hai dòng trùng mã';
  if (template.columns.filter((c) => c.role === 'label').length !== 1) return 'phải có đúng một cột nội dung (label)';
  if (template.rowMode === 'fixed' && template.rows.length === 0) return 'chưa khai các dòng';
  for (const row of template.rows) {
    for (const key of [...(row.columns ?? []), ...Object.keys(row.consolidate ?? {})]) {
      if (!columns.has(key)) return `dòng ${row.key} nhắc cột "${key}" không có`;
    }
  }
  const named = [template.carriesOver?.open, template.carriesOver?.received, ...chartColumns(template)];
  for (const key of named) if (key && !columns.has(key)) return `biểu đồ hoặc số chuyển kỳ nhắc cột "${key}" không có`;
  if (template.totalRow) rows.add(template.totalRow.key);
  for (const identity of template.identities) {
    for (const key of identity.columns ?? [])
      if (!columns.has(key)) return `hệ thức ${identity.rule} nhắc cột "${key}" không có`;
    for (const key of identity.rows ?? [])
      if (!rows.has(key)) return `hệ thức ${identity.rule} nhắc dòng "${key}" không có`;
    for (const term of [identity.left, ...identity.right]) {
      if (term.template) continue;
      if (term.row && !rows.has(term.row)) return `hệ thức ${identity.rule} nhắc dòng "${term.row}" không có`;
      if (term.column && !columns.has(term.column))
        return `hệ thức ${identity.rule} nhắc cột "${term.column}" không có`;
    }
  }
  return null;
}

function chartColumns({ chart }: Template): string[] {
  if (!chart) return [];
  return chart.kind === 'completion' ? [chart.whole.column, chart.part.column] : chart.parts.map((p) => p.column);
}
