import { applyConfirmations } from '../../../src/core/agencies/apply-confirmations';
import type { Clue } from '../../../src/core/agencies/clue';
import { parseConfirmations, type Confirmation } from '../../../src/core/agencies/confirmations';
import { fileNameKey } from '../../../src/core/agencies/file-name-key';
import { matchAgency } from '../../../src/core/agencies/match-agency';
import { senderMarks } from '../../../src/core/agencies/sender-marks';
import { confirmAgency } from '../../../src/app/agencies/confirm-agency';
import { stripMarks } from '../../../src/core/text/strip-marks';
import { makeProvince } from '../../support/make-province';
import { register2020, register2026 } from './registers';

const name = (text: string): Clue => ({ kind: 'file-name', text });
const head = (text: string): Clue => ({ kind: 'letterhead', text });
const reference = (text: string): Clue => ({ kind: 'reference', text });

function apply(clues: Clue[], confirmations: Confirmation[], register = register2020, on = '2020-12-14') {
  return applyConfirmations(register, { schema: 1, confirmations }, clues, matchAgency(register, clues, on), on);
}

describe('the part of a file name that stays from one period to the next', () => {
  test.each([
    ['02. Sở Tư pháp_PL2 Quý III-2020 (1).xlsx', 'sở tư pháp'],
    ['Cac so/STP q3 2020.xlsx', 'stp'],
    ['57-BC-TTT ngày 29.11.2020.xlsx', 'ttt'],
    ['phu luc bao cao CCHC 6 thang dau nam 2021 lan 2.xlsx', ''],
    ['UBND phường 7 - 2020.xlsx', 'ubnd phường 7'],
    ['UBND phường 8 - 2021.xlsx', 'ubnd phường 8'],
    ['Nam Nha Trang năm 2026.xlsx', 'nam nha trang'],
    ['TTYT 20201125 - Copy.xlsx', 'ttyt'],
    ['Sở Tư pháp.xlsx'.normalize('NFD'), 'sở tư pháp'],
  ])('%s', (file, key) => expect(fileNameKey(file)).toBe(key));

  test('close communes keep keys of their own', () => {
    const names = register2026.agencies.map((a) => fileNameKey(`${a.name} - phu luc 2026.xlsx`));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('senders confirmed before', () => {
  const unknown = [name('TT Hanh chinh cong quy 1-2020.xlsx')];
  const confirmed: Confirmation = { ...senderMarks(unknown), agency: 'VPUBND', by: 'Nguyễn Văn A', at: '2020-03-16' };

  test('a file that nobody could place is placed in the next period, and says why', () => {
    expect(apply(unknown, []).state).not.toBe('agreed');
    const match = apply([name('TT Hanh chinh cong quy 2-2020.xlsx')], [confirmed]);
    expect(match).toMatchObject({
      state: 'agreed',
      agency: { code: 'VPUBND' },
      because: ['Đã được xác nhận ngày 16/03/2020 (Nguyễn Văn A).'],
    });
  });

  test('another file gains nothing from it', () => {
    const clues = [name('TT Hanh chinh cong Cam Ranh.xlsx')];
    expect(apply(clues, [confirmed])).toEqual(matchAgency(register2020, clues, '2020-12-14'));
  });

  test('a letterhead that now names another brings the question back', () => {
    const match = apply(
      [name('TT Hanh chinh cong quy 2-2020.xlsx'), head('UBND TỈNH KHÁNH HÒA\nSỞ Y TẾ')],
      [confirmed],
    );
    expect(match).toMatchObject({ state: 'doubtful', agency: null });
    expect(match.candidates.map((c) => c.agency.code)).toEqual(['VPUBND', 'SYT']);
    expect(match.because[0]).toContain('Sở Y tế');
  });

  test('what the person saw when confirming is no contradiction', () => {
    const clues = [
      name('Trung tam YTDP.xlsx'),
      head('SỞ Y TẾ\nTRUNG TÂM KIỂM SOÁT'),
      reference('Số 12/BC-STC ngày 1/12/2020'),
    ];
    const word: Confirmation = { ...senderMarks(clues), agency: 'SNV', at: '2020-12-01' };
    expect(matchAgency(register2020, clues).agency?.code).not.toBe('SNV');
    expect(apply(clues, [word])).toMatchObject({ state: 'agreed', agency: { code: 'SNV' } });
  });

  test('a letterhead shared with a file of another name is only a suggestion', () => {
    const word: Confirmation = { fileName: 'dự án giao thông', letterhead: 'bql dự án', agency: 'SGTVT' };
    const match = apply([name('Dự án dân dụng.xlsx'), head('BAN QUẢN LÝ DỰ ÁN')], [word]);
    expect(match).toMatchObject({ state: 'doubtful', agency: null });
    expect(match.candidates[0]!.agency.code).toBe('SGTVT');
    expect(apply([name('phu luc.xlsx'), head('BAN QUẢN LÝ DỰ ÁN')], [word])).toMatchObject({ state: 'agreed' });
  });

  test('files of one name in the folders of several senders are told apart', () => {
    const from = (folder: string): Clue[] => [name(`${folder}/Biểu chi tiết.xlsx`)];
    const word: Confirmation = { ...senderMarks(from('Trung tâm Hỗ trợ')), agency: 'SNV' };
    expect(word).toMatchObject({ fileName: 'biểu chi tiết', folder: 'trung tâm hỗ trợ' });
    expect(apply(from('Nhận/Trung tâm Hỗ trợ'), [word])).toMatchObject({ state: 'agreed', agency: { code: 'SNV' } });
    expect(apply(from('Ban Điều phối'), [word]).state).toBe('doubtful');
    expect(apply(from('Sở Y tế'), [word]).agency?.code).not.toBe('SNV');
    const bare: Confirmation = { ...senderMarks([name('Biểu chi tiết.xlsx')]), agency: 'SNV' };
    expect(apply(from('Sở Y tế'), [bare])).toMatchObject({ state: 'doubtful', agency: null });
  });

  test('names that say nothing are never enough', () => {
    for (const file of [
      'Book1.xlsx',
      'phu luc.xlsx',
      'UBND tinh Khanh Hoa.xlsx',
      'New Microsoft Excel Worksheet.xlsx',
    ]) {
      const clues = [name(file)];
      expect(apply(clues, [{ ...senderMarks(clues), fileName: fileNameKey(file), agency: 'STP' }]).state).not.toBe(
        'agreed',
      );
      const marks = senderMarks(clues, new Set(['khanh', 'hoa']));
      expect(confirmAgency(null, { file, marks }, 'STP', undefined, '2020-12-01').ok).toBe(false);
    }
  });

  test('two different words, a code that is gone, and an agency that has ended are asked', () => {
    expect(apply(unknown, [confirmed, { ...confirmed, agency: 'SNV' }])).toMatchObject({
      state: 'doubtful',
      agency: null,
    });
    expect(apply(unknown, [{ ...confirmed, agency: 'KHONGCO' }])).toMatchObject({ state: 'doubtful', agency: null });
    expect(apply(unknown, [{ ...confirmed, agency: 'UBND-NHATRANG' }], register2026, '2026-12-14')).toMatchObject({
      state: 'doubtful',
      agency: null,
    });
  });

  test('the file is canonical: any order of confirming gives the same bytes, and a new word replaces the old', () => {
    const add = (before: string | null, file: string, code: string): string => {
      const parsed = before === null ? null : parseConfirmations(JSON.parse(before));
      const next = confirmAgency(parsed?.ok ? parsed.confirmations : null, { file }, code, 'A', '2020-12-01');
      if (!next.ok) throw new Error(next.message);
      return next.content;
    };
    const one = add(add(null, 'tư pháp 2020.xlsx', 'STP'), 'y tế.xlsx', 'SYT');
    expect(add(add(null, 'y tế.xlsx', 'SYT'), 'tư pháp 2021.xlsx', 'STP')).toBe(one);
    expect(JSON.parse(add(one, 'Y tế.xlsx', 'SNV')).confirmations).toHaveLength(2);
    expect(parseConfirmations({ schema: 1, confirmations: [{ fileName: 'a', agency: '' }] })).toMatchObject({
      ok: false,
      message: expect.stringContaining('thứ 1'),
    });
    expect(parseConfirmations([]).ok).toBe(false);
  });
});

describe('what is remembered of one commune is never taken for another', () => {
  const { register } = makeProvince(11);
  const bare = (n: string): string => n.replace('UBND ', '');
  const unmarked = (n: string): string => stripMarks(n);
  const placeOnly = (n: string): string => bare(n).replace(/^(xã|phường) /, '');

  test.each([
    ['as typed', (n: string) => n],
    ['without marks', unmarked],
    ['place only', placeOnly],
    ['place only, without marks', (n: string) => unmarked(placeOnly(n))],
  ])('%s', (_, spell) => {
    const files = register.agencies.map((a) => ({
      code: a.code,
      clues: [name(`${spell(a.name)} - phu luc quy 2 2026.xlsx`)],
    }));
    const half = files.filter((_, i) => i % 2 === 0);
    const confirmations = half.map(({ code, clues }): Confirmation => ({
      ...senderMarks(clues, new Set(['khanh', 'hoa'])),
      agency: code,
    }));
    const wrong: string[] = [];
    for (const { code, clues } of files) {
      const before = matchAgency(register, clues, '2026-12-14');
      const match = applyConfirmations(register, { schema: 1, confirmations }, clues, before, '2026-12-14');
      if (
        match.state === 'agreed' &&
        match.agency?.code !== code &&
        !(before.state === 'agreed' && before.agency?.code === match.agency?.code)
      ) {
        // Two communes whose file is called exactly the same cannot be told apart by a file name: that is what the
        // person confirmed.
        const twin = half.some(
          (h) => h.code === match.agency?.code && h.clues[0]!.text.toLowerCase() === clues[0]!.text.toLowerCase(),
        );
        if (!twin) wrong.push(`${clues[0]!.text}: ${match.agency?.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
