import { columnName } from '../../src/core/model/address';
import type { Level } from '../../src/core/model/agency';
import type { Register, RegisterAgency } from '../../src/core/agencies/register-schema';
import { templates } from '../../src/core/templates/registry';
import type { Template, TemplateRow } from '../../src/core/templates/schema';
import { stripMarks } from '../../src/core/text/strip-marks';
import type { SourceFile } from '../../src/app/ports';
import sample from '../../samples/hai-cap-2026/agencies.json';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { BookCell, BookSheet } from '../files/book';
import { makeXlsx } from '../files/make-xlsx';
import { Rng } from '../mess/rng';

/** What every file of a made province says, and what it must add up to. */
export interface MadeProvince {
  register: Register;
  files: (SourceFile & { code: string })[];
  /** Template → row label → column → the province's figure; null: units differ, so that it must stay empty. */
  truth: Record<string, Record<string, Record<string, number | null>>>;
}

const HEADS = [
  'Vạn',
  'Ninh',
  'Diên',
  'Khánh',
  'Cam',
  'Suối',
  'Phước',
  'Thuận',
  'Bác',
  'Xuân',
  'Vĩnh',
  'Sơn',
  'Hòa',
  'Tân',
  'Mỹ',
  'Phú',
  'Lộc',
  'An',
];
const TAILS = [
  'Thắng',
  'Hưng',
  'Lương',
  'Bình',
  'Thọ',
  'Lộc',
  'Sim',
  'Hiệp',
  'Đức',
  'Nam',
  'Dinh',
  'Hải',
  'Trí',
  'Tri',
  'Lâm',
  'Thạnh',
  'Phong',
];
const FIELDS = [
  'Đất đai',
  'Hộ tịch',
  'Chứng thực',
  'Môi trường',
  'Xây dựng',
  'Giao thông vận tải',
  'Lâm nghiệp',
  'Thủy sản',
  'Bảo trợ xã hội',
  'Người có công',
  'Di sản văn hóa',
  'Quản lý công sản',
];
const DAY = '2026-12-14';

/**
 * A two-level province as after 1/7/2025: sở of the sample register and communes of made names, some of them close to
 * each other. Equal seeds give equal bytes.
 * `slips` is how often a figure is typed as text or a total is wrong by one, which changes no sum of levels.
 */
export function makeProvince(seed: number, communes = 175, slips = 0): MadeProvince {
  const rng = new Rng(seed);
  const register = makeRegister(rng, communes);
  const truth: MadeProvince['truth'] = {};
  const senders = register.agencies.filter((a) => !a.to || a.to >= DAY);
  const common = { province: 0, commune: rng.int(60, 200) };
  const files = senders.map((agency, i) => {
    const names =
      agency.level === 'province'
        ? ['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4', 'mot-cua']
        : ['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4'];
    const sheets = names.map((id) =>
      makeSheet(
        templates().find((t) => t.id === id)!,
        agency,
        rng,
        truth,
        common.commune,
        slips,
      ),
    );
    return { code: agency.code, file: fileName(agency, i, rng), bytes: makeXlsx({ sheets }) };
  });
  return { register, files, truth };
}

function makeRegister(rng: Rng, communes: number): Register {
  const parsed = parseRegister(sample);
  if (!parsed.ok) throw new Error(parsed.message);
  const provincial = parsed.register.agencies.filter((a) => a.level === 'province');
  const names = rng
    .shuffled(HEADS.flatMap((h) => TAILS.filter((t) => t !== h).map((t) => `${h} ${t}`)))
    .slice(0, communes - 8);
  names.push(...names.slice(0, 4).map((n) => `Bắc ${n}`), ...names.slice(2, 6).map((n) => `Đông ${n}`));
  const units = names.map((name, i): RegisterAgency => ({
    code: `X${String(i + 1).padStart(3, '0')}`,
    name: `UBND ${i % 4 === 0 ? 'phường' : 'xã'} ${name}`,
    level: 'commune',
    aliases: [],
    abbreviations: [],
    symbols: [],
    from: '2025-07-01',
  }));
  return { ...parsed.register, agencies: [...provincial, ...units] };
}

/** Most clerks write the name with marks; some without, where no other commune is then written alike. */
function fileName(agency: RegisterAgency, i: number, rng: Rng): string {
  const short = agency.name.replace('UBND ', '');
  const plain = /\b(Trí|Tri)\b/.test(short) ? short : rng.chance(0.3) ? stripMarks(short) : short;
  return `${String(i + 1).padStart(3, '0')} ${plain} - phu luc CCHC.xlsx`;
}

function makeSheet(
  template: Template,
  agency: RegisterAgency,
  rng: Rng,
  truth: MadeProvince['truth'],
  common: number,
  slips: number,
): BookSheet {
  const columns = template.columns.filter((c) => c.level !== 'district');
  const cells: BookCell[] = [];
  const put = (row: number, col: number, cell: Omit<BookCell, 'at'>): void => {
    cells.push({ at: `${columnName(col)}${row + 1}`, ...cell });
  };
  put(0, 0, {
    value: `UBND ${agency.level === 'commune' ? agency.name.replace('UBND ', '').toUpperCase() : 'TỈNH KHÁNH HÒA'}`,
  });
  if (agency.level === 'province') put(1, 0, { value: agency.name.toUpperCase() });
  if (template.appendixNumber !== null) put(2, 0, { value: `Phụ lục ${template.appendixNumber}` });
  put(3, 0, { value: template.title });
  const depth = Math.max(...columns.map((c) => c.header.length));
  const merges: string[] = [];
  columns.forEach((c, col) => {
    c.header.forEach((text, r) => {
      if (r > 0 || columns[col - 1]?.header[0] !== text) put(5 + r, col, { value: text });
    });
    if (c.header.length < depth) merges.push(`${columnName(col)}6:${columnName(col)}${5 + depth}`);
    const last = columns.findLastIndex((d) => d.header[0] === c.header[0]);
    if (last > col && columns[col - 1]?.header[0] !== c.header[0])
      merges.push(`${columnName(col)}6:${columnName(last)}6`);
  });
  const top = 5 + depth;
  const rows =
    template.rowMode === 'fixed'
      ? template.rows
      : rng.some(FIELDS, rng.int(4, FIELDS.length)).map((label, i) => ({ key: label, label, number: String(i + 1) }));
  const sums: Record<string, number> = {};
  rows.forEach((row, r) => {
    const figures = figuresOf(template, row as TemplateRow, agency.level, rng, common);
    columns.forEach((c, col) => {
      const value = c.role === 'index' ? Number(row.number) : c.role === 'label' ? row.label : figures[c.key];
      if (value !== undefined)
        put(top + r, col, {
          value:
            typeof value === 'number' && c.role !== 'index' && rng.chance(slips)
              ? slip(value, c.role === 'total' && c.consolidate === 'sum-of-levels', rng)
              : value,
        });
    });
    note(truth, template, row.label, figures);
    for (const [key, value] of Object.entries(figures))
      if (typeof value === 'number') sums[key] = (sums[key] ?? 0) + value;
  });
  if (template.totalRow) {
    columns.forEach((c, col) => {
      if (c.role === 'label') put(top + rows.length, col, { value: template.totalRow!.label });
      else if (sums[c.key] !== undefined) put(top + rows.length, col, { value: sums[c.key]! });
    });
    note(truth, template, template.totalRow.label, sums);
  }
  return { name: template.appendixNumber === null ? 'Một cửa' : `PL${template.appendixNumber}`, cells, merges };
}

/** "04", "12 ", "'7": text that is read as the number it shows; a total is rather added up wrongly. */
function slip(value: number, isTotal: boolean, rng: Rng): number | string {
  if (isTotal && rng.chance(0.5)) return value + 1;
  return rng.pick([String(value).padStart(2, '0'), `${value} `, ` ${value}`]);
}

type Figures = Record<string, number | string>;

function figuresOf(template: Template, row: TemplateRow, level: Level, rng: Rng, common: number): Figures {
  if (template.id === 'phu-luc-1') {
    const assigned = rng.int(3, 60);
    return {
      issued: `${String(rng.int(1, 28)).padStart(2, '0')}/0${rng.int(1, 9)}/2026`,
      assigned,
      completed: assigned - rng.int(0, 2),
      ...(rng.chance(0.2) ? { note: 'Còn đang thực hiện' } : {}),
    };
  }
  if (template.id === 'mot-cua') {
    const [early, onTime, overdue, pending] = [rng.int(0, 900), rng.int(0, 90), rng.int(0, 9), rng.int(0, 40)];
    return { received: early + onTime + overdue + pending, early, onTime, overdue, pending };
  }
  const own = level === 'commune' ? 'commune' : 'province';
  if ((row.columns && !row.columns.includes(own)) || rng.chance(0.15)) return { total: rng.pick(['-', '', 'Không']) };
  const shared =
    own === 'commune' &&
    (row.consolidate?.['commune'] ?? template.columns.find((c) => c.key === 'commune')?.consolidate) === 'common';
  const value = shared ? common + Number(row.number) : rng.int(0, 40);
  return { total: value, [own]: value };
}

/** Adds what one sender wrote to what the province must come to; common figures are taken once. */
function note(truth: MadeProvince['truth'], template: Template, label: string, figures: Figures): void {
  const row = ((truth[template.id] ??= {})[label] ??= {});
  const declared = template.rows.find((r) => r.label === label);
  for (const column of template.columns) {
    const value = figures[column.key];
    if (typeof value !== 'number' || (column.role === 'total' && column.consolidate === 'sum-of-levels')) continue;
    const method = declared?.consolidate?.[column.key] ?? column.consolidate;
    if (method === 'common') row[column.key] = value;
    else if (method === 'sum') row[column.key] = (row[column.key] ?? 0) + value;
  }
  const levels = template.columns
    .filter((c) => c.role === 'level')
    .map((c) => row[c.key])
    .filter((v) => v !== undefined);
  if (levels.length > 0) row['total'] = levels.reduce((n: number, v) => n + (v ?? 0), 0);
}
