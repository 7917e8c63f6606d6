/** What a cell of an appendix says, kept apart from what it is taken to mean (a template says that). */
export type Figure =
  /** Nothing typed. */
  | { kind: 'blank' }
  /** "-", "–". */
  | { kind: 'dash' }
  /** "Không", "Không có", "KPS", "x": a word for none, as typed. */
  | { kind: 'word'; word: string }
  | { kind: 'number'; value: number }
  /** 95,8 % is 0.958. */
  | { kind: 'percent'; value: number }
  /** "928/928". */
  | { kind: 'pair'; part: number; whole: number }
  /** First and last day, ISO; equal for one day. "quý IV/2019" is 2019-10-01 to 2019-12-31. */
  | { kind: 'date'; from: string; to: string }
  | { kind: 'text'; text: string }
  /** Cannot be used as what its column asks for; `rule` says why. The cell is kept out of every sum. */
  | { kind: 'refused'; rule: string; reason: string };

/** Something that was done to a cell's text to read it, with what it was before. */
export interface Repair {
  kind:
    | 'number-as-text'
    | 'font-decoded'
    | 'separator'
    | 'unit-removed'
    | 'date-typed'
    | 'percent-scaled'
    | 'formula-computed'
    | 'spaces'
    | 'unseen'
    | 'note-mark'
    | 'pair-part';
  before: string;
  after: string;
}
