/**
 * hucre ships ES modules only (.mjs), which jest cannot require on Node 20.
 * Before a run the entry that we use is bundled once as CommonJS; jest.config.js maps the import to the bundle.
 */
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

module.exports = async () => {
  require('esbuild').buildSync({
    entryPoints: [path.join(root, 'node_modules/hucre/dist/xlsx.mjs')],
    outfile: path.join(root, 'node_modules/.cache/hucre-xlsx.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
};
