import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('text-repaired', { params: { before: 'Sè', after: 'Số', kind: 'font-decoded' } }, [
    '“Sè”',
    '“Số”',
    'phông chữ cũ',
  ]);
});

test('a row worded another way', () => {
  checkSentences(
    'text-repaired',
    { params: { before: 'Số cơ quan đươc kiểm tra', after: 'Số cơ quan được kiểm tra về CCHC', kind: 'label' } },
    ['đươc kiểm tra', 'về CCHC'],
  );
});

test.each([
  [{ before: 'Sè', after: 'Số', kind: 'font-doubtful' }, ['“Sè”', '“Số”', 'đối chiếu']],
  [{ before: 'Bộ c¸c', after: null, kind: 'font-mixed' }, ['“Bộ c¸c”', 'để nguyên']],
  [{ before: null, after: null, kind: 'font-by-content', encoding: 'VNI', count: 42 }, ['VNI', '42 ô', 'đối chiếu']],
  [{ before: 'C\u043eng', after: 'Cong', kind: 'look-alike' }, ['“Cong”', 'bảng chữ khác']],
])('an old encoding: %j', (params, parts) => {
  checkSentences('text-repaired', { params }, parts);
});
