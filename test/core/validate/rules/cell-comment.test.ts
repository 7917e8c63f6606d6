import { checkSentences } from '../fixtures/check-sentences';

test('the sentence gives the comment, and is whole without params', () => {
  checkSentences('cell-comment', { params: { text: 'Chưa có báo cáo của huyện' } }, [
    'C13',
    '“Chưa có báo cáo của huyện”',
  ]);
});
