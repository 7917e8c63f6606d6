/**
 * Serves dist/web on this machine only. `node scripts/serve.mjs [--port 3000] [--cert FILE --key FILE] [--build]`.
 * Builds first where dist/web is missing. With --cert and --key over https, as Excel asks of an add-in.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const web = path.join(root, 'dist', 'web');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.xml': 'application/xml', '.png': 'image/png', '.svg': 'image/svg+xml',
};

/** Builds the page; with `force` also where it is there already. Throws where the build fails. */
export function build({ force = false } = {}) {
  if (!force && existsSync(path.join(web, 'index.html')) && existsSync(path.join(web, 'phu-luc.html'))) return;
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--config', 'webpack.config.js'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('Không dựng được trang (webpack)');
}

/** Serves a folder to this machine; `port` 0 takes a free one. Resolves to the address and how to stop. */
export function serve({ port = 3000, host = '127.0.0.1', folder = web, cert = null, key = null } = {}) {
  const answer = (request, response) => respond(folder, request, response);
  const server = cert && key ? https.createServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer) : http.createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address();
      const address = `${cert && key ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${taken}/`;
      resolve({ address, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) });
    });
  });
}

function respond(folder, request, response) {
  const send = (status, type, body) => { response.writeHead(status, { 'content-type': type }); response.end(body); };
  if (request.method !== 'GET' && request.method !== 'HEAD') { send(405, 'text/plain', ''); return; }
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    send(400, 'text/plain', '');
    return;
  }
  const file = path.join(folder, path.normalize(wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) { send(404, 'text/plain; charset=utf-8', 'Không có trang này'); return; }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') { response.end(); return; }
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, cert: { type: 'string' }, key: { type: 'string' }, build: { type: 'boolean' } } });
  build({ force: values.build });
  const { address } = await serve({ port: Number(values.port ?? 3000), cert: values.cert ?? null, key: values.key ?? null });
  console.log(`Mở trang: ${address}`);
  console.log('Trang cho Excel: taskpane.html cùng địa chỉ. Dừng: Ctrl+C.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => { console.error(error.code === 'EADDRINUSE' ? 'Cổng đang được dùng, thêm --port SỐ để chọn cổng khác.' : error.message); process.exitCode = 1; });
}
