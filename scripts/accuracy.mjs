// npm run accuracy
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

installIfNeeded();
process.exitCode = runTool('tsx/dist/cli.mjs', ['test/mess/run-accuracy.ts', ...process.argv.slice(2)], { cwd: root });
