import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('source-changed', { at: { file: 'SYT.xlsx' }, params: { file: 'SYT.xlsx' } }, [
    'SYT.xlsx',
    'đã thay đổi',
  ]);
  checkSentences('source-changed', { at: {}, params: { file: 'SYT.xlsx', missing: true } }, [
    'SYT.xlsx',
    'lần này không có',
  ]);
});
