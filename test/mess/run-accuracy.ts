// npm run accuracy [-- --files 500 --seed 20261121]: judges generated files, prints the table and writes
// docs/accuracy.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure, TEMPLATES } from './accuracy';
import { accuracyReport } from './accuracy-report';
import { throughXlsx } from './as-xlsx';
import { judge } from './judge';
import { makeMess } from './make-mess';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
/** Every so many files one goes through real bytes. */
const THROUGH_BYTES = 20;

async function main(): Promise<void> {
  const seed = option('seed', 20_261_121);
  const files = option('files', 500);
  const accuracy = measure(seed, files);
  const xlsx = { files: 0, differ: 0 };
  for (const template of TEMPLATES) {
    for (let i = 0; i < files; i += THROUGH_BYTES) {
      const file = makeMess(template, seed + i);
      const direct = judge(file);
      const read = judge(file, await throughXlsx(file.name, file.grids));
      xlsx.files++;
      if (read.right !== direct.right || read.silent.length !== direct.silent.length) {
        xlsx.differ++;
        process.stdout.write(
          `khác khi qua .xlsx: ${file.name} [${file.distortions.join(', ')}] ${direct.right} → ${read.right}\n`,
        );
      }
      accuracy.all.silent += read.silent.length > direct.silent.length ? read.silent.length - direct.silent.length : 0;
    }
  }
  const report = accuracyReport(accuracy, xlsx);
  process.stdout.write(report);
  for (const { file, verdict } of accuracy.examples) {
    process.stdout.write(
      `${file.name} [${file.distortions.join(', ')}] ` +
        `${JSON.stringify(verdict.silent[0] ?? verdict.errors[0]?.message)}\n`,
    );
  }
  const docs = path.join(__dirname, '../../docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(path.join(docs, 'accuracy.md'), report);
  if (accuracy.all.silent > 0 || accuracy.open.length > 0) {
    process.stdout.write(
      `Có ô sai mà không báo hoặc phép đối chiếu không khép: ${accuracy.open.slice(0, 5).join('; ')}\n`,
    );
    process.exitCode = 1;
  }
}

void main();
