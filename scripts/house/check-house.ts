import { checkCycles } from './cycles';
import { checkDocs } from './docs';
import { checkLayers } from './layers';
import { checkPackages } from './packages';
import { checkReach } from './reach';
import { checkSize } from './size';
import type { Problem, SourceTree } from './source-tree';

/** Everything the house refuses in a tree of sources, with the package.json that goes with it. */
export function checkHouse(tree: SourceTree, manifest: object): Problem[] {
  const own = new Map([...tree].filter(([file]) => file.startsWith('src/')));
  return [
    ...checkLayers(tree),
    ...checkCycles(own),
    ...checkReach(own),
    ...checkSize(tree),
    ...checkDocs(tree),
    ...checkPackages(tree, manifest),
  ];
}
