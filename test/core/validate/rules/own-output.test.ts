import { checkSentences } from '../fixtures/check-sentences';

test('says what the program made', () =>
  checkSentences('own-output', { at: { file: 'kq.xlsx' }, params: { reason: 'Đây là sổ kết quả' } }, [
    'Đây là sổ kết quả',
  ]));
