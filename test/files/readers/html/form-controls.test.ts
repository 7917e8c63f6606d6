import { readHtml } from '../../../../src/files/readers/html/read-html';

const shown = (cells: string): string[] => {
  const result = readHtml(new TextEncoder().encode(`<table><tr>${cells}</table>`));
  if (!result.ok) throw new Error(result.message);
  return result.grids[0]!.cells.map((c) => `${c.col} ${c.text}${c.invisible ? ' (hidden)' : ''}`);
};

test('boxes for text, and buttons that hold no answer', () => {
  expect(
    shown(
      '<td><input value=4><td>Số <input type=number value="12"> hồ sơ<td><textarea rows=2>7\n</textarea>' +
        '<td><input type=submit value=Gửi><td><input type=hidden value=9>',
    ),
  ).toEqual(['0 4', '1 Số 12 hồ sơ', '2 7', '4 9 (hidden)']);
});

test('of a list only what is chosen; a list of one choice shows its first', () => {
  expect(
    shown(
      '<td><select><option>1<option selected>9</select><td><select><option value=1>một</option><option>hai</select>' +
        '<td><select multiple><option selected>Quý I<option>Quý II<option selected>Quý III</select>' +
        '<td><select multiple><option>5</select><td><select><optgroup label=x><option selected label=6></select>',
    ),
  ).toEqual(['0 9', '1 một', '2 Quý I, Quý III', '4 6']);
});

test('boxes to tick', () => {
  expect(shown('<td><input type=checkbox checked> Có<td><input type=radio>')).toEqual(['0 ☒ Có', '1 ☐']);
});

test('a list that never ends is closed with its cell', () => {
  expect(shown('<td><select><option>3<td>8')).toEqual(['0 3', '1 8']);
});
