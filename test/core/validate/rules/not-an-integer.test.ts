import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('not-an-integer', { params: { text: '12,5', reason: 'có phần lẻ' } }, ['12,5', 'có phần lẻ']);
});
