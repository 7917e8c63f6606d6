import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('duplicate-row', { params: { first: 'A12' } }, ['A12']);
});

test('two rows nearly alike in an open list', () => {
  checkSentences('duplicate-row', { params: { first: 'Đất đai', label: 'Đất đai.', nearly: true } }, [
    '“Đất đai”',
    '“Đất đai.”',
  ]);
});

test('what becomes of the two rows is said', () => {
  checkSentences('duplicate-row', { params: { first: 'B7', label: 'x', refused: true } }, [
    'B7',
    'cả hai dòng chưa được cộng',
  ]);
  checkSentences('duplicate-row', { params: { first: 'B7', label: 'x', hidden: true } }, ['B7', 'bị ẩn']);
});
