import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('differs-between-units', { params: { values: '221 (7 đơn vị), 220 (UBND huyện X)' } }, [
    '221 (7 đơn vị)',
  ]);
});
