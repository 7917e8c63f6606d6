import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names the unit and how far it reaches, and is whole without params', () => {
  checkSentences('unit-differs', { params: { unit: 'nghìn hồ sơ', kind: 'scaled' } }, ['nghìn hồ sơ']);
});
