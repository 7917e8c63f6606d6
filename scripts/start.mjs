// npm start: consolidates the sample province and says where the result lies.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

installIfNeeded();
const folder = path.join(root, 'out');
mkdirSync(folder, { recursive: true });
process.exitCode = runTool('tsx/dist/cli.mjs', [
  'src/cli/main.ts', 'consolidate', 'samples/khanh-hoa-2020/received', '--period', '2020',
  '--out', 'out/tong-hop-khanh-hoa-2020.xlsx', '--json', 'out/tong-hop-khanh-hoa-2020.json',
], { cwd: root });
