import ts from 'typescript';
import { lineOf, parse, type Problem, type SourceTree } from './source-tree';

/**
 * Lines of a file (of a test: more, since it gathers cases), lines of a function from its head to its closing brace,
 * characters of a line.
 */
export const MOST = { file: 400, test: 600, function: 80, line: 120 } as const;

/** A test file gathers cases, and a describe is no function of its own. */
const TEST = /^test\//;
/** The head of a case, which Prettier leaves in one line with its title. */
const TITLE = /^\s*(?:test|it|describe)\b.*(?:=> \{|=>)$/;

/** Files, functions and lines grown too long. */
export function checkSize(tree: SourceTree): Problem[] {
  return [...tree].flatMap(([file, text]) => [
    ...checkLines(file, text),
    ...(TEST.test(file) ? [] : checkFunctions(file, text)),
  ]);
}

function checkLines(file: string, text: string): Problem[] {
  const most = TEST.test(file) ? MOST.test : MOST.file;
  const lines = text.split('\n');
  const whole =
    lines.length > most
      ? [{ file, message: `${lines.length} dòng, nhiều nhất ${most}. Một tệp làm một việc: tách ra.` }]
      : [];
  const long = lines.flatMap((line, i) =>
    line.length > MOST.line && !endsInLiteral(file, text, i)
      ? [{ file, line: i + 1, message: `dòng dài ${line.length} ký tự, nhiều nhất ${MOST.line}: ngắt dòng.` }]
      : [],
  );
  return [...whole, ...long];
}

/**
 * Whether what stands past the last column lies in a literal that is read best in one piece: a pattern; in a test also
 * a title, a text or a template. `line` counts from 0.
 */
function endsInLiteral(file: string, text: string, line: number): boolean {
  const source = parse(file, text);
  let node = tokenAt(source, source.getPositionOfLineAndCharacter(line, MOST.line));
  if (ts.isRegularExpressionLiteral(node)) return true;
  if (!TEST.test(file)) return false;
  if (TITLE.test(text.split('\n')[line] ?? '')) return true;
  while (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) {
    if (ts.isSourceFile(node) || ts.isBlock(node)) return false;
    node = node.parent;
  }
  return true;
}

function tokenAt(source: ts.SourceFile, position: number): ts.Node {
  let node: ts.Node = source;
  for (;;) {
    const inside: ts.Node | undefined = node
      .getChildren(source)
      .find((child) => child.getStart(source) <= position && position < child.getEnd());
    if (!inside) return node;
    node = inside;
  }
}

function checkFunctions(file: string, text: string): Problem[] {
  const source = parse(file, text);
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = lineOf(source, node);
      const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - line;
      if (lines > MOST.function)
        problems.push({
          file,
          line,
          message:
            `hàm ${nameOf(node)} dài ${lines} dòng, nhiều nhất ${MOST.function}: ` + 'tách thành các hàm làm một việc.',
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'không tên';
}
