import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('negative-number', { params: { text: '-5' } }, ['-5']);
});
