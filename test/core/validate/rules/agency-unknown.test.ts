import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('agency-unknown', { params: { candidates: ['Sở Tài chính'] } }, ['Sở Tài chính']);
});
