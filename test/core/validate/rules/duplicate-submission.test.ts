import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('duplicate-submission', { params: { other: 'thanh-tra-2.xlsx', same: true } }, [
    'thanh-tra-2.xlsx',
    'giống nhau',
  ]);
});
