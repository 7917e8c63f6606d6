// The house's import rules (design §6, ARCHITECTURE.md): who may import whom, no cycles, no file grown past its one
// thing.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..');
const SRC = path.join(root, 'src');

interface Rule {
  from: RegExp;
  may: RegExp[];
  packages: RegExp[];
  instead: string;
}

const STAGE = (name: string): Rule => ({
  from: new RegExp(`^core/${name}/`),
  may: [new RegExp(`^core/(${name}|model|text|templates|agencies)/`)],
  packages: [],
  instead:
    'Một công đoạn chỉ nhận dữ liệu và trả dữ liệu: để app nối các công đoạn, hoặc đưa phần dùng chung vào ' +
    'core/model hay core/text.',
});

/** Composition roots name adapters; nobody imports them. */
const COMPOSITION_ROOTS =
  /^(taskpane\/index\.tsx|taskpane\/standalone\.tsx|commands\/index\.ts|cli\/main\.ts|worker\/worker\.ts)$/;

const RULES: Rule[] = [
  {
    from: /^core\/model\//,
    may: [/^core\/model\//],
    packages: [],
    instead: 'core/model là các từ dùng chung, không dựa vào đâu cả.',
  },
  { from: /^core\/text\//, may: [/^core\/(text|model)\//], packages: [], instead: 'core/text chỉ biết chữ và số.' },
  {
    from: /^core\/(templates|agencies)\//,
    may: [/^core\/(templates|agencies|model|text)\//],
    packages: [/^zod$/],
    instead: 'Biểu mẫu và danh mục là dữ liệu có kiểm tra.',
  },
  STAGE('recognise'),
  STAGE('validate'),
  STAGE('consolidate'),
  STAGE('plan'),
  {
    from: /^app\//,
    may: [/^(app|core)\//],
    packages: [/^zod$/],
    instead: 'app nối các công đoạn; chạm vào thế giới thì qua một cổng trong app/ports.ts.',
  },
  {
    from: /^files\//,
    may: [/^files\//, /^core\/model\//, /^app\/ports$/],
    packages: [/.*/],
    instead: 'files chỉ đổi bytes thành model và ngược lại.',
  },
  {
    from: /^excel\//,
    may: [/^excel\//, /^core\/model\//, /^app\/ports$/],
    packages: [],
    instead: 'excel chỉ làm việc của OpenWorkbook trong app/ports.ts.',
  },
  {
    from: /^worker\//,
    may: [/^(worker|files|app)\//, /^core\/model\//],
    packages: [],
    instead: 'worker chỉ đưa lời gọi của app qua lại giữa trang và worker.',
  },
  {
    from: /^(taskpane|commands|cli)\//,
    may: [/^(taskpane|commands|cli|app)\//, /^core\/(model|text|templates|agencies)\//],
    packages: [/.*/],
    instead: 'Màn hình chỉ hiện trạng thái và gọi app.',
  },
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? filesUnder(full) : /\.tsx?$/.test(name) ? [full] : [];
  });
}

interface Import {
  target: string;
  typeOnly: boolean;
  line: number;
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (text: string, typeOnly: boolean, node: ts.Node): void => {
    found.push({ target: text, typeOnly, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false, node);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly, node);
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      add(node.arguments[0].text, false, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const problems: string[] = [];
const graph = new Map<string, string[]>();
for (const file of filesUnder(SRC)) {
  const name = path.relative(SRC, file).replace(/\\/g, '/');
  const lines = readFileSync(file, 'utf8').split('\n').length;
  if (lines > 400) problems.push(`src/${name}: ${lines} dòng. Một tệp làm một việc: tách ra.`);
  const rule = RULES.find((r) => r.from.test(name));
  if (!rule) {
    problems.push(`src/${name}: thư mục này chưa có trong luật của nhà (scripts/house.ts).`);
    continue;
  }
  const edges: string[] = [];
  for (const { target, line } of importsOf(file)) {
    if (!target.startsWith('.')) {
      if (!COMPOSITION_ROOTS.test(name) && !rule.packages.some((p) => p.test(target)))
        problems.push(`src/${name}:${line} không được dùng gói "${target}". ${rule.instead}`);
      continue;
    }
    const to = path
      .relative(SRC, path.resolve(path.dirname(file), target))
      .replace(/\\/g, '/')
      .replace(/\.(tsx?|json)$/, '');
    edges.push(to);
    if (to.startsWith('..') || COMPOSITION_ROOTS.test(name)) continue;
    if (!rule.may.some((m) => m.test(to))) problems.push(`src/${name}:${line} không được gọi ${to}. ${rule.instead}`);
    if (COMPOSITION_ROOTS.test(`${to}.ts`) || COMPOSITION_ROOTS.test(`${to}.tsx`))
      problems.push(`src/${name}:${line}: không ai được gọi ${to}, đó là nơi lắp ráp.`);
  }
  graph.set(name.replace(/\.tsx?$/, ''), edges);
}

const state = new Map<string, 'open' | 'done'>();
function findCycle(node: string, trail: string[]): void {
  if (state.get(node) === 'done') return;
  if (state.get(node) === 'open') {
    problems.push(`Vòng lặp import: ${[...trail.slice(trail.indexOf(node)), node].join(' → ')}`);
    return;
  }
  state.set(node, 'open');
  for (const next of graph.get(node) ?? []) if (graph.has(next)) findCycle(next, [...trail, node]);
  state.set(node, 'done');
}
for (const node of graph.keys()) findCycle(node, []);

if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
} else process.stdout.write(`Luật import: ${graph.size} tệp, không có vi phạm.\n`);
