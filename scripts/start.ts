// npm start: consolidates the sample province, says where the result lies, then builds the page and serves it on this
// machine. `--no-serve` stops after the result; `--port N` asks for a port (the next free one is taken where it is in
// use).
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, web } from './build-page';
import { root, runTool } from './run-tool';
import { portTaken, serve, type Served } from './serve';

const SAMPLE = 'samples/khanh-hoa-2020/received';
const RESULT = 'out/tong-hop-khanh-hoa-2020';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, serve: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  mkdirSync(path.join(root, 'out'), { recursive: true });
  const register = path.join(path.dirname(SAMPLE), 'agencies.json');
  const args = ['consolidate', SAMPLE, '--agencies', register, '--period', '2020'];
  args.push('--out', `${RESULT}.xlsx`, '--json', `${RESULT}.json`);
  const code = runTool('tsx/dist/cli.mjs', ['src/cli/main.ts', ...args], { cwd: root });
  if (code !== 0 || !values.serve) return code;

  buildPage();
  const { address } = await open(Number(values.port ?? 3000));
  console.log(`\nTrang web (không cần mạng, tệp không rời khỏi máy): ${address}`);
  console.log('Chọn "Dùng thử với tỉnh mẫu" để xem tỉnh mẫu. Dừng: Ctrl+C.');
  if (existsSync(path.join(web, 'phu-luc.html'))) console.log('Bản một tệp, mở bằng bấm đúp: dist/web/phu-luc.html');
  return 0;
}

async function open(port: number): Promise<Served> {
  for (let tries = 0; ; tries++) {
    try {
      return await serve({ port: port + tries });
    } catch (error) {
      if (!portTaken(error) || tries >= 20) throw error;
    }
  }
}

main().then(
  (code) => {
    // Set, not called: a server that was started goes on.
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
