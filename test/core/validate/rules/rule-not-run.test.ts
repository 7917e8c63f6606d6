import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences(
    'rule-not-run',
    {
      params: { rule: 'sum-levels', check: 'Tổng số khác tổng các cấp.', reasons: ['ô C13 không đọc được'], count: 2 },
    },
    ['Tổng số khác tổng các cấp', 'ô C13', '2 chỗ'],
  );
});
