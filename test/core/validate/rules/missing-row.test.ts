import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('missing-row', { at: { file: 'thanh-tra.xlsx', sheet: 'PL2', template: 'phu-luc-2', row: '8' } }, [
    'Phụ lục 2',
    'dòng 8',
  ]);
});
