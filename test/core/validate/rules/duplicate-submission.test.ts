import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('duplicate-submission', { params: { other: 'thanh-tra-2.xlsx', same: true } }, [
    'thanh-tra-2.xlsx',
    'giống nhau',
  ]);
});

test('two tables of one form on a sheet are told with both places', () => {
  checkSentences(
    'duplicate-submission',
    { at: { cell: 'A1' }, params: { other: 'a.xlsx', otherSheet: 'PL2', otherCell: 'A45' } },
    ['A1', 'A45', 'không được tính', 'đối chiếu'],
  );
});
