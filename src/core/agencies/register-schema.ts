import { z } from 'zod';

const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.\-]*$/u, 'mã cơ quan chỉ gồm chữ, số, dấu chấm và gạch nối');
const text = z.string().trim().min(1, 'không được để trống');
const day = z.iso.date('ngày phải viết dạng 2025-06-30');

/** One agency of a register file, as written by the officer who keeps the list. */
export const registerAgencySchema = z.strictObject({
  /** Unique in the register, shown in reports: "STP", "UBND-NHATRANG". */
  code,
  /** Full official name: "Sở Tư pháp", "UBND huyện Vạn Ninh". */
  name: text,
  level: z.enum(['province', 'district', 'commune']),
  /** Other long names: "Thanh tra tỉnh Khánh Hòa". Wordings with Sở, UBND, TP., H. are derived and need not be listed. */
  aliases: z.array(text).default([]),
  /** Short names without a document number: "KHĐT", "LĐ-TB&XH". */
  abbreviations: z.array(text).default([]),
  /** What stands after "BC-" in a document number: "STP". Never "UBND", which every level uses. */
  symbols: z.array(text).default([]),
  /** First and last day of existence; null or absent is open. */
  from: day.nullable().optional(),
  to: day.nullable().optional(),
  /** Codes of the agencies that took over. */
  successors: z.array(code).optional(),
  /** Code of the agency it belongs to. */
  parent: code.optional(),
  note: z.string().optional(),
});

/** A register (danh mục cơ quan, đơn vị): who must send reports in one province. */
export const registerSchema = z.strictObject({
  schema: z.literal(1),
  /** For the reader of the file: where the list comes from, what it leaves out. */
  note: z.string().optional(),
  /** name without "tỉnh": "Khánh Hòa". */
  province: z.strictObject({ name: text, aliases: z.array(text).default([]) }),
  agencies: z.array(registerAgencySchema).min(1, 'danh mục chưa có cơ quan nào'),
});

export type Register = z.infer<typeof registerSchema>;
export type RegisterAgency = z.infer<typeof registerAgencySchema>;
