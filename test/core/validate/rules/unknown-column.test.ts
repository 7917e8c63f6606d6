import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('unknown-column', { params: { header: 'Cấp thôn' } }, ['Cấp thôn']);
});
