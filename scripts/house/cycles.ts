import { importsOf } from './imports';
import type { Problem, SourceTree } from './source-tree';

/** Circles of imports, type imports too: each names the files in their order and is told once. */
export function checkCycles(tree: SourceTree): Problem[] {
  const problems: Problem[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const circle = [...trail.slice(trail.indexOf(file)), file];
      problems.push({
        file,
        message:
          `vòng lặp import: ${circle.join(' → ')}. Đưa phần dùng chung (kể cả kiểu dữ liệu) ra một tệp riêng ` +
          'mà các tệp này cùng gọi.',
      });
      return;
    }
    state.set(file, 'open');
    for (const { file: next } of importsOf(tree, file)) if (next) visit(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of tree.keys()) visit(file, []);
  return problems;
}
