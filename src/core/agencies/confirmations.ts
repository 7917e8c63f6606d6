import type { Outcome } from '../model/outcome';
import { z } from 'zod';

const text = z.string().trim().min(1, 'không được để trống');

/** One sender that a person confirmed: what the file said of itself, and who it is. */
export const confirmationSchema = z.strictObject({
  /** Words of the file's name without numbering, dates and report words (fileNameKey); "" where they say nothing. */
  fileName: z.string(),
  /** Those of the folder it lay in, where they say who. */
  folder: text.optional(),
  letterhead: text.optional(),
  /** "STP", as in the report's number. */
  symbol: text.optional(),
  /** Code in the register. */
  agency: text,
  by: text.optional(),
  /** ISO day or time. */
  at: z.union([z.iso.date(), z.iso.datetime()]).optional(),
});

/** What an office has confirmed so far; one file for all who work on the reports. */
export const confirmationsSchema = z.strictObject({
  schema: z.literal(1),
  note: z.string().optional(),
  confirmations: z.array(confirmationSchema),
});

/** What a person once said of a kind of file: by which marks it is known, and which agency sends it. */
export type Confirmation = z.infer<typeof confirmationSchema>;
/** The file of confirmed senders as parsed; `confirmations` holds one entry for each set of marks. */
export type Confirmations = z.infer<typeof confirmationsSchema>;

/** The confirmations in a parsed JSON value, or one Vietnamese sentence on what is wrong with the file. */
export function parseConfirmations(json: unknown): Outcome<{ confirmations: Confirmations }> {
  const parsed = confirmationsSchema.safeParse(json);
  if (parsed.success) return { ok: true, confirmations: parsed.data };
  const [first, index, ...rest] = parsed.error.issues[0]?.path ?? [];
  const place =
    typeof index === 'number'
      ? `mục xác nhận thứ ${index + 1}${rest.length > 0 ? `, phần "${rest.join('.')}"` : ''}`
      : first === undefined
        ? 'tệp'
        : `mục "${String(first)}"`;
  return { ok: false, message: `Tệp xác nhận đơn vị không đúng mẫu: ${place} thiếu hoặc chưa đúng.` };
}
