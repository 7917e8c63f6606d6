import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('template-uncertain', { params: { score: 0.62, second: 'phu-luc-3', secondScore: 0.58 } }, [
    'Phụ lục 2',
    '62%',
    'Phụ lục 3',
    '58%',
  ]);
});

test('a table that was not read, and rows numbered another way', () => {
  checkSentences('template-uncertain', { params: { score: 0.4, second: null, secondScore: null, refused: true } }, [
    '40%',
    'chưa được đọc',
  ]);
  checkSentences('template-uncertain', { params: { renumbered: 12 } }, ['12 dòng đánh số khác']);
});

test('of two long wordings the place is shown where they differ', () => {
  const long =
    'Số đơn vị sự nghiệp ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được giao làm cơ sở chi trả thu ' +
    'nhập tăng thêm cho ';
  checkSentences(
    'template-uncertain',
    { params: { label: `${long}viên chức`, expected: `${long}người lao động`, score: 0.8 } },
    ['viên chức”', 'người lao động”'],
  );
});
