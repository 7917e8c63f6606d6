import { turnedWords } from '../../../src/core/text/turned-words';

describe('turnedWords', () => {
  test.each([
    ['Số cơ quan được kiểm tra', 'Số cơ quan chưa được kiểm tra'],
    ['Số cơ quan được kiểm tra', 'SO CO QUAN KHONG DUOC KIEM TRA'],
    ['Số cơ quan được kiểm tra', 'Tỷ lệ cơ quan được kiểm tra'],
    ['Số TTHC', '% TTHC'],
    ['Đơn vị sự nghiệp công lập', 'Đơn vị sự nghiệp ngoài công lập'],
    ['Số cơ quan được kiểm tra', 'Trong đó: được kiểm tra'],
  ])('“%s” and “%s” are never one', (a, b) => {
    expect(turnedWords(a, b)).toBe(true);
    expect(turnedWords(b, a)).toBe(true);
  });

  test.each([
    ['Số cơ quan được kiểm tra', 'So co quan duoc kiem tra'],
    ['Tỷ lệ %', 'Tỷ lệ'],
    ['Số hồ chứa nước', 'Số hồ nước'],
    ['Công tác đối ngoại', 'Công tác'],
  ])('“%s” and “%s” may be', (a, b) => expect(turnedWords(a, b)).toBe(false));

  test('in a header, Trong đó only groups columns', () =>
    expect(turnedWords('Cấp tỉnh', 'Trong đó: Cấp tỉnh', false)).toBe(false));
});
