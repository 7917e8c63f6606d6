import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('text-repaired', { params: { before: 'Sè', after: 'Số', kind: 'font-decoded' } }, ['“Sè”', '“Số”', 'phông chữ cũ']);
});
