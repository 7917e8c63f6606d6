import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('control-total-differs', { params: { sum: 1234, control: 1250 } }, ['1.234', '1.250']);
});
