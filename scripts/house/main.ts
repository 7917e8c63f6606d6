/**
 * The rules of the house (ARCHITECTURE.md): who may import whom, no circles, nothing that is not used, nothing grown
 * too long, every package declared. Prints each problem with its place and ends with 1 where there is one.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run-tool';
import { checkHouse } from './check-house';
import { readTree } from './source-tree';

const tree = readTree(root, [
  'src',
  'test',
  'scripts',
  'bench',
  'webpack.config.js',
  'jest.config.js',
  'eslint.config.mjs',
]);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
const problems = checkHouse(tree, manifest);
for (const { file, line, message } of problems)
  process.stderr.write(`${file}${line === undefined ? '' : `:${line}`}: ${message}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`Luật của nhà: ${tree.size} tệp, không có vi phạm.\n`);
