import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('hidden-data', { params: { what: 'column', count: 12 } }, ['12', 'cột bị ẩn']);
});
