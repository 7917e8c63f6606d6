import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences(
    'agency-ambiguous',
    { params: { candidates: ['Sở Tài chính', 'Sở Tư pháp'], because: ['tên tệp ghi khác đầu trang'] } },
    ['Sở Tài chính hoặc Sở Tư pháp', 'tên tệp'],
  );
});

test('a sender taken for the time being', () => {
  checkSentences('agency-ambiguous', { params: { chosen: 'Sở Tài chính', candidates: [], because: [] } }, [
    'Sở Tài chính',
  ]);
});
