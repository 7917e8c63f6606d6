import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('formula-error', { params: { text: '#REF!', reason: 'tham chiếu đã bị xóa' } }, [
    '#REF!',
    'tham chiếu đã bị xóa',
  ]);
});
