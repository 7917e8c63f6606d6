/**
 * Serves dist/web on this machine only. `node scripts/serve.mjs [--port 3000] [--cert FILE --key FILE] [--build]`.
 * Builds first where dist/web is missing or stale; with --build-only that is all. With --cert and --key over https, as
 * Excel asks of an add-in.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

const web = path.join(root, 'dist', 'web');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** What the page is made of; the tests and documents are not. */
const SOURCES = ['src', 'samples/khanh-hoa-2020', 'scripts/webpack', 'webpack.config.js', 'package-lock.json'];

function newest(file) {
  const stat = statSync(file);
  return stat.isDirectory()
    ? Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : stat.mtimeMs;
}

/** Whether dist/web is missing or older than what it is made of. */
export function isStale() {
  const built = ['index.html', 'phu-luc.html'].map((name) => path.join(web, name));
  if (!built.every(existsSync)) return true;
  return (
    Math.min(...built.map((file) => statSync(file).mtimeMs)) <
    Math.max(...SOURCES.map((name) => newest(path.join(root, name))))
  );
}

/**
 * Builds dist where it is stale (or always, with `force`): about a minute the first time. Throws where the build fails.
 */
export function build({ force = false } = {}) {
  if (!force && !isStale()) return;
  installIfNeeded();
  process.stderr.write('Đang dựng trang…\n');
  if (runTool('webpack/bin/webpack.js', ['--config', 'webpack.config.js'], { cwd: root }) !== 0)
    throw new Error('Không dựng được trang (webpack)');
}

/** Serves a folder to this machine; `port` 0 takes a free one. Resolves to the address and how to stop. */
export function serve({ port = 3000, host = '127.0.0.1', folder = web, cert = null, key = null } = {}) {
  const answer = (request, response) => respond(folder, request, response);
  const server =
    cert && key
      ? https.createServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer)
      : http.createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address();
      const address = `${cert && key ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${taken}/`;
      resolve({
        address,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
          }),
      });
    });
  });
}

function respond(folder, request, response) {
  const send = (status, type, body) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, 'text/plain', '');
    return;
  }
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    send(400, 'text/plain', '');
    return;
  }
  const file = path.join(folder, path.normalize(wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
    send(404, 'text/plain; charset=utf-8', 'Không có trang này');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    // Office shows a generic icon for pictures that come with this header.
    ...(path.extname(file) === '.png' ? {} : { 'cache-control': 'no-cache' }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      cert: { type: 'string' },
      key: { type: 'string' },
      build: { type: 'boolean' },
      'build-only': { type: 'boolean' },
    },
  });
  build({ force: values.build });
  if (values['build-only']) return;
  const { address } = await serve({
    port: Number(values.port ?? 3000),
    cert: values.cert ?? null,
    key: values.key ?? null,
  });
  console.log(`Mở trang: ${address}`);
  console.log('Trang cho Excel: taskpane.html cùng địa chỉ. Dừng: Ctrl+C.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(
      error.code === 'EADDRINUSE' ? 'Cổng đang được dùng, thêm --port SỐ để chọn cổng khác.' : error.message,
    );
    process.exitCode = 1;
  });
}
