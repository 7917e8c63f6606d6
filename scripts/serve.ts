/**
 * npm run serve [-- --port 3000] [--cert FILE --key FILE] [--build]: serves dist/web to this machine only. Builds first
 * where dist/web is missing or stale; with --build-only that is all. With --cert and --key over https, as Excel asks of
 * an add-in.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';
import { buildPage, web } from './build-page';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export interface ServeOptions {
  port?: number;
  host?: string;
  folder?: string;
  cert?: string | null;
  key?: string | null;
}

export interface Served {
  address: string;
  close(): Promise<void>;
}

/** Serves a folder to this machine; `port` 0 takes a free one. Resolves to the address and how to stop. */
export function serve({
  port = 3000,
  host = '127.0.0.1',
  folder = web,
  cert,
  key,
}: ServeOptions = {}): Promise<Served> {
  const answer: http.RequestListener = (request, response) => respond(folder, request, response);
  const server =
    cert && key
      ? https.createServer({ cert: readFileSync(cert), key: readFileSync(key) }, answer)
      : http.createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const address = `${cert && key ? 'https' : 'http'}://${host === '127.0.0.1' ? 'localhost' : host}:${taken}/`;
      resolve({ address, close: () => stop(server) });
    });
  });
}

function stop(server: http.Server): Promise<void> {
  return new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
}

function respond(folder: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', '');
  let wanted: string;
  try {
    wanted = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return send(400, 'text/plain', '');
  }
  const file = path.join(folder, path.normalize(wanted.endsWith('/') ? `${wanted}index.html` : wanted));
  if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile())
    return send(404, 'text/plain; charset=utf-8', 'Không có trang này');
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
  // pipeline closes the file also where the download is broken off; pipe alone would keep it open.
  pipeline(createReadStream(file), response, () => undefined);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      cert: { type: 'string' },
      key: { type: 'string' },
      build: { type: 'boolean' },
      'build-only': { type: 'boolean' },
    },
  });
  buildPage({ force: values.build });
  if (values['build-only']) return;
  const { address } = await serve({ port: Number(values.port ?? 3000), cert: values.cert, key: values.key });
  console.log(`Mở trang: ${address}`);
  console.log('Trang cho Excel: taskpane.html cùng địa chỉ. Dừng: Ctrl+C.');
}

/** Whether a port is taken by another program. */
export function portTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(
      portTaken(error) ? 'Cổng đang được dùng, thêm --port SỐ để chọn cổng khác.' : (error as Error).message,
    );
    process.exitCode = 1;
  });
}
