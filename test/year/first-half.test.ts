import * as XLSX from '@e965/xlsx';
import { changedOnDisk, countsAtTheEnd, firstWave, REGISTER, secondWave, sender, thirdWave } from './first-half';
import { columnsOf, rowsOf, type Form } from './forms';
import { Office, type Answer } from './office';
import { readBook, readTable, readWord, type ReadSheet } from './read-back';
import { reckon, type Reckoned } from './reckon';
import type { Came } from './the-year';

/**
 * A half-year of a province through the command line, from the first files to the signed set, held against figures
 * worked out from what was typed into the files. docs/mot-nam.md tells the same story to the officer.
 */
const A = ['--agencies', './agencies.json'];
const CASE = ['--case', './hoso.json'];
const HOA = 'Nguyễn Thị Hoa';
const AN = 'Trần Văn An';
const FORMS: Form[] = ['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4', 'mot-cua'];
const PUT = { '1/province': 40 };

const office = new Office();
const came = new Map<string, Came>();
/** What was decided, in the words of the test: kind of line, who, reason. */
const done: [string, string, string][] = [];
const run = (...words: string[]): Promise<Answer> => office.phuluc(...words);
const well = async (...words: string[]): Promise<Answer> => {
  const a = await run(...words);
  expect([words, a]).toEqual([words, expect.objectContaining({ code: 0 })]);
  return a;
};

function arrive(folder: string, files: readonly Came[]): void {
  office.put(folder ? `nhan/${folder}` : 'nhan', ...files);
  for (const f of files) came.set(folder ? `${folder}/${f.file}` : f.file, f);
}

async function decide(
  kind: string,
  verb: string,
  by: string,
  day: string,
  reason: string,
  ...more: string[]
): Promise<void> {
  await well(
    'case',
    verb,
    './hoso.json',
    './nhan',
    ...A,
    '--by',
    by,
    '--at',
    `${day}T02:30:00Z`,
    '--reason',
    reason,
    ...more,
  );
  done.push([kind, by, reason]);
}

/** Short names of findings, by rule and part of the line. */
async function findingId(part: RegExp): Promise<string> {
  const line = (await well('case', 'findings', './hoso.json', './nhan', ...A)).out
    .split('\n')
    .find((l) => part.test(l));
  if (!line) throw new Error(`no finding ${part}`);
  return line.slice(0, 8);
}
const board = async (): Promise<string> => (await well('board', './nhan', ...A, ...CASE, '--today', '2026-06-22')).out;
const line = (text: string, start: string): string => text.split('\n').find((l) => l.startsWith(`${start} `)) ?? '';

afterAll(() => office.close());

test('first wave: what is missing, doubtful and wrong is on the board; decisions and returns', async () => {
  office.write('agencies.json', JSON.stringify(REGISTER));
  arrive('', await firstWave());
  await well('case', 'new', './hoso.json', './nhan', ...A, '--received-on', '2026-06-16');
  const first = await board();
  expect(first).toContain('hạn gửi 16/06/2026 (theo lịch nghỉ thường lệ; danh mục chưa có thông báo nghỉ lễ năm 2026)');
  expect(line(first, 'SNgV')).toContain('Chưa gửi');
  for (const code of [
    'STP',
    'SYT',
    'SCT',
    'P-CAMRANH',
    'X-VANTHANG',
    'X-VANHUNG',
    'X-DIENLAC',
    'X-CAMHIEP',
    'X-TAYNINHHOA',
  ])
    expect([code, line(first, code)]).toEqual([code, expect.stringMatching(/Có lỗi +Đúng hạn.*1 lỗi|Có lỗi.*1 lỗi/)]);
  for (const file of ['phu luc cchc.xlsx', 'phường Nam Nha Trang.xlsx'])
    expect(first).toContain(`Chưa rõ đơn vị gửi: ${file}`);
  // The error of the file that came twice is on the one whose sender is not sure.
  expect(await findingId(/LỖI.*phường Nam Nha Trang\.xlsx.*giống hệt/)).toMatch(/^[0-9a-f]{8}$/);

  await decide(
    'Xác nhận đơn vị',
    'confirm',
    HOA,
    '2026-06-16',
    'Xã Cam Lâm xác nhận qua điện thoại',
    '--file',
    'phu luc cchc.xlsx',
    '--agency',
    'X-CAMLAM',
  );
  await decide(
    'Để ngoài vì trùng',
    'leave-out',
    HOA,
    '2026-06-16',
    'Tệp của phường Bắc Nha Trang, gửi nhầm',
    '--file',
    'phường Nam Nha Trang.xlsx',
  );
  for (const file of [
    'So Tu phap.xlsx',
    'SYT phu luc CCHC.xlsx',
    'xã Diên Lạc.xlsx',
    'phường Cam Ranh.xls',
    'xã Vạn Hưng.ods',
    'xã Vạn Thắng.docx',
    'xã Cam Hiệp PL2.csv',
    'xã Tây Ninh Hòa.xlsx',
  ]) {
    await decide('Trả lại', 'return', HOA, '2026-06-16', 'Có lỗi, đề nghị sửa', '--file', file);
  }
  const made = await well('return', './nhan', ...A, ...CASE, '--out', './tra', '--deadline', '19/06/2026');
  expect(made.out).toContain('9 đơn vị');
  // The copy that goes back: nothing but notes and the list was added.
  const copy = XLSX.read(office.read('tra/STP - Sở Tư pháp/So Tu phap (cần sửa).xlsx'), { type: 'buffer' });
  const sent = XLSX.read(came.get('So Tu phap.xlsx')!.bytes, { type: 'buffer' });
  for (const name of sent.SheetNames)
    expect(XLSX.utils.sheet_to_csv(copy.Sheets[name]!)).toBe(XLSX.utils.sheet_to_csv(sent.Sheets[name]!));
  expect(copy.SheetNames.slice(sent.SheetNames.length)).toHaveLength(1);
  expect(JSON.stringify((copy.Sheets['PL2']!['C19'] as XLSX.CellObject).c)).toContain('99 khác tổng các cấp (6)');
  expect(office.read('tra/STP - Sở Tư pháp/Công văn.txt').toString('utf8')).toMatch(
    /Phụ lục 2, dòng 10 .*cột Tổng số .*99 khác tổng các cấp \(6\)[\s\S]*trước ngày 19\/06\/2026/,
  );
  for (const [name, f] of came)
    expect([name, office.read(`nhan/${name}`).equals(Buffer.from(f.bytes))]).toEqual([name, true]);
  const reminder = (await well('board', './nhan', ...A, ...CASE, '--remind')).out;
  expect(reminder).toMatch(/cần gửi lại: 8 đơn vị/);
  expect(reminder).toContain('UBND xã Cam Hiệp: Phụ lục 2; thiếu Phụ lục 1, Phụ lục 4');
});

test('second versions: better, worse, under another name, and one that nobody asked for', async () => {
  arrive('lan 2', await secondWave());
  expect((await well('case', 'save', './hoso.json', './nhan', ...A, '--received-on', '2026-06-18')).err).toBe('');
  const now = await board();
  expect(line(now, 'STP')).toMatch(/Đã gửi +Đúng hạn .*16\/06\/2026; gửi lại 18\/06\/2026$/);
  expect(line(now, 'STC')).toContain('2 phụ lục có bản mới chờ chấp nhận');
  expect(line(now, 'X-TAYNINHHOA')).toMatch(/Đã gửi +Quá hạn/);
  expect(now).toContain('Chưa rõ đơn vị gửi: lan 2/xã Diên Lạc.xlsx');
  await decide(
    'Xác nhận đơn vị',
    'confirm',
    HOA,
    '2026-06-18',
    'Chép nhầm tiêu đề, xã Diên Lạc xác nhận',
    '--file',
    'lan 2/xã Diên Lạc.xlsx',
    '--agency',
    'X-DIENLAC',
  );
  // Returned ones that came again are not asked for a second time.
  expect((await well('return', './nhan', ...A, ...CASE, '--out', './tra2')).out).toMatch(
    /^Sở Công Thương: .*\nĐã ghi .* cho 1 đơn vị/,
  );

  const mended = await well('case', 'preview', './hoso.json', './nhan', ...A, '--file', 'lan 2/SYT phu luc CCHC.xlsx');
  expect(mended.out).toMatch(/Bản gửi lại .* khác bản đã trả lại .* ở 3 ô/);
  expect(mended.out).toContain('Phụ lục 2, dòng 24, cột Cấp tỉnh: “9” → “90”');
  await decide('Trả lại', 'return', AN, '2026-06-18', 'Dòng 24 tăng 10 lần', '--file', 'lan 2/SYT phu luc CCHC.xlsx');

  const both = await well('case', 'preview', './hoso.json', './nhan', ...A, '--file', 'Sở Tài chính bản 2.xlsx');
  expect(both.out).toMatch(/3 ô khác, 3 số liệu toàn tỉnh thay đổi/);
  await decide(
    'Chọn bản',
    'choose',
    AN,
    '2026-06-18',
    'Sở giảm 03 đơn vị dùng phần mềm',
    '--file',
    'lan 2/Sở Tài chính bản 2.xlsx',
    '--form',
    'phu-luc-2',
  );
  expect(
    (await run('case', 'approve', './hoso.json', './nhan', ...A, '--agency', 'STC', '--by', AN, '--reason', 'x')).code,
  ).toBe(3);
  await decide(
    'Chọn bản',
    'choose',
    AN,
    '2026-06-18',
    'Số hoàn thành 3 là gõ nhầm',
    '--file',
    'Sở Tài chính.xlsx',
    '--form',
    'phu-luc-1',
  );
});

test('accepting, switching off, leaving out, adjusting, approving; a late file and a changed file', async () => {
  const blocked = await run(
    'case',
    'approve',
    './hoso.json',
    './nhan',
    ...A,
    '--agency',
    'SCT',
    '--by',
    AN,
    '--reason',
    'x',
  );
  expect([blocked.code, blocked.err]).toEqual([3, expect.stringContaining('Còn 1 lỗi của Sở Công Thương')]);
  await decide(
    'Chấp nhận phát hiện',
    'accept',
    AN,
    '2026-06-19',
    'Sở giải trình: 100% nhiệm vụ đến hạn',
    '--finding',
    await findingId(/LỖI {2}So Cong Thuong/),
  );
  await decide('Duyệt', 'approve', AN, '2026-06-19', 'Đã đối chiếu', '--agency', 'sct');
  await decide('Tắt quy tắc', 'off', AN, '2026-06-19', 'Cấp xã không ghi tỷ lệ', '--rule', 'not-filled');
  expect(
    (await run('case', 'off', './hoso.json', './nhan', ...A, '--rule', 'not-a-number', '--by', AN, '--reason', 'x'))
      .code,
  ).toBe(3);
  await decide(
    'Để ngoài vì trùng',
    'leave-out',
    AN,
    '2026-06-19',
    'Sở Y tế đã gồm số liệu của Trung tâm',
    '--file',
    `${sender('TTKSBT').name}.xlsx`,
  );
  for (const n of [1, 2])
    await decide(
      'Chấp nhận phát hiện',
      'accept',
      AN,
      '2026-06-19',
      'Hai xã xác nhận số liệu giống nhau',
      '--finding',
      await findingId(new RegExp(`CẢNH BÁO .*Phụ lục ${n}: cả .* trùng với số liệu`)),
    );
  const row1 = reckon('phu-luc-2', countsAtTheEnd())['1']!['province'];
  expect(row1).toBe(24);
  await decide(
    'Điều chỉnh số liệu',
    'adjust',
    AN,
    '2026-06-19',
    'Theo kế hoạch kiểm tra của tỉnh',
    '--figure',
    'phu-luc-2/1/province',
    '--value',
    '40',
  );
  for (const code of ['STP', 'SNNMT'])
    await decide('Duyệt', 'approve', AN, '2026-06-19', 'Số liệu đã khớp', '--agency', code);

  arrive('muon', await thirdWave());
  arrive('', [await changedOnDisk()]);
  const saved = await well('case', 'save', './hoso.json', './nhan', ...A, '--received-on', '2026-06-22');
  expect(saved.err).toContain('“Sở Nông nghiệp và Môi trường.xlsx”: nội dung tệp đã thay đổi');
  const now = await board();
  expect([line(now, 'STP'), line(now, 'SNNMT')]).toEqual([
    expect.stringContaining('Đã duyệt'),
    expect.stringMatching(/Đã gửi/),
  ]);
  const late = ['--file', 'muon/Sở Tư pháp đính chính.xlsx'];
  expect((await run('case', 'choose', './hoso.json', './nhan', ...A, ...late, '--by', AN, '--reason', 'x')).code).toBe(
    3,
  );
  expect((await well('case', 'preview', './hoso.json', './nhan', ...A, ...late)).out).toMatch(
    /2 ô khác, 2 số liệu toàn tỉnh thay đổi\.\nBài nộp của đơn vị đang khóa/,
  );
  await decide('Hủy, mở lại', 'reopen', AN, '2026-06-22', 'Sở gửi bản đính chính', '--agency', 'STP');
  await well(
    'case',
    'choose',
    './hoso.json',
    './nhan',
    ...A,
    ...late,
    '--by',
    AN,
    '--at',
    '2026-06-22T02:30:00Z',
    '--reason',
    'Sở đính chính dòng 3',
  );
  for (let n = 0; n < 5; n++) done.push(['Chọn bản', AN, 'Sở đính chính dòng 3']);
  for (const code of ['STP', 'SNNMT', 'SYT'])
    await decide('Duyệt', 'approve', AN, '2026-06-22', 'Đã xem bản mới', '--agency', code);
  expect((await board()).match(/Đã duyệt +4 /)).not.toBeNull();
});

describe('the result and the set to sign', () => {
  let sheets: ReadSheet[];
  let signed: ReadSheet[];
  const expected: Partial<Record<Form, Reckoned>> = {};
  beforeAll(async () => {
    for (const form of FORMS) expected[form] = reckon(form, countsAtTheEnd(), form === 'phu-luc-2' ? PUT : {});
    await well('consolidate', './nhan', ...A, ...CASE, '--out', './ketqua.xlsx', '--today', '2026-06-22');
    await well(
      'sign',
      './nhan',
      ...A,
      ...CASE,
      '--out',
      './ky',
      '--numerals',
      'roman',
      '--issuer',
      'UBND tỉnh Khánh Hòa',
      '--place',
      'Khánh Hòa',
      '--signer',
      'TM. ỦY BAN NHÂN DÂN',
      '--signer',
      'CHỦ TỊCH',
      '--name',
      'Nguyễn Văn Bình',
    );
    sheets = readBook(office.read('ketqua.xlsx'));
    signed = readBook(office.read('ky/Phụ lục báo cáo CCHC 6 tháng đầu năm 2026.xlsx'));
  });
  const sheet = (list: ReadSheet[], name: string): ReadSheet => list.find((s) => s.name === name)!;
  const nameOf = (form: Form): string => (form === 'mot-cua' ? 'Một cửa' : `Phụ lục ${form.at(-1)!}`);

  /** Every cell of a form as it must be, as [where, value]. */
  function cellsOf(form: Form): [string, string, number | string | null][] {
    const heads = new Map(columnsOf(form, false).map((c) => [c.key, c.head[1] || c.head[0]]));
    const labels = new Map(rowsOf(form).map((r) => [r.key, r.label]));
    return Object.entries(expected[form]!).flatMap(([row, cells]) =>
      Object.entries(cells)
        .filter(([c]) => heads.has(c))
        .map(([c, v]): [string, string, number | string | null] => [labels.get(row) ?? row, heads.get(c)!, v]),
    );
  }
  /** "05 đơn vị: 12/01/2026 – 20/03/2026" in whatever words: how many, first, last. */
  const dates = (text: string | number | null): string => {
    const t = String(text ?? '');
    return [
      /\d+(?= đơn vị)/.exec(t)?.[0].replace(/^0/, '') ?? '',
      ...new Set(t.match(/\d\d\/\d\d\/\d{4}/g) ?? []),
    ].join(' ');
  };

  test.each(FORMS)(
    '%s: every figure of the signed workbook and of the result is the one worked out by hand',
    (form) => {
      for (const list of [signed, sheets]) {
        const table = readTable(sheet(list, nameOf(form)));
        expect(table.wrong).toEqual([]);
        const cells = cellsOf(form);
        expect(cells.length).toBeGreaterThan(8);
        for (const [row, column, value] of cells) {
          const read = table.cells[row]?.[column] ?? null;
          if (typeof value === 'string') expect([row, column, dates(read)]).toEqual([row, column, dates(value)]);
          else expect([row, column, read]).toEqual([row, column, value]);
        }
        expect(Object.keys(table.cells)).toHaveLength(Object.keys(expected[form]!).length);
      }
      if (form !== 'phu-luc-1') expect(readTable(sheet(signed, nameOf(form))).formulas).toBeGreaterThan(0);
    },
  );

  test('the signed document says the same', () => {
    const tables = readWord(office.read('ky/Phụ lục báo cáo CCHC 6 tháng đầu năm 2026.docx')).filter((t) =>
      t.some((r) => r[0] === 'STT' || r[0] === 'Số TT'),
    );
    expect(tables).toHaveLength(FORMS.length);
    FORMS.forEach((form, i) => {
      const rows = tables[i]!.map((r) => r.map((v, c) => (c === 0 && /^\d+$/.test(v) ? Number(v) : v)));
      const table = readTable({ rows, formula: () => null });
      for (const [row, column, value] of cellsOf(form)) {
        const read = String(table.cells[row]?.[column] ?? '');
        if (typeof value === 'string') expect([row, column, dates(read)]).toEqual([row, column, dates(value)]);
        else
          expect([form, row, column, read]).toEqual([
            form,
            row,
            column,
            value === null ? '' : value.toLocaleString('de-DE'),
          ]);
      }
    });
  });

  test('the form of 2026 has no Cấp huyện, and is headed and signed as asked', () => {
    const texts = signed.flatMap((s) => s.rows.flat()).filter((v): v is string => typeof v === 'string');
    expect(texts.filter((t) => t === 'Cấp huyện')).toEqual([]);
    for (const t of [
      'Phụ lục I',
      'Phụ lục II',
      'Phụ lục III',
      'Phụ lục IV',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Nguyễn Văn Bình',
    ])
      expect(texts).toContain(t);
  });

  test(
    'Theo đơn vị: each agency beside its own figures; Nguồn: every contribution leads to a cell that says so, and ' +
      'adds up',
    () => {
      const by = sheet(sheets, 'Theo đơn vị').rows;
      const head = by.find((r) => r[0] === 'Biểu')!;
      for (const said of countsAtTheEnd()) {
        const col = head.indexOf(said.name);
        expect([said.name, col]).toEqual([said.name, expect.any(Number)]);
        expect(col).toBeGreaterThan(4);
        const row = (form: string, n: string, column: string): number | string | null =>
          by.find((r) => r[0] === form && String(r[1]) === n && r[3] === column)?.[col] ?? null;
        expect([said.name, row('Phụ lục 1', '1', 'Số nhiệm vụ/ số đơn vị trong kế hoạch')]).toEqual([
          said.name,
          said.forms['phu-luc-1']!['1']!['assigned'],
        ]);
        const level = said.level === 'province' ? 'Cấp tỉnh' : 'Cấp xã';
        for (const n of ['10', '24', '26'])
          expect([said.name, n, row('Phụ lục 2', n, level)]).toEqual([
            said.name,
            n,
            said.forms['phu-luc-2']![n]![said.level],
          ]);
      }
      const rows = sheet(sheets, 'Nguồn').rows;
      const top = rows.findIndex((r) => r[0] === 'Ô kết quả');
      const at = Object.fromEntries(rows[top]!.map((h, c) => [String(h), c]));
      const books = new Map<string, XLSX.WorkBook>();
      const sums = new Map<string, number>();
      for (const r of rows.slice(top + 1).filter((x) => x[0] !== null)) {
        const [cell, file, tab, place, typed, value] = [
          'Ô kết quả',
          'Tệp',
          'Sheet',
          'Ô',
          'Nội dung gốc',
          'Số liệu',
        ].map((h) => r[at[h]!] ?? null);
        if (typeof value === 'number' && r[at['Cách đưa vào']!] === 'Cộng vào')
          sums.set(String(cell), (sums.get(String(cell)) ?? 0) + value);
        if (!/\.xlsx$/.test(String(file))) continue;
        if (!books.has(String(file)))
          books.set(String(file), XLSX.read(came.get(String(file))!.bytes, { type: 'buffer' }));
        const source = books.get(String(file))!.Sheets[String(tab)]![String(place)] as XLSX.CellObject;
        expect([file, tab, place, String(typed)]).toEqual([file, tab, place, String(source.v)]);
      }
      let checked = 0;
      for (const [cell, sum] of sums) {
        const [name, place] = cell.split('!') as [string, string];
        const { r, c } = XLSX.utils.decode_cell(place);
        const shown = sheet(sheets, name.replace(/'/g, '')).rows[r]![c];
        if (name.includes('Phụ lục 2') && sheet(sheets, 'Phụ lục 2').rows[r]![0] === 1) continue;
        expect([cell, shown]).toEqual([cell, sum]);
        checked += 1;
      }
      expect(checked).toBeGreaterThan(80);
    },
  );

  test('Đối soát closes over every file with its hash, shows the control total beside the sum, and what was adjusted', () => {
    const rows = sheet(sheets, 'Đối soát').rows.map((r) => r.map((v) => String(v ?? '')));
    const text = rows.map((r) => r.join('|')).join('\n');
    expect(text).toContain('ĐỐI SOÁT KHỚP');
    for (const name of came.keys())
      expect(rows.filter((r) => r.includes(name) && r.includes(office.sha(`nhan/${name}`)))).toHaveLength(1);
    // Sở Nội vụ's form says 27 where the agencies come to 24, and the same in row 6; nothing of it is in the sums.
    const controls = sheet(sheets, 'Số kiểm soát').rows.filter((r) => r[0] === 'Phụ lục 2');
    const six = expected['phu-luc-2']!['6']!;
    expect(controls.map((r) => [r[1], r[3], r[4], r[5], r[6], r[8]])).toEqual([
      ['1', 'Tổng số', 24, 27, -3, 'Sở Nội vụ'],
      ['1', 'Cấp tỉnh', 24, 27, -3, 'Sở Nội vụ'],
      ['6', 'Tổng số', six['total'], six['total'], 0, 'Sở Nội vụ'],
      ['6', 'Cấp tỉnh', six['province'], six['province'], 0, 'Sở Nội vụ'],
      ['6', 'Cấp xã', six['commune'], six['commune'], 0, 'Sở Nội vụ'],
    ]);
    expect(rows.some((r) => r.includes('24') && r.includes('40') && r.includes('16'))).toBe(true);
  });

  test('Nhật ký is what was done, line by line; the case shows the same', async () => {
    const rows = sheet(sheets, 'Nhật ký').rows;
    const top = rows.findIndex((r) => r[0] === 'Số');
    const lines = rows.slice(top + 1, top + 1 + done.length);
    expect(lines.map((r) => [r[3], r[2], r[5]])).toEqual(done);
    expect(lines.map((r) => r[0])).toEqual(done.map((_, i) => i + 1));
    expect(rows[top + 1 + done.length]?.[0] ?? null).toBeNull();
    const shown = (await well('case', 'show', './hoso.json')).out.split('\n').slice(1);
    expect(shown).toHaveLength(done.length);
    shown.forEach((text, i) => {
      for (const part of done[i]!) expect(text).toContain(part);
    });
  });

  test('Phát hiện: what was accepted, returned or left out says so; nothing open is an error', async () => {
    const rows = sheet(sheets, 'Phát hiện').rows;
    const severities = rows.map((r) => String(r[1] ?? ''));
    expect(severities.filter((s) => s === 'Lỗi')).toEqual([]);
    expect(severities.filter((s) => s === 'Lỗi (tệp đã trả lại)').length).toBe(8);
    expect(severities.filter((s) => s === 'Lỗi (đã chấp nhận)')).toHaveLength(1);
    expect((await run('check', './nhan', ...A, ...CASE)).code).toBe(0);
  });

  test('closed and opened again, from the file or from the result, it gives the same bytes', async () => {
    await well('consolidate', './nhan', ...A, ...CASE, '--out', './lai.xlsx', '--today', '2026-06-22');
    await well(
      'consolidate',
      './nhan',
      ...A,
      '--case',
      './ketqua.xlsx',
      '--out',
      './tu-ket-qua.xlsx',
      '--today',
      '2026-06-22',
    );
    expect([office.sha('lai.xlsx'), office.sha('tu-ket-qua.xlsx')]).toEqual([
      office.sha('ketqua.xlsx'),
      office.sha('ketqua.xlsx'),
    ]);
  });
});
