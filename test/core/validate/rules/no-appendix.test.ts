import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('no-appendix', { at: { file: 'la.xlsx' }, params: { reason: 'chỉ có văn bản' } }, ['la.xlsx', 'chỉ có văn bản']);
});
