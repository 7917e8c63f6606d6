const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { sampleFiles } = require('./sample-files.cjs');

/**
 * Puts page, worker and sample into one HTML file that works by double click. The worker travels as text and is started
 * from a blob; the page's script is allowed by its hash, and nothing may be fetched from anywhere.
 */
class SinglePagePlugin {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('SinglePagePlugin', () => {
      const root = compiler.context;
      const folder = compiler.options.output.path;
      const page = inside(fs.readFileSync(path.join(folder, 'page.js'), 'utf8'));
      const worker = fs.readFileSync(path.join(folder, 'worker.js')).toString('base64');
      const sample = JSON.stringify(
        sampleFiles().map(({ file, bytes }) => ({ file, base64: bytes.toString('base64') })),
      );
      const hash = createHash('sha256').update(page).digest('base64');
      const csp = [
        "default-src 'none'",
        `script-src 'sha256-${hash}' blob:`,
        'worker-src blob:',
        "style-src 'unsafe-inline'",
        'img-src data:',
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      const shell = fs
        .readFileSync(path.join(root, this.options.template), 'utf8')
        .replace('<%= csp %>', csp)
        .replace(/<% if \(officeJs\) \{ %>[\s\S]*?<% \} %>/, '');
      const parts = [
        `<script type="application/json" id="sample">${inside(sample)}</script>`,
        `<script type="text/plain" id="worker-source">${worker}</script>`,
        `<script>${page}</script>`,
      ].join('\n');
      const html = shell.replace('</body>', () => `${parts}\n</body>`);
      fs.mkdirSync(path.dirname(this.options.to), { recursive: true });
      fs.writeFileSync(this.options.to, html);
    });
  }
}

/** Text that cannot end the script element it stands in, nor open a comment in it. */
function inside(text) {
  return text.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}

module.exports = { SinglePagePlugin };
