import { readDate } from '../../../src/core/text/date';
import { foldText } from '../../../src/core/text/fold';
import { readPeriod } from '../../../src/core/text/period';
import { nameUnseen, withoutUnseen, wordsWithoutUnseen } from '../../../src/core/text/unseen';

/** Every code that Unicode calls ignorable, and all controls but line ends and tab. */
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

test('whatever draws nothing is taken off or becomes a blank', () => {
  const left: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const char = String.fromCodePoint(code);
    if (ignorable.test(char) && !/[\t-\r]/.test(char) && withoutUnseen(`4${char}`).trim() !== '4')
      left.push(code.toString(16));
  }
  expect(left).toEqual([]);
});

test('wording keeps the soft hyphen, which is a letter of old fonts', () => {
  expect(wordsWithoutUnseen('tr\u00ad\u00adêng\u202c')).toBe('tr\u00ad\u00adêng');
});

test.each([
  ['S\u200eở Tư\u2060 pháp\u202c', 'sở tư pháp'],
  ['\u2067Sở\ufe0f Y tế\u2069', 'sở y tế'],
  ['So\u007f Y te', 'so y te'],
  ['Sở\u3164Y tế', 'sở y tế'],
])('labels are compared without them: %j', (text, folded) => expect(foldText(text)).toBe(folded));

test('periods and dates are read without them', () => {
  expect(readPeriod('\u202dQuý\u200e I\u202c\u2060V/20\u00ad20')?.label).toBe('Quý IV/2020');
  expect(readDate("'\u202d15/12/2019\u202c")).toEqual({ kind: 'date', from: '2019-12-15', to: '2019-12-15' });
});

test('names them in words', () => {
  expect(nameUnseen('\u202d4\u202c')).toBe('dấu định chiều chữ U+202D, dấu định chiều chữ U+202C');
  expect(nameUnseen('Sở Y tế 4')).toBe('');
});
