import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences(
    'decision-outdated',
    { params: { entry: 3, about: 'Phụ lục 2, dòng 3', why: 'tổng các đơn vị nay là 22 thay cho 21' } },
    ['uyết định số 3', 'Phụ lục 2, dòng 3', '22'],
  );
});
