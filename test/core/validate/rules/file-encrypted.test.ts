import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('file-encrypted', { at: { file: 'la.xls' }, params: { reason: 'Tệp có mật khẩu' } }, [
    'la.xls',
    'mật khẩu',
  ]);
});
