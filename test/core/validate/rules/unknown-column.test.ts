import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences('unknown-column', { params: { header: 'Cấp thôn' } }, ['Cấp thôn']);
});

test('a second column under a printed name is not called unknown to the form', () => {
  checkSentences('unknown-column', { params: { header: 'Cấp tỉnh', count: 3, named: true } }, [
    'Cấp tỉnh',
    'kỳ báo cáo',
    '3 ô',
  ]);
});
