import { ruleById } from '../../../../src/core/validate/rule-by-id';
import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names the ending and what the file is, and is whole without params', () => {
  checkSentences(
    'file-misnamed',
    { at: { file: 'PL2.xls' }, params: { ending: 'xls', kind: 'trang web (HTML)', proper: 'html' } },
    ['PL2.xls', '.xls', 'HTML'],
  );
  expect(ruleById('file-misnamed').severity).toBe('info');
});
