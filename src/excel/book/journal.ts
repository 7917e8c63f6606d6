import type { StepInfo } from '../../app/ports';

/** Keys of the workbook's settings that are ours. */
export const JOURNAL = 'phuluc.journal';
export const STEPS = 'phuluc.steps';

/** A step that can be taken back. What it needs for that is kept in put-aside sheets or in custom XML of its id. */
export interface Step extends StepInfo {
  kind: 'sheets' | 'cells';
  /** Names of all sheets in their order before the step. */
  order: string[];
  /** The sheet that was active. */
  active: string;
  /** How many sheets it put aside; cleaning tools that remove hidden sheets may have taken them since. */
  aside: number;
}

/**
 * A formula of the officer that looks into a sheet we replace; Excel turns it to the put-aside sheet when that is
 * renamed.
 */
export interface Relink {
  sheet: string;
  cell: string;
  formula: string;
}
/** A defined name of the workbook that refers to such a sheet. */
export interface NameRelink {
  name: string;
  formula: string;
}

/**
 * What is under way, written before the first change and removed with the last one. Whoever finds it knows that a step
 * was cut off half way, being made or being taken back: in both cases it is taken back to the end.
 */
export interface Journal {
  step: Step;
  relinks: Relink[];
  names: NameRelink[];
}

/** Under these names stands what was in the notes when it did not fit, for whoever looks into it. */
export const SET_ASIDE = { [JOURNAL]: 'phuluc.journal.hong', [STEPS]: 'phuluc.steps.hong' } as const;

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;
const areTexts = (v: unknown): v is string[] => Array.isArray(v) && v.every((x) => typeof x === 'string');

function isStep(v: unknown): v is Step {
  return (
    isObject(v) &&
    [v['id'], v['title'], v['at'], v['active']].every((x) => typeof x === 'string') &&
    (v['kind'] === 'sheets' || v['kind'] === 'cells') &&
    areTexts(v['sheets']) &&
    areTexts(v['order']) &&
    Number.isInteger(v['aside'])
  );
}

const haveTexts = (v: unknown, keys: readonly string[]): boolean =>
  Array.isArray(v) && v.every((x) => isObject(x) && keys.every((k) => typeof x[k] === 'string'));

/** The note of what is under way; null where what is kept is none. */
export function parseJournal(value: unknown): Journal | null {
  const note = parseJson(value);
  return isObject(note) &&
    isStep(note['step']) &&
    haveTexts(note['relinks'], ['sheet', 'cell', 'formula']) &&
    haveTexts(note['names'], ['name', 'formula'])
    ? (note as unknown as Journal)
    : null;
}

/** The kept steps, oldest first, and whether some of what is kept does not fit. */
export function parseSteps(value: unknown): { steps: Step[]; damaged: boolean } {
  const list = parseJson(value);
  if (!Array.isArray(list)) return { steps: [], damaged: true };
  const steps = list.filter(isStep);
  return { steps, damaged: steps.length < list.length };
}

/** Writes the list of steps; an empty one leaves nothing behind. */
export function saveSteps(context: Excel.RequestContext, steps: readonly Step[], had: boolean): void {
  if (steps.length) context.workbook.settings.add(STEPS, JSON.stringify(steps));
  else if (had) context.workbook.settings.getItem(STEPS).delete();
}

/** A step id: time in base 36 and two random letters, short enough for sheet names. */
export function newStepId(now: Date): string {
  return (
    now.getTime().toString(36) +
    Math.floor(Math.random() * 1_296)
      .toString(36)
      .padStart(2, '0')
  );
}
