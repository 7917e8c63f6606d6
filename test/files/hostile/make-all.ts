// Run in a process of its own: writes every file made to hurt into a folder, "000.bin" for the first.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { HOSTILE } from './cases';

const folder = process.argv[2]!;
Object.values(HOSTILE).forEach(({ make }, i) =>
  writeFileSync(path.join(folder, `${String(i).padStart(3, '0')}.bin`), make()),
);
