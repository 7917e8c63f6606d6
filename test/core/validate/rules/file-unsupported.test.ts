import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('file-unsupported', { at: { file: 'la.pdf' }, params: { reason: 'Tệp PDF' } }, ['la.pdf', 'PDF']);
});
