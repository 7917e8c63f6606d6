import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('template-uncertain', { params: { score: 0.62, second: 'phu-luc-3', secondScore: 0.58 } }, ['Phụ lục 2', '62%', 'Phụ lục 3', '58%']);
});

test('a table that was not read, and rows numbered another way', () => {
  checkSentences('template-uncertain', { params: { score: 0.4, second: null, secondScore: null, refused: true } }, ['40%', 'chưa được đọc']);
  checkSentences('template-uncertain', { params: { renumbered: 12 } }, ['12 dòng đánh số khác']);
});
