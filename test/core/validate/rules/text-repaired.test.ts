import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('text-repaired', { params: { before: 'Sè', after: 'Số', kind: 'font-decoded' } }, ['“Sè”', '“Số”', 'phông chữ cũ']);
});

test('a row worded another way', () => {
  checkSentences('text-repaired', { params: { before: 'Số cơ quan đươc kiểm tra', after: 'Số cơ quan được kiểm tra về CCHC', kind: 'label' } }, ['đươc kiểm tra', 'về CCHC']);
});
