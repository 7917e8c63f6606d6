import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('duplicate-row', { params: { first: 'A12' } }, ['A12']);
});
