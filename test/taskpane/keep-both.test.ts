import type { InputFile } from '../../src/app/ports';
import { keepBoth } from '../../src/taskpane/run/keep-both';

const file = (name: string, text: string | null): InputFile => ({
  file: name,
  size: 1,
  bytes: async () => {
    if (text === null) throw new Error('NotReadableError');
    return new TextEncoder().encode(text).buffer as ArrayBuffer;
  },
});
const names = async (added: InputFile[], known: InputFile[]): Promise<string[]> =>
  (await keepBoth(added, new Map(known.map((f) => [f.file, f])))).files.map((f) => f.file);

test('another file of the same name gets a name of its own, the same file once more is left out', async () => {
  expect(await names([file('a.xlsx', '1'), file('b.xlsx', 'x')], [file('a.xlsx', '1')])).toEqual(['b.xlsx']);
  expect((await keepBoth([file('a.xlsx', '1')], new Map([['a.xlsx', file('a.xlsx', '1')]]))).same).toBe(1);
  expect(await names([file('a.xlsx', '2')], [file('a.xlsx', '1')])).toEqual(['a (2).xlsx']);
  expect(await names([file('a.xlsx', '3')], [file('a.xlsx', '1'), file('a (2).xlsx', '2')])).toEqual(['a (3).xlsx']);
  expect(await names([file('Sở.A/biểu', '2'), file('Sở.A/biểu (2)', '9')], [file('Sở.A/biểu', '1')])).toEqual([
    'Sở.A/biểu (3)',
    'Sở.A/biểu (2)',
  ]);
});

test('a file that was written over and cannot be opened any more is another one', async () => {
  expect(await names([file('a.xlsx', '2')], [file('a.xlsx', null)])).toEqual(['a (2).xlsx']);
});
