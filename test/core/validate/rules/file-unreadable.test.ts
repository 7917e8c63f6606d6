import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('file-unreadable', { at: { file: 'la.xls' }, params: { reason: 'Tệp hỏng' } }, ['la.xls', 'Tệp hỏng']);
});
