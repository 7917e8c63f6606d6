import { REGISTER, SENDERS, sender } from './first-half';
import { Office, type Answer } from './office';
import { fileOf, PERIODS, retyped, saidBy, type Came, type Period } from './the-year';

/** The period after, beside the period before: within 2026, and across 1/7/2025. And what an officer does wrong. */
const office = new Office();
const A = ['--agencies', './agencies.json'];
const run = (...words: string[]): Promise<Answer> => office.phuluc(...words);
afterAll(() => office.close());

const PROVINCIAL = ['STP', 'STC', 'SNNMT', 'SYT', 'SCT', 'VPUBND'];
const COMMUNES = ['P-NHATRANG', 'P-BACNHATRANG', 'P-TAYNHATRANG', 'P-NAMNHATRANG', 'X-VANNINH', 'X-VANTHANG'];

async function send(
  folder: string,
  codes: readonly string[],
  period: Period,
  changes: Partial<Record<string, Parameters<typeof retyped>[1]>> = {},
): Promise<void> {
  const files: Came[] = [];
  for (const code of codes)
    files.push(await fileOf(retyped(saidBy(sender(code), period), changes[code] ?? []), period, `${code}.xlsx`));
  office.put(folder, ...files);
}

beforeAll(async () => {
  office.write('agencies.json', JSON.stringify(REGISTER));
  await send('2025', [...PROVINCIAL, 'UBND-NHATRANG', 'UBND-VANNINH'], PERIODS.before);
  await send('half', [...PROVINCIAL, ...COMMUNES], PERIODS.half, {
    STP: [
      ['mot-cua', 'Hộ tịch', 'received', 60],
      ['mot-cua', 'Hộ tịch', 'early', 20],
      ['mot-cua', 'Hộ tịch', 'onTime', 9],
      ['mot-cua', 'Hộ tịch', 'overdue', 1],
      ['mot-cua', 'Hộ tịch', 'pending', 30],
    ],
  });
  const units = Number(saidBy(sender('STC'), PERIODS.third).forms['phu-luc-2']!['10']!['total']);
  await send('third', [...PROVINCIAL, ...COMMUNES.slice(1)], PERIODS.third, {
    STC: [
      ['phu-luc-2', '10', 'total', units * 10],
      ['phu-luc-2', '10', 'province', units * 10],
    ],
    SYT: [
      ['phu-luc-2', '24', 'total', '-'],
      ['phu-luc-2', '24', 'province', ''],
      ['phu-luc-2', '25', 'total', '-'],
      ['phu-luc-2', '25', 'province', ''],
    ],
    STP: [
      ['mot-cua', 'Hộ tịch', 'received', 25],
      ['mot-cua', 'Hộ tịch', 'early', 12],
      ['mot-cua', 'Hộ tịch', 'onTime', 8],
      ['mot-cua', 'Hộ tịch', 'overdue', 1],
      ['mot-cua', 'Hộ tịch', 'returned', 0],
      ['mot-cua', 'Hộ tịch', 'pending', 4],
    ],
  });
  for (const [folder, out] of [
    ['2025', 'kq2025'],
    ['half', 'kq-half'],
  ])
    expect(
      (await run('consolidate', `./${folder}`, ...A, '--out', `./${out}.xlsx`, '--json', `./${out}.json`)).code,
    ).toBe(0);
});

test('beside the half-year: ×10, a vanished figure, files that do not meet, a sender that is gone; the gravest first', async () => {
  for (const earlier of ['./kq-half.xlsx', './kq-half.json']) {
    const { code, out } = await run('compare', earlier, './third', ...A, '--top', '999');
    expect(code).toBe(0);
    expect(out).toMatch(
      /Sở Tài chính: Phụ lục 2, dòng 10, cột Cấp tỉnh – STC\.xlsx, PL2!D19\n.*\n +đúng bằng 10 lần kỳ trước \((\d+) → \1 ?0\)/,
    );
    expect(out).toMatch(/Sở Y tế: Phụ lục 2, dòng 24, cột Cấp tỉnh.*\n.*\n +kỳ trước là \d+, kỳ này không có/);
    expect(out).toMatch(/kỳ trước chuyển sang 30 hồ sơ đang giải quyết nhưng kỳ này chỉ tiếp nhận 25/);
    expect(out).toContain('Kỳ trước có, kỳ này không: UBND phường Nha Trang');
    const ten = (await run('compare', earlier, './third', ...A)).out;
    expect(ten).toContain('đúng bằng 10 lần');
    expect(ten).toContain('hồ sơ đang giải quyết nhưng kỳ này chỉ tiếp nhận 25');
  }
});

test('across 1/7/2025: four phường beside the city they took over from, by totals; nothing of a district is "gone"', async () => {
  const { out } = await run('compare', './kq2025.json', './half', ...A, '--top', '999');
  expect(out).toMatch(/Tiếp nhận: UBND thành phố Nha Trang → .*UBND phường Nha Trang.* \(so theo tổng\)/);
  expect(out).toContain('Tiếp nhận: UBND huyện Vạn Ninh → UBND xã Vạn Ninh, UBND xã Vạn Thắng (so theo tổng)');
  expect(out).not.toMatch(/Kỳ trước có, kỳ này không: .*(Nha Trang|Vạn Ninh)/);
  // Procedures that all units of a level share are not compared where levels changed.
  expect(out).not.toMatch(/UBND phường.*Phụ lục 2, dòng 26, cột Cấp xã.*\n.*\n +thay đổi/);
});

test('a file of the last period among those of this one is told', async () => {
  office.put(
    'mixed',
    await fileOf(saidBy(sender('STP'), PERIODS.half), PERIODS.half, 'STP.xlsx'),
    await fileOf(saidBy(sender('STC'), PERIODS.third), PERIODS.third, 'STC.xlsx'),
  );
  const { out } = await run('check', './mixed', ...A, '--period', 'Quý III/2026');
  expect(out).toMatch(/STP\.xlsx[\s\S]*\[period-mismatch\]/);
});

test('announced days off move the deadline, and the board says so', async () => {
  expect((await run('holidays', './agencies.json')).out).toContain('chưa có thông báo nghỉ lễ');
  expect(
    (
      await run(
        'holidays',
        './agencies.json',
        '--year',
        '2026',
        '--off',
        '2026-06-15/2026-06-16',
        '--work',
        '2026-06-20',
        '--source',
        'Thông báo thử',
      )
    ).code,
  ).toBe(0);
  expect((await run('board', './half', ...A)).out).toContain(
    'hạn gửi 18/06/2026 (đã trừ ngày nghỉ theo thông báo năm 2026)',
  );
});

describe('what goes wrong at the keyboard is told calmly, in Vietnamese, with its exit code, and nothing is written', () => {
  beforeAll(async () => {
    expect((await run('case', 'new', './hoso.json', './half', ...A)).code).toBe(0);
    office.write('cut.json', office.read('hoso.json').subarray(0, 500));
    office.write('newer.json', office.read('hoso.json').toString('utf8').replace('"schema": 2', '"schema": 99'));
  });
  const who = ['--by', 'Nguyễn Thị Hoa', '--reason', 'Lý do'];
  test.each<[number, RegExp, string[]]>([
    [2, /Không có lệnh "chek"/, ['chek', './half']],
    [2, /không có tham số --foo/, ['sign', './half', '--out', './x', '--foo']],
    [2, /--out cần một giá trị/, ['consolidate', './half', '--out']],
    [2, /Không có tệp hoặc thư mục/, ['board', './khong-co']],
    [2, /không có tệp hoặc thư mục này/, ['check', './half', '--case', './khong-co.json']],
    [2, /không có tệp hoặc thư mục này/, ['consolidate', './half', ...A, '--out', './khong-co/kq.xlsx']],
    [2, /không phải là JSON đọc được/, ['case', 'show', './cut.json']],
    [2, /phiên bản mới hơn của chương trình/, ['board', './half', ...A, '--case', './newer.json']],
    [2, /đã có; không ghi đè/, ['case', 'new', './hoso.json', './half', ...A]],
    [
      2,
      /Hồ sơ này của kỳ 6 tháng đầu năm 2026, không dùng cho kỳ Quý I\/2026/,
      ['consolidate', './half', ...A, '--case', './hoso.json', '--period', 'Quý I/2026', '--out', './x.xlsx'],
    ],
    [2, /Không hiểu kỳ báo cáo/, ['check', './half', '--period', 'quý 5']],
    [2, /cần --by "Họ tên"/, ['case', 'approve', './hoso.json', './half', ...A, '--agency', 'STP']],
    [2, /Không có đơn vị "ZZZ"/, ['case', 'approve', './hoso.json', './half', ...A, '--agency', 'ZZZ', ...who]],
    [2, /Không có phát hiện "khong"/, ['case', 'accept', './hoso.json', './half', ...A, '--finding', 'khong', ...who]],
    [
      3,
      /Không có tệp “khong\.xlsx”/,
      ['case', 'return', './hoso.json', './half', ...A, '--file', 'khong.xlsx', ...who],
    ],
    [3, /Nhật ký không có dòng 9/, ['case', 'revoke', './hoso.json', '--entry', '9', ...who]],
    [
      3,
      /số nguyên không âm/,
      ['case', 'adjust', './hoso.json', './half', ...A, '--figure', 'phu-luc-2/1/province', '--value', '1.234', ...who],
    ],
    [3, /luôn được áp dụng/, ['case', 'off', './hoso.json', '--rule', 'not-a-number', ...who]],
    [3, /không có nội dung nào cần trả lại/, ['return', './half', ...A, '--out', './tra', '--agency', 'SNV']],
    [2, /--out phải nằm ngoài thư mục được đọc/, ['sign', './half', '--out', './half/ky']],
    [2, /trong tệp không có hồ sơ/, ['compare', './half/STP.xlsx', './third', ...A]],
    [2, /ngày viết dạng 2026-02-16/, ['holidays', './agencies.json', '--year', '2026', '--off', '16/2']],
  ])('exit %i, %s', async (code, words, argv) => {
    const before = office.sha('hoso.json');
    const answer = await run(...argv);
    expect([answer.code, answer.err]).toEqual([code, expect.stringMatching(words)]);
    expect(answer.err).not.toMatch(/Error|ENOENT|EISDIR|    at |undefined/);
    expect(office.sha('hoso.json')).toBe(before);
    for (const made of ['x.xlsx', 'x', 'khong-co', 'tra', 'half/ky'])
      expect([made, office.exists(made)]).toEqual([made, false]);
  });

  test('two officers: the second works on what the first saved, and both lines are there', async () => {
    const decide = (by: string, file: string): Promise<Answer> =>
      run('case', 'return', './hoso.json', './half', ...A, '--file', file, '--by', by, '--reason', 'Gửi lại');
    expect((await decide('Nguyễn Thị Hoa', 'STP.xlsx')).code).toBe(0);
    expect((await decide('Trần Văn An', 'STP.xlsx')).err).toContain('đã được trả lại');
    expect((await decide('Trần Văn An', 'STC.xlsx')).code).toBe(0);
    const shown = (await run('case', 'show', './hoso.json')).out;
    expect(shown).toMatch(
      /1 .*Nguyễn Thị Hoa {2}\[Trả lại\] Sở Tư pháp[\s\S]*2 .*Trần Văn An {2}\[Trả lại\] Sở Tài chính/,
    );
  });
});

test('the sample register names everybody of this story', () => {
  for (const code of [...SENDERS, ...PROVINCIAL, ...COMMUNES])
    expect(REGISTER.agencies.map((a) => a.code)).toContain(code);
});
