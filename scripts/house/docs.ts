import ts from 'typescript';
import { lineOf, parse, type Problem, type SourceTree } from './source-tree';

/** Exports of core without a doc comment, which says what is returned, from which index, in which unit. */
export function checkDocs(tree: SourceTree): Problem[] {
  return [...tree].flatMap(([file, text]) => {
    if (!file.startsWith('src/core/')) return [];
    const source = parse(file, text);
    return source.statements.flatMap((statement) => {
      if (!isExported(statement) || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
      const message = `${nameOf(statement)} chưa có chú thích: trả về gì, chỉ số từ mấy, đơn vị, ví dụ.`;
      return [{ file, line: lineOf(source, statement), message }];
    });
  });
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
  );
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? '';
  return 'name' in statement && statement.name ? (statement.name as ts.Identifier).getText() : '';
}
