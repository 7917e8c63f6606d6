import { isShortened } from '../../../src/core/text/shortened';

const ROW = 'Số cơ quan hành chính được kiểm tra cải cách hành chính';

test.each(['CQHC được KT CCHC', 'SL CQHC được kiểm tra CCHC', 'Số CQHC'])('%s shortens the row', (label) =>
  expect(isShortened(label, ROW)).toBe(true),
);
test.each(['ĐVSN được KT CCHC', 'CQHC tự kiểm tra', 'cơ quan', '', ROW])('%s does not', (label) =>
  expect(isShortened(label, ROW)).toBe(false),
);
