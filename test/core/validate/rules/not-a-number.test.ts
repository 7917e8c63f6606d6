import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('not-a-number', { params: { text: '6 phòng', reason: 'có chữ sau số' } }, [
    '6 phòng',
    'có chữ sau số',
  ]);
});
