import { cellName } from '../../core/model/address';
import type { Grid, GridObject } from '../../core/model/grid';
import type { Issue } from '../../core/model/issue';

/**
 * What lies on a sheet beside its cells: each embedded object and each text box by itself, pictures together. Pictures
 * and text boxes without a digit are told for information: mostly they are crests and headings.
 */
export function declareObjects(file: string, { sheet, objects = [] }: Grid): Issue[] {
  const pictures = objects.filter((o) => o.kind === 'picture');
  const issues = objects.filter((o) => o.kind !== 'picture').map((o) => issueOf(file, sheet, o));
  if (pictures.length > 0) {
    const { at } = pictures[0]!;
    issues.push({
      rule: 'object-not-read',
      severity: 'info',
      at: { file, sheet, ...(pictures.length === 1 && at ? { cell: cellName(at.row, at.col) } : {}) },
      params: { kind: 'picture', count: pictures.length },
    });
  }
  return issues;
}

function issueOf(file: string, sheet: string, { kind, at, text }: GridObject): Issue {
  const figures = text !== undefined && /\d/.test(text);
  return {
    rule: 'object-not-read',
    ...(kind === 'text-box' && !figures ? { severity: 'info' as const } : {}),
    at: { file, sheet, ...(at ? { cell: cellName(at.row, at.col) } : {}) },
    params: { kind, ...(text === undefined ? {} : { text, figures }) },
  };
}
