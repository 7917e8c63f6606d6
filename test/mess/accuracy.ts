import { distortions } from './distortions';
import { judge, type Verdict } from './judge';
import { makeMess } from './make-mess';
import type { MessFile } from './mess';

export const TEMPLATES = ['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4', 'mot-cua'] as const;

export interface Line {
  id: string;
  name: string;
  files: number;
  filesRight: number;
  cells: number;
  right: number;
  flagged: number;
  silent: number;
  falseErrors: number;
}

export interface Accuracy {
  seed: number;
  perTemplate: number;
  byTemplate: Line[];
  byDistortion: Line[];
  all: Line;
  sure: number;
  sureRight: number;
  unsure: number;
  unsureUnasked: number;
  open: string[];
  examples: { file: MessFile; verdict: Verdict }[];
}

const emptyLine = (id: string, name: string): Line => ({
  id,
  name,
  files: 0,
  filesRight: 0,
  cells: 0,
  right: 0,
  flagged: 0,
  silent: 0,
  falseErrors: 0,
});
const HARMLESS = new Set(distortions.filter((d) => d.effect === 'harmless').map((d) => d.id));

/**
 * Makes and judges `perTemplate` files of every form from one seed. `look` may judge a file another way (as .xlsx
 * bytes).
 */
export function measure(
  seed: number,
  perTemplate: number,
  verdictOf: (file: MessFile, i: number) => Verdict = (f) => judge(f),
  keep = 20,
): Accuracy {
  const result: Accuracy = {
    seed,
    perTemplate,
    byTemplate: TEMPLATES.map((t) => emptyLine(t, t)),
    byDistortion: distortions.map((d) => emptyLine(d.id, d.name)),
    all: emptyLine('all', 'Tất cả'),
    sure: 0,
    sureRight: 0,
    unsure: 0,
    unsureUnasked: 0,
    open: [],
    examples: [],
  };
  for (const [t, template] of TEMPLATES.entries()) {
    for (let i = 0; i < perTemplate; i++) {
      const file = makeMess(template, seed + i);
      const verdict = verdictOf(file, i);
      const lines = [
        result.all,
        result.byTemplate[t]!,
        ...file.distortions.map((id) => result.byDistortion.find((l) => l.id === id)!),
      ];
      const falseErrors = file.distortions.every((d) => HARMLESS.has(d)) ? verdict.errors.length : 0;
      for (const line of lines) add(line, verdict, falseErrors);
      result.sure += verdict.sure;
      result.sureRight += verdict.sureRight;
      result.unsure += verdict.unsure;
      result.unsureUnasked += verdict.unsureUnasked;
      if (!verdict.closes)
        result.open.push(`${file.name} [${file.distortions.join(', ')}]: ${verdict.breaks[0] ?? ''}`);
      if ((verdict.silent.length > 0 || falseErrors > 0) && result.examples.length < keep)
        result.examples.push({ file, verdict });
    }
  }
  return result;
}

function add(line: Line, v: Verdict, falseErrors: number): void {
  line.files++;
  line.filesRight += v.right === v.cells ? 1 : 0;
  line.cells += v.cells;
  line.right += v.right;
  line.flagged += v.flagged;
  line.silent += v.silent.length;
  line.falseErrors += falseErrors;
}
