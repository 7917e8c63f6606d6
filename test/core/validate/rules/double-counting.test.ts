import { checkSentences } from '../fixtures/check-sentences';

test('the sentence names what was found, and is whole without params', () => {
  checkSentences(
    'double-counting',
    { params: { how: 'same-file', agency: 'Sở Tư pháp', other: 'a.xlsx', otherFile: 'a.xlsx' } },
    ['Sở Tư pháp', 'giống hệt tệp “a.xlsx”'],
  );
  checkSentences(
    'double-counting',
    { params: { how: 'same-figures', agency: 'Sở Y tế', other: 'Sở Du lịch', otherFile: 'sdl.xlsx', count: 42 } },
    ['cả 42 số liệu', 'Sở Du lịch (tệp “sdl.xlsx”)'],
  );
  checkSentences(
    'double-counting',
    { params: { how: 'parent', agency: 'Chi cục Thủy lợi', other: 'Sở Nông nghiệp và Môi trường' } },
    ['Chi cục Thủy lợi thuộc Sở Nông nghiệp'],
  );
  checkSentences(
    'double-counting',
    { params: { how: 'successor', agency: 'UBND phường Nha Trang', other: 'UBND thành phố Nha Trang' } },
    ['tiếp nhận từ UBND thành phố Nha Trang'],
  );
});
