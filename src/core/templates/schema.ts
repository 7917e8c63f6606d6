import { z } from 'zod';

/** What an empty cell of a column says: nothing was reported, there is none, or zero. */
const emptyMeaning = z.enum(['not-reported', 'none', 'zero']);

/** How figures of a column become the province's figure (design §3). */
export const methodSchema = z.enum(['sum', 'common', 'sum-of-levels', 'ratio', 'dates', 'join', 'none']);

/** One column of a form. */
export const columnSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  /**
   * index: STT; label: wording of the row; total, level: counts; figure: another count; percent; date; note: free text.
   */
  role: z.enum(['index', 'label', 'total', 'level', 'figure', 'percent', 'date', 'note']),
  /** Header from the top row down, as printed: ["Chia ra theo cấp hành chính", "Cấp tỉnh"]. */
  header: z.array(z.string().min(1)).min(1),
  /** Other wordings of the lowest header cell. */
  variants: z.array(z.string().min(1)).default([]),
  level: z.enum(['province', 'district', 'commune']).optional(),
  /** A form without this column is still complete. */
  optional: z.boolean().default(false),
  /** What blank, a dash and a word ("Không") mean in this column. */
  empty: z.strictObject({ blank: emptyMeaning, dash: emptyMeaning, word: emptyMeaning }).optional(),
  consolidate: methodSchema.default('none'),
  /** Counts things done since the first day of the year: within a year it can only grow. */
  grows: z.boolean().default(false),
  /** For 'ratio': part and whole, column keys of the same row, or the whole's row. */
  ratio: z
    .strictObject({ part: z.string(), whole: z.strictObject({ row: z.string().optional(), column: z.string() }) })
    .optional(),
  /** For notes: what a note may speak of and be checked against. */
  says: z
    .strictObject({
      /** "Đạt 100% kế hoạch" speaks of part / whole, column keys of the same row. */
      percentOf: z.strictObject({ part: z.string(), whole: z.string() }).optional(),
      /** A year or quarter named in the note must lie in the report's year. */
      year: z.boolean().optional(),
      /** "05 TTHC …, 05 TTHC …" adds up to this column. */
      sumOf: z.string().optional(),
    })
    .optional(),
  /** Width on the result sheet, in characters. */
  width: z.number().positive().max(80),
});

/** One printed row of a form with fixed rows. */
export const rowSchema = z.strictObject({
  key: z.string().min(1),
  /** As printed, without the dot. */
  number: z.string(),
  label: z.string().min(1),
  variants: z.array(z.string().min(1)).default([]),
  /** Figure columns that can be non-empty in this row; all where absent. */
  columns: z.array(z.string()).optional(),
  /** What is counted, for messages: "cơ quan", "TTHC". */
  unit: z.string().optional(),
  /** Method by column where it differs from the column's. */
  consolidate: z.record(z.string(), methodSchema).optional(),
});

/** One side of an identity. What is absent is that of the cell at hand. */
export const termSchema = z.strictObject({
  template: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  /**
   * A percent column of the term's row: the term is the whole of which its figure is that share. Phụ lục 4 has no
   * column for the number of procedures in the set, so that it is row 1 divided by its percentage.
   */
  share: z.string().optional(),
});

/** left op sum(right), checked for each row and column named. */
export const identitySchema = z.strictObject({
  rule: z.enum(['sum-levels', 'part-exceeds-whole', 'cross-appendix', 'percent-mismatch', 'total-row']),
  severity: z.enum(['error', 'warning', 'info']),
  /** Rows it is checked for; every row where absent. */
  rows: z.array(z.string()).optional(),
  /** Columns it is checked for; ignored where `left` names one. */
  columns: z.array(z.string()).optional(),
  left: termSchema,
  op: z.enum(['=', '<=']),
  right: z.array(termSchema).min(1),
  /**
   * What to do where a term has no figure: skip the check; take it as 0; or warn, since a part stands against nothing.
   */
  missing: z.enum(['skip', 'zero', 'warn']).default('skip'),
  /**
   * Holds only where both sides say that they count the same (in the note, the header or the form's own row); where
   * they differ and do not say so, one remark for the whole appendix.
   */
  alike: z.boolean().optional(),
  /** Words for the sentence: "số cơ quan được kiểm tra không thể lớn hơn số cơ quan trong kế hoạch". */
  because: z.string().optional(),
});

/** A chart of the province's figures of a form. Tones: what is told apart in grey print too. */
export const chartSchema = z.discriminatedUnion('kind', [
  /** One bar pair for each agency: the whole and the part done of it, added over the rows that have both. */
  z.strictObject({
    kind: z.literal('completion'),
    title: z.string(),
    lead: z.string(),
    unit: z.string(),
    whole: z.strictObject({ column: z.string(), header: z.string() }),
    part: z.strictObject({ column: z.string(), header: z.string() }),
  }),
  /** One bar for each row, made of parts; rows with the smallest share of good parts come first. */
  z.strictObject({
    kind: z.literal('parts'),
    title: z.string(),
    lead: z.string(),
    unit: z.string(),
    nameHeader: z.string(),
    parts: z.array(
      z.strictObject({
        column: z.string(),
        header: z.string(),
        tone: z.enum(['middle', 'light', 'bad']),
        good: z.boolean(),
      }),
    ),
    /** Header of the share of the good parts. */
    shareHeader: z.string(),
  }),
]);

/** A form as its JSON says it; parseTemplate also checks that what it names exists. */
export const templateSchema = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string(),
  /** Reports whose period ends within these days; null is open. */
  validity: z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  /** The document the form comes from. */
  source: z.string(),
  /** What the form is about, for lists. */
  name: z.string(),
  /** What lists, messages and sheets call it ("Một cửa"); absent: "Phụ lục" and its number, else the name. */
  shortName: z.string().min(1).optional(),
  /** Its table is the first to be shown where results are looked at. */
  leads: z.boolean().default(false),
  /** Number after "Phụ lục", where the form has one. */
  appendixNumber: z.number().int().positive().nullable(),
  title: z.string(),
  titleVariants: z.array(z.string()).default([]),
  columns: z.array(columnSchema).min(2),
  /** fixed: the rows below; open: each sender lists its own rows, aligned by wording. */
  rowMode: z.enum(['fixed', 'open']),
  rows: z.array(rowSchema).default([]),
  /** Wordings of the row that adds the others up, where the form has one. */
  totalRow: z
    .strictObject({ key: z.string(), label: z.string(), variants: z.array(z.string()).default([]) })
    .optional(),
  identities: z.array(identitySchema).default([]),
  /** What is open at the end of a period comes in again with the next: column keys, and what is counted. */
  carriesOver: z.strictObject({ open: z.string(), received: z.string(), unit: z.string() }).optional(),
  chart: chartSchema.optional(),
  /** Printed under the table. */
  footnotes: z.array(z.string()).default([]),
});

/** A form known to the program. */
export type Template = z.infer<typeof templateSchema>;
/** A column as parsed, with its defaults. */
export type TemplateColumn = z.infer<typeof columnSchema>;
/** A row as parsed, with its defaults. */
export type TemplateRow = z.infer<typeof rowSchema>;
/** An identity as parsed, with its defaults. */
export type Identity = z.infer<typeof identitySchema>;
/** A chart as parsed. */
export type TemplateChart = z.infer<typeof chartSchema>;
/** One side of an identity as parsed. */
export type Term = z.infer<typeof termSchema>;
