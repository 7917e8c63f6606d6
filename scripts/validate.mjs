// npm run validate [-- --manifest FILE] [--online]: checks the add-in's manifest (scripts/manifest).
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';
import path from 'node:path';

installIfNeeded();
process.exitCode = runTool('tsx/dist/cli.mjs', [path.join(root, 'scripts/manifest/main.ts'), ...process.argv.slice(2)]);
