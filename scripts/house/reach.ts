import { importsOf } from './imports';
import { COMPOSITION_ROOTS } from './layers';
import type { Problem, SourceTree } from './source-tree';

/** Files of src that no composition root leads to, directly or through others; tests do not count. */
export function checkReach(tree: SourceTree): Problem[] {
  const reached = new Set<string>();
  const waiting = COMPOSITION_ROOTS.map((root) => `src/${root}`).filter((file) => tree.has(file));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { file: next } of importsOf(tree, file)) if (next) waiting.push(next);
  }
  return [...tree.keys()]
    .filter((file) => file.startsWith('src/') && !file.endsWith('.d.ts') && !reached.has(file))
    .map((file) => ({ file, message: 'không nơi nào của chương trình dùng tới tệp này. Dùng nó hoặc xóa nó.' }));
}
