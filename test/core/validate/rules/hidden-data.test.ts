import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('hidden-data', { params: { what: 'column', count: 12 } }, ['12', 'cột bị ẩn']);
});

test('what is hidden is named, and a long list keeps its true count', () => {
  checkSentences(
    'hidden-data',
    { params: { what: 'row', count: 12, list: ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16'] } },
    ['12 dòng bị ẩn', '(5, 6, 7, 8, 9, 10, 11, 12, …)'],
  );
  checkSentences('hidden-data', { params: { what: 'sheet', count: 40 } }, ['trang bị ẩn']);
});
