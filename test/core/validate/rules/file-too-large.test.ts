import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('file-too-large', { at: { file: 'la.xls' }, params: { reason: 'Tệp lớn hơn 50 MB' } }, [
    'la.xls',
    '50 MB',
  ]);
});
