import { z } from 'zod';
import type { CaseState } from '../../core/model/case';

/** The newest form of a saved case. */
export const CASE_SCHEMA = 2;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string();
const values = z.record(text, z.record(text, z.record(text, z.number())));

const entry = {
  id: z.number().int().positive(),
  at: z.iso.datetime(),
  by: text.min(1),
  reason: text.min(1),
  about: text,
};

const journalEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), key: text, rule: text, message: text, ...entry }),
  z.strictObject({ kind: z.literal('rule-off'), rule: text, ...entry }),
  z.strictObject({
    kind: z.literal('confirm-agency'),
    file: text,
    sha256,
    agency: text,
    before: text.nullable(),
    ...entry,
  }),
  z.strictObject({
    kind: z.literal('choose-version'),
    agency: text,
    template: text,
    file: text,
    sha256,
    over: z.array(sha256),
    ...entry,
  }),
  z.strictObject({
    kind: z.literal('leave-out'),
    agency: text,
    file: text,
    sha256,
    template: text.nullable(),
    ...entry,
  }),
  z.strictObject({
    kind: z.literal('scope'),
    agency: text,
    file: text,
    sha256,
    template: text.nullable(),
    scope: z.enum(['own', 'province-wide']),
    ...entry,
  }),
  z.strictObject({ kind: z.literal('return'), agency: text, file: text, sha256, ...entry }),
  z.strictObject({ kind: z.literal('approve'), agency: text, sha256s: z.array(sha256).min(1), ...entry }),
  z.strictObject({
    kind: z.literal('adjust'),
    template: text,
    row: text,
    column: text,
    before: z.number().nullable(),
    after: z.number(),
    ...entry,
  }),
  z.strictObject({ kind: z.literal('revoke'), entry: z.number().int().positive(), ...entry }),
]);

/** Schema of a saved case in its newest form; older ones are brought up to it first (migrations/). */
export const caseSchema = z.strictObject({
  schema: z.literal(CASE_SCHEMA),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), label: text }).nullable(),
  register: z.strictObject({ province: text, agencies: z.number().int(), fingerprint: text }).nullable(),
  files: z.array(
    z.strictObject({
      file: text.min(1),
      sha256,
      size: z.number().int().nonnegative().nullable(),
      round: z.number().int().positive(),
      receivedOn: z.iso.date().nullable(),
    }),
  ),
  journal: z.array(journalEntry),
  settings: z.strictObject({
    numerals: z.enum(['roman', 'arabic']).optional(),
    place: text.optional(),
    issuer: text.optional(),
    signers: z.array(text).optional(),
    signerName: text.optional(),
    preparer: text.optional(),
    reportNumber: text.optional(),
    reportDate: z.iso.date().optional(),
    expected: z.array(text).optional(),
  }),
  figures: z
    .strictObject({
      province: values,
      agencies: z.array(
        z.strictObject({
          key: text,
          name: text,
          level: z.enum(['province', 'district', 'commune']).nullable(),
          values,
        }),
      ),
    })
    .nullable(),
}) satisfies z.ZodType<CaseState>;
