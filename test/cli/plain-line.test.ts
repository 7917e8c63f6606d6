import { plainLine } from '../../src/cli/plain-line';

test('nothing in a line steers the terminal, and it stays one readable line', () => {
  for (const [line, shown] of [
    ['Sở Y tế – “12”', 'Sở Y tế – “12”'],
    ['a\u001b[2Kb', 'a[U+001B][2Kb'],
    ['a\u0007b\u009b0m', 'a[U+0007]b[U+009B]0m'],
    ['bao\rcao\r\nĐối soát: KHỚP', 'bao cao Đối soát: KHỚP'],
    ['a\u202exslx.exe', 'a[U+202E]xslx.exe'],
    ['\u2066a\u2069\u200e\u061c', '[U+2066]a[U+2069][U+200E][U+061C]'],
  ] as const)
    expect(plainLine(line)).toBe(shown);
});
