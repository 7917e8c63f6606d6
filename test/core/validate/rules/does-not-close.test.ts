import { ruleById } from '../../../../src/core/validate/rule-by-id';
import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names the places, and is whole without params', () => {
  checkSentences(
    'does-not-close',
    { at: { file: 'a.xlsx' }, params: { reasons: ['PL2, ô E9: đọc được 4 nhưng kết quả toàn tỉnh không lấy số này'] } },
    ['a.xlsx', 'ô E9', 'để riêng'],
  );
  expect(ruleById('does-not-close').severity).toBe('error');
});
