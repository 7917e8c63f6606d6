import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('period-mismatch', { params: { period: 'Quý III/2020', expected: 'năm 2020' } }, [
    'Quý III/2020',
    'năm 2020',
  ]);
});
