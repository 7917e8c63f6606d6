// A reading thread for the tests of the pool: what it does with a file is in the file's name.
const { parentPort } = require('node:worker_threads');
const held = [];

function work({ kind, found, source }) {
  const file = kind === 'found' ? found.file : source.file;
  if (file.includes('hang')) for (;;);
  if (file.includes('eat')) for (;;) held.push(new Array(10_000).fill(file));
  if (file.includes('fill')) for (;;) held.push(new Uint8Array(1024 * 1024).fill(held.length + 1));
  if (file.includes('die')) process.exit(3);
  if (file.includes('throw'))
    setImmediate(() => {
      throw new Error('thrown');
    });
  else if (file.includes('broken')) return { kind: 'broken', error: 'lỗi đọc' };
  else if (file.endsWith('.zip')) {
    const inside = ['a.xlsx', 'hang.xlsx', 'b.xlsx'].map((n) => ({ file: `${file}/${n}`, bytes: new Uint8Array(3) }));
    return { kind: 'archive', sources: inside };
  } else return { kind: 'read', read: { size: 1, received: { file, status: 'read' } } };
  return null;
}

parentPort.on('message', (task) => {
  const reply = work(task);
  // The later a name stands, the sooner it is answered: the order of results must not come from that.
  if (reply) setTimeout(() => parentPort.postMessage(reply), Math.floor(Math.random() * 30));
});
parentPort.postMessage({ kind: 'ready' });
