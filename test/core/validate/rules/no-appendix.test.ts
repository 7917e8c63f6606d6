import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('no-appendix', { at: { file: 'la.xlsx' }, params: { reason: 'chỉ có văn bản' } }, [
    'la.xlsx',
    'chỉ có văn bản',
  ]);
});

test('a sheet with figures that belongs to no form', () => {
  checkSentences('no-appendix', { at: { file: 'la.xlsx', sheet: 'Sheet3' }, params: { count: 12 } }, [
    'Sheet3',
    '12 ô số',
  ]);
});
