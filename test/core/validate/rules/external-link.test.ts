import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names cells and formula, and is whole without params', () => {
  checkSentences('external-link', { params: { list: ['C7', 'C8'], count: 2, formula: '[1]PL2!C7' } }, [
    'C7, C8',
    '=[1]PL2!C7',
    'đề nghị đơn vị',
  ]);
  checkSentences('external-link', { params: { list: ['C7'], count: 1, formula: '[1]PL2!C7' } }, ['C7']);
  checkSentences('external-link', { params: { count: 0 } }, ['liên kết']);
});
