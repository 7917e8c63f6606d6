import { z } from 'zod';
import type { AnnouncedYear } from '../model/holidays';

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
  /**
   * Other long names: "Thanh tra tỉnh Khánh Hòa". Wordings with Sở, UBND, TP., H. are derived and need not be listed.
   */
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

const span = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/,
    'ngày viết dạng 2026-02-16, nhiều ngày liền nhau viết dạng 2026-02-16/2026-02-20',
  )
  .refine(
    (s) => s.split('/').every((d) => z.iso.date().safeParse(d).success) && (s.split('/')[1] ?? s) >= s.split('/')[0]!,
    'ngày không có trong lịch hoặc ngày cuối trước ngày đầu',
  );

/** Days off and on of a year, as announced; see AnnouncedYear. */
export const announcedYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    source: text.optional(),
    off: z.array(span).default([]),
    work: z.array(day).default([]),
  })
  .refine(
    (y) => [...y.off.flatMap((s) => s.split('/')), ...y.work].every((d) => d.startsWith(`${y.year}-`)),
    'có ngày của năm khác',
  ) satisfies z.ZodType<AnnouncedYear>;

/** A register (danh mục cơ quan, đơn vị): who must send reports in one province. */
export const registerSchema = z.strictObject({
  schema: z.literal(1),
  /** For the reader of the file: where the list comes from, what it leaves out. */
  note: z.string().optional(),
  /** name without "tỉnh": "Khánh Hòa". */
  province: z.strictObject({ name: text, aliases: z.array(text).default([]) }),
  agencies: z.array(registerAgencySchema).min(1, 'danh mục chưa có cơ quan nào'),
  /** Announced days off and swapped working days, year by year, for the deadlines. */
  holidays: z.array(announcedYearSchema).optional(),
});

/** The register (danh mục) of a province as parsed: its name, its agencies, its days off. */
export type Register = z.infer<typeof registerSchema>;
/** One agency of the register: code ("STP"), name, level, other names, symbol, days of existence. */
export type RegisterAgency = z.infer<typeof registerAgencySchema>;
