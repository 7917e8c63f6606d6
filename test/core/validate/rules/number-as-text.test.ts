import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('number-as-text', { params: { text: '1.234', value: 1234 } }, ['“1.234”', '1.234']);
});
