import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences(
    'unknown-row',
    { params: { label: 'Số phòng', number: '31', candidates: ['26 (0,81)', '27 (0,62)'] } },
    ['31', 'Số phòng', '26 (0,81)'],
  );
});

test('a list that senders fill in themselves, and a struck row, have their own words', () => {
  checkSentences('unknown-row', { params: { label: 'Trong đó: trực tuyến', list: true } }, [
    'Trong đó: trực tuyến',
    'tính hai lần',
  ]);
  checkSentences('unknown-row', { params: { label: 'Hộ tịch', number: '2', struck: true } }, ['Hộ tịch', 'gạch ngang']);
});
