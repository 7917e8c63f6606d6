import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('unknown-row', { params: { label: 'Số phòng', number: '31', candidates: ['26 (0,81)', '27 (0,62)'] } }, ['31', 'Số phòng', '26 (0,81)']);
});
