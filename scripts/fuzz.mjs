// npm run fuzz [-- --count 10000 --format xlsx --seed 1]
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

installIfNeeded();
process.exitCode = runTool('tsx/dist/cli.mjs', ['test/fuzz/run-fuzz.ts', ...process.argv.slice(2)], { cwd: root });
