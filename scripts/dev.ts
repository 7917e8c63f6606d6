/**
 * npm run dev [-- --port 3000]: the page with live reload, on this machine only. The pane's page is taskpane.html at
 * the same address.
 */
import { parseArgs } from 'node:util';
import { root, runTool } from './run-tool';

const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' } } });
process.exitCode = runTool(
  'webpack/bin/webpack.js',
  ['serve', '--config-name', 'web', '--mode', 'development', '--host', '127.0.0.1', '--port', values.port],
  { cwd: root },
);
