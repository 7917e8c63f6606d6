import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * A thread that runs the given file: the built program, or its source, for which the translator must be set up again
 * (tsx does so for the main thread only).
 */
export function startThread(entry: string, options: WorkerOptions): Worker {
  return entry.endsWith('.ts')
    ? new Worker(fromSource(JSON.stringify(entry)), { ...options, eval: true })
    : new Worker(entry, options);
}

const fromSource = (entry: string): string => `
  const load = require('node:module').createRequire(${entry});
  const address = require('node:url').pathToFileURL(load.resolve('tsx/esm/api').replace(/cjs$/, 'mjs')).href;
  import(address).then((api) => {
    api.register();
    load('tsx/cjs/api').register();
    load(${entry});
  });
`;
