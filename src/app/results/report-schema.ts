import { z } from 'zod';

const cellValue = z.union([z.number(), z.string()]).nullable();
const count = z.number().int().nonnegative();
const agency = z.object({ code: z.string(), name: z.string() });
const period = z.object({ from: z.iso.date(), to: z.iso.date(), label: z.string() });

/** Schema of the report of a run, version 1 (design §5). Fields may be added, never renamed. */
export const reportSchema = z.object({
  schema: z.literal(1),
  files: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      status: z.enum(['read', 'rejected', 'ignored']),
      reason: z.string().nullable(),
      /** Of a file with tables of several senders: whom its name says; see `senders`. */
      agency: agency.nullable(),
      /** Where the tables of the file are of several senders: who they are. */
      senders: z.array(agency).optional(),
      /** As the file says it; null where it says none. */
      period: period.nullable(),
      /** Word: paragraphs beside the tables, and those with figures in them, which are not consolidated. */
      narrative: z.object({ paragraphs: count, withFigures: count }).optional(),
      /** Cells beside the tables of a sheet, and the numbers among them. */
      outsideTables: z.array(z.object({ sheet: z.string(), cells: count, figures: count })).optional(),
      appendices: z.array(
        z.object({
          template: z.string(),
          version: z.string(),
          sheet: z.string(),
          range: z.string(),
          /** Who sent this table. */
          agency: agency.nullable().optional(),
          /** Of which period it is, as the table or its file says. */
          period: period.nullable().optional(),
          confidence: z.number().min(0).max(1),
          /** Why this form was chosen. */
          because: z.array(z.string()),
          /** own: counts; province-wide: control total; replaced: a later one counts; empty: nobody filled it in. */
          use: z.enum(['own', 'province-wide', 'replaced', 'empty']),
        }),
      ),
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      file: z.string().nullable(),
      sheet: z.string().nullable(),
      cell: z.string().nullable(),
      template: z.string().nullable(),
      row: z.string().nullable(),
      column: z.string().nullable(),
      expected: cellValue,
      actual: cellValue,
      /** A person accepted it with a reason. */
      accepted: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
      /** The file it speaks of was returned or left out: it counts nowhere. */
      setAside: z
        .object({ how: z.enum(['returned', 'left-out']), reason: z.string(), by: z.string(), at: z.string() })
        .optional(),
    }),
  ),
  tables: z.array(
    z.object({
      template: z.string(),
      rows: z.array(z.object({ row: z.string(), label: z.string(), values: z.record(z.string(), cellValue) })),
    }),
  ),
  proof: z.object({
    files: z.object({ in: count, merged: count, returned: count, setAside: count }),
    cells: z.object({ read: count, placed: count, refused: count }),
    /** The same cells per form, and how many tables they stand in. */
    forms: z
      .array(z.object({ template: z.string(), tables: count, read: count, placed: count, refused: count }))
      .optional(),
    /** All tables with their filled cells and numbers, and those beside them; `raw` is the second count. */
    tables: z
      .object({
        lines: count,
        cells: count,
        figures: count,
        numbering: count,
        outsideCells: count,
        outsideFigures: count,
        rawCells: count,
        rawNumbers: count,
      })
      .optional(),
    totals: z.array(
      z.object({ template: z.string(), column: z.string(), placed: z.number(), refused: z.number(), raw: z.number() }),
    ),
    closes: z.boolean(),
    breaks: z.array(z.string()),
  }),
  /**
   * What each sender's counting appendices say: template → row → column → figure. For comparing a later period with
   * this one.
   */
  agencies: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        level: z.enum(['province', 'district', 'commune']).nullable(),
        values: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
      }),
    )
    .optional(),
  /** Figures that are not, or would not be, the sum of what the senders gave. */
  adjustments: z
    .array(
      z.object({
        template: z.string(),
        row: z.string(),
        column: z.string(),
        sum: z.number().nullable(),
        value: cellValue,
        reason: z.string().nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
        derived: z.boolean(),
        withLeftOut: cellValue,
      }),
    )
    .optional(),
  /** Every table of every file that was read, with what became of it. */
  tableLines: z
    .array(
      z.object({
        id: z.string(),
        file: z.string(),
        sheet: z.string(),
        range: z.string(),
        title: z.string(),
        state: z.enum([
          'taken',
          'control',
          'older',
          'blank',
          'other-period',
          'undecided',
          'returned',
          'left-out',
          'set-aside',
          'unknown',
          'text',
        ]),
        template: z.string().nullable(),
        agency: z.string().nullable(),
        period: z.string().nullable(),
        cells: count,
        figures: count,
        numbering: count,
        reason: z.string().nullable(),
      }),
    )
    .optional(),
  /** Files whose figures did not close: nothing of them is in a sum. */
  faulty: z.array(z.object({ file: z.string(), reasons: z.array(z.string()) })).optional(),
  /** The decisions of a case. */
  case: z
    .object({
      journal: z.array(
        z.object({
          id: z.number(),
          kind: z.string(),
          at: z.string(),
          by: z.string(),
          about: z.string(),
          reason: z.string(),
          revokedBy: z.number().nullable(),
        }),
      ),
      rulesOff: z.array(z.object({ rule: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
    })
    .optional(),
});

export type Report = z.infer<typeof reportSchema>;
