import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('missing-column', { params: { header: 'Cấp xã' } }, ['Phụ lục 2', 'Cấp xã']);
});
