// npm run --silent phuluc -- <command>: the command line, straight from the sources.
import path from 'node:path';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

installIfNeeded();
// npm runs scripts in the package's folder; paths on the command line mean the folder the person stands in.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = runTool('tsx/dist/cli.mjs', [path.join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], { cwd });
