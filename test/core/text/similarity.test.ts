import fc from 'fast-check';
import { foldText } from '../../../src/core/text/fold';
import { prepare } from '../../../src/core/text/prepared-text';
import { similarity, similarityPrepared } from '../../../src/core/text/similarity';
import { PHU_LUC_2 } from './phu-luc-2-labels';

const prepared = PHU_LUC_2.map(prepare);

/** One slip of a typist at place `at`: drop, double, swap, wrong letter, lost or stray blank, lost marks. */
function slip(text: string, kind: number, at: number, letter: string): string {
  const i = at % text.length;
  const c = text[i] as string;
  switch (kind % 6) {
    case 0:
      return text.slice(0, i) + text.slice(i + 1);
    case 1:
      return text.slice(0, i) + c + text.slice(i);
    case 2:
      return text.slice(0, i) + (text[i + 1] ?? '') + c + text.slice(i + 2);
    case 3:
      return text.slice(0, i) + letter + text.slice(i + 1);
    case 4:
      return text.slice(0, i) + (c === ' ' ? '' : ` ${c}`) + text.slice(i + 1);
    default:
      return text.slice(0, i) + c.normalize('NFD').charAt(0) + text.slice(i + 1);
  }
}

const aSlip = fc.tuple(fc.nat(5), fc.nat(1000), fc.constantFrom(...'aeoiunhcgtđơưêộ'));
const aLabel = fc.nat(29);
const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'aăâbcdđeêo ơưuhn12.-'), maxLength: 20 }),
  aLabel.map((i) => PHU_LUC_2[i] as string),
);

describe('similarity', () => {
  test.each([
    ['Số cơ quan được kiểm tra về CCHC', 'SỐ CƠ QUAN ĐƯỢC KIỂM TRA VỀ CCHC.', 1, 1],
    ['Số cơ quan được kiểm tra về CCHC', 'So co quan duoc kiem tra ve CCHC', 0.9, 0.99],
    ['Kế hoạch ứng dụng CNTT', 'Kếhoạch ứng dụng CNTT', 0.95, 0.999],
    ['Kế hoạch ứng dụng CNTT', 'Kế hoạch ứng dụgn CNTT', 0.9, 0.999],
    ['Sở Tài nguyên & Môi trường', 'Sở Tài nguyên và Môi trường', 0.8, 0.99],
    ['Quý I', 'Quý II', 0, 0.5],
    ['Sở Nội vụ', 'Bộ Nội vụ', 0, 0.7],
    ['Cấp huyện', 'Cấp xã', 0, 0.5],
    ['Đúng hạn', 'Quá hạn', 0, 0.5],
    [
      'Số đơn vị sự nghiệp ban hành quy chế chi tiêu nội bộ',
      'Số tổ chức khoa học và công nghệ ban hành quy chế chi tiêu nội bộ',
      0,
      0.6,
    ],
    ['thực hiện theo Nghị định 43', 'thực hiện theo Nghị định 130', 0, 0.8],
    ['', 'Tổng số', 0, 0],
    ['', '', 1, 1],
  ])('%j and %j: %d to %d', (a, b, least, most) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(least);
    expect(similarity(a, b)).toBeLessThanOrEqual(most);
  });

  test('symmetric, from 0 to 1, and 1 only for what folds alike', () => {
    fc.assert(
      fc.property(someText, someText, (a, b) => {
        const s = similarity(a, b);
        expect(s).toBe(similarity(b, a));
        expect(s >= 0 && s <= 1).toBe(true);
        expect(s === 1).toBe(foldText(a) === foldText(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('a floor changes nothing above it, and never hides what reaches it', () => {
    fc.assert(
      fc.property(someText, someText, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, floor) => {
        const exact = similarity(a, b);
        const quick = similarityPrepared(prepare(a), prepare(b), floor);
        expect(quick).toBeGreaterThanOrEqual(exact - 1e-12);
        if (quick >= floor) expect(quick).toBeCloseTo(exact, 12);
      }),
      { numRuns: 2000 },
    );
  });

  test('one slip in a long label keeps it above 0.9, unless it touches a figure', () => {
    fc.assert(
      fc.property(aLabel, aSlip, (i, [kind, at, letter]) => {
        const label = PHU_LUC_2[i] as string;
        const place = at % label.length;
        fc.pre(label.length >= 50 && !/\d/.test(label.slice(Math.max(0, place - 1), place + 3)));
        expect(similarity(label, slip(label, kind, at, letter))).toBeGreaterThanOrEqual(0.9);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the rows of Phụ lục 2', () => {
  test('no two are nearer than 0.75', () => {
    for (let i = 0; i < 30; i++)
      for (let j = 0; j < i; j++) expect(similarity(PHU_LUC_2[i] as string, PHU_LUC_2[j] as string)).toBeLessThan(0.75);
  });

  test('with up to three slips each is nearest to itself, with 0.1 to spare', () => {
    fc.assert(
      fc.property(aLabel, fc.array(aSlip, { minLength: 1, maxLength: 3 }), (i, slips) => {
        const typed = prepare(
          slips.reduce((text, [kind, at, letter]) => slip(text, kind, at, letter), PHU_LUC_2[i] as string),
        );
        const own = similarityPrepared(typed, prepared[i]!, 0);
        const other = Math.max(...prepared.filter((_, j) => j !== i).map((p) => similarityPrepared(typed, p, 0.6)));
        expect(own - other).toBeGreaterThan(0.1);
      }),
      { numRuns: 300 },
    );
  });
});
