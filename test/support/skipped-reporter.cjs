// @ts-check
/**
 * Says at the end how many tests were skipped for want of a program on this machine. Under PHULUC_ALL=1 a test of the
 * browser or of LibreOffice that is skipped fails the run.
 * @typedef {import('@jest/reporters').AggregatedResult} AggregatedResult
 */
const path = require('node:path');

/** Tests that need a program beside Node, by the path of their file. */
const NEEDS = [
  { program: 'Chromium', install: 'apt-get install chromium', files: /[\\/]test[\\/](e2e|host[\\/]browser)\b/ },
  {
    program: 'LibreOffice',
    install: 'apt-get install libreoffice-calc libreoffice-writer poppler-utils',
    files: /libreoffice\.test/,
  },
];
/** Skipped unless asked for by a variable of its own: pictures to look at. */
const ON_DEMAND = /[\\/]screenshots\.test/;

module.exports = class SkippedReporter {
  /** @type {string[]} */
  failures = [];

  /**
   * @param {Set<unknown>} _contexts
   * @param {AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    for (const { program, install, files } of NEEDS) {
      const suites = results.testResults.filter((r) => files.test(r.testFilePath) && !ON_DEMAND.test(r.testFilePath));
      const skipped = suites.reduce((n, r) => n + r.numPendingTests, 0);
      if (skipped === 0) continue;
      if (process.env.PHULUC_ALL === '1') {
        const where = suites.filter((r) => r.numPendingTests > 0).map((r) => path.basename(r.testFilePath));
        this.failures.push(`${skipped} kiểm thử cần ${program} đã bị bỏ qua: ${where.join(', ')}`);
      } else {
        const how = program === 'Chromium' ? 'npm test' : 'npm test -- --all';
        process.stderr.write(`Bỏ qua ${skipped} kiểm thử cần ${program}; để chạy: ${install}, rồi ${how}\n`);
      }
    }
    for (const failure of this.failures) process.stderr.write(`${failure}\n`);
  }

  getLastError() {
    return this.failures.length > 0 ? new Error(this.failures.join('; ')) : undefined;
  }
};
