const fs = require('node:fs');
const path = require('node:path');

const SAMPLE = 'khanh-hoa-2020';
const folder = path.join(__dirname, '../../samples', SAMPLE, 'received');

/** Names and bytes of the sample province's files, in the order of their names. */
function sampleFiles() {
  return fs
    .readdirSync(folder)
    .filter((f) => !f.startsWith('.'))
    .sort()
    .map((file) => ({ file, bytes: fs.readFileSync(path.join(folder, file)) }));
}

module.exports = { SAMPLE, sampleFiles };
