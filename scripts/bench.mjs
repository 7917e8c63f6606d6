// npm run bench
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

installIfNeeded();
process.exitCode = runTool('tsx/dist/cli.mjs', ['bench/run.ts', '--memory'], { cwd: root });
