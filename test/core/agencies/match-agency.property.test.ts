import fc from 'fast-check';
import { matchAgency } from '../../../src/core/agencies/match-agency';
import type { Register, RegisterAgency } from '../../../src/core/agencies/register-schema';
import { stripMarks } from '../../../src/core/text/strip-marks';
import { register2020, register2026 } from './registers';

const worlds = [
  { register: register2020, on: '2020-12-14' },
  { register: register2026, on: '2026-03-14' },
];
const living = ({ register, on }: { register: Register; on: string }): RegisterAgency[] =>
  register.agencies.filter(({ to }) => !to || to > on);
const named = (register: Register, text: string, on: string): string | null =>
  matchAgency(register, [{ kind: 'file-name', text }], on).agency?.code ?? null;

const squash = (text: string): string => stripMarks(text).replace(/[^a-z]/g, '');
const spellings = ({ name, aliases, abbreviations, symbols }: RegisterAgency): string[] => [
  name,
  name.replace(/^UBND (xã|phường|huyện|thành phố|thị xã|đặc khu) /u, ''),
  name.replace(/^UBND /u, ''),
  ...aliases,
  ...abbreviations,
  ...symbols,
];

const noise = fc.constantFrom(
  'phu luc',
  'Phụ lục 1,2,3,4',
  'PL',
  'final',
  'bao cao',
  'BC CCHC',
  'nam 2020',
  '25-11-2020',
  '02',
  'ban cuoi',
  '(1)',
  'v2',
  'T12.2020',
  '2020',
  'gui lai',
  'cai cach hanh chinh',
  'copy',
  'Q4',
);
const join = fc.constantFrom(' ', '_', ' - ', '. ');

test('words that say nothing never change who is found', () => {
  const cases = [
    ...[
      'SNV',
      'So Tu phap',
      'STC',
      'SKHDT',
      'NNPTNT',
      'GTVT',
      'TNMT',
      'TTTT',
      'LDTBXH',
      'VHTT',
      'SDL',
      'Ngoai vu',
      'Thanh tra tinh',
      'VPUB',
      'Ban Dan toc',
      'TTT',
      'UBND TP Nha Trang',
      'Ninh Hoa',
      'UBND_huyen_VanNinh',
      'huyen Khanh Son',
      'Tai chinh',
    ].map((text) => ({ ...worlds[0]!, text })),
    ...['SVHTTDL', 'xa Van Ninh', 'Van Thang', 'UBND phuong Bac Nha Trang', 'phuong Nha Trang', 'KHCN'].map((text) => ({
      ...worlds[1]!,
      text,
    })),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.array(fc.tuple(noise, join), { maxLength: 3 }),
      fc.array(fc.tuple(join, noise), { maxLength: 3 }),
      ({ register, on, text }, before, after) => {
        const file = `${before.flat().join('')}${text}${after.flat().join('')}.xlsx`;
        const expected = named(register, `${text}.xlsx`, on);
        expect(expected).not.toBeNull();
        expect([file, named(register, file, on)]).toEqual([file, expected]);
      },
    ),
    { numRuns: 1000, seed: 2020 },
  );
});

/** A slip of the hand: a letter left out, doubled, changed or swapped with the next. */
function slip(text: string, at: number, how: number, letter: string): string {
  const i = at % Math.max(1, text.length - 1);
  const [a = '', b = ''] = [text[i], text[i + 1]];
  if (!/\p{L}/u.test(a)) return text;
  return (
    text.slice(0, i) +
    [`${b}`, `${a}${a}${b}`, `${letter}${b}`, `${b}${a}`, `${a}${letter}${b}`][how % 5] +
    text.slice(i + 2)
  );
}

const slips = fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom(...'abcdeghiklmnopqrstuvxy')), { maxLength: 3 });
const restyle: ((text: string) => string)[] = [
  (t) => t,
  (t) => t.normalize('NFD'),
  (t) => stripMarks(t),
  (t) => t.toUpperCase(),
  (t) => t.replace(/ /g, '_'),
  (t) => t.replace(/ /g, ''),
  (t) => t.replace(/ và /g, ' & '),
];

describe.each(worlds)('names with slips ($on)', (world) => {
  const { register, on } = world;
  const senders = living(world).flatMap((agency) => spellings(agency).map((text) => ({ agency, text })));
  /** A slip that makes another's name ("Diên Lạc" → "Diên Lâm") cannot be told by anyone. */
  const ofOthers = (agency: RegisterAgency): Set<string> =>
    new Set(
      register.agencies
        .filter((one) => one !== agency)
        .flatMap(spellings)
        .flatMap((text) => [
          squash(text),
          squash(text).replace(/^so?/, ''),
          squash(text).replace(/^(ubnd)?(tp|tx|huyen|h)?/, ''),
        ]),
    );
  const others = new Map(register.agencies.map((agency) => [agency, ofOthers(agency)]));

  test('lead home or nowhere, never to another', () => {
    let right = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...senders),
        slips,
        fc.constantFrom(...restyle),
        fc.option(noise),
        ({ agency, text }, wrongs, style, extra) => {
          const isSymbol = !text.includes(' ');
          const typed = (isSymbol ? [] : wrongs).reduce(
            (current, [at, how, letter]) => slip(current, at, how, letter),
            text,
          );
          const core = squash(typed).replace(/^(so|ubnd(xa|phuong|huyen|tp|tx)?)/, '');
          fc.pre(isSymbol || !(others.get(agency)?.has(squash(typed)) || others.get(agency)?.has(core)));
          const file = `${extra ? `${extra} ` : ''}${style(typed)}.xlsx`;
          const found = named(register, file, on);
          all++;
          if (found === agency.code) right++;
          expect([file, found ?? agency.code]).toEqual([file, agency.code]);
        },
      ),
      { numRuns: 2500, seed: 2020 },
    );
    // Most slips are forgiven or there would be no point in trying.
    expect(right / all).toBeGreaterThan(0.5);
  });
});
