import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('missing-submission', { at: {}, params: { agency: 'Sở Y tế' } }, ['Sở Y tế']);
});
