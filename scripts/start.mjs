// npm start: consolidates the sample province, says where the result lies, then builds the page and serves it on this
// machine.
// `--no-serve` stops after the result; `--port N` asks for a port (the next free one is taken where it is in use).
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';
import { build, serve } from './serve.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, serve: { type: 'boolean', default: true } },
  allowNegative: true,
});

installIfNeeded();
mkdirSync(path.join(root, 'out'), { recursive: true });
const code = runTool(
  'tsx/dist/cli.mjs',
  [
    'src/cli/main.ts',
    'consolidate',
    'samples/khanh-hoa-2020/received',
    '--period',
    '2020',
    '--out',
    'out/tong-hop-khanh-hoa-2020.xlsx',
    '--json',
    'out/tong-hop-khanh-hoa-2020.json',
  ],
  { cwd: root },
);
if (code !== 0 || !values.serve) process.exit(code);

try {
  build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { address } = await open(Number(values.port ?? 3000));
console.log(`\nTrang web (không cần mạng, tệp không rời khỏi máy): ${address}`);
console.log('Chọn "Dùng thử với tỉnh mẫu" để xem tỉnh mẫu. Dừng: Ctrl+C.');
const single = path.join(root, 'dist', 'web', 'phu-luc.html');
if (existsSync(single)) console.log('Bản một tệp, mở bằng bấm đúp: dist/web/phu-luc.html');

async function open(port) {
  for (let tries = 0; ; tries++) {
    try {
      return await serve({ port: port + tries });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tries >= 20) throw error;
    }
  }
}
