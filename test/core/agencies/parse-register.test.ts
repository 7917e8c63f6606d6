import { parseRegister } from '../../../src/core/agencies/parse-register';
import { register2020, register2026 } from './registers';

const agency = (code: string, name: string, more: object = {}): object => ({ code, name, level: 'commune', ...more });
const register = (...agencies: object[]): unknown => ({ schema: 1, province: { name: 'Khánh Hòa' }, agencies });
const message = (...agencies: object[]): string => {
  const parsed = parseRegister(register(...agencies));
  return parsed.ok ? '' : parsed.message;
};

test('the samples count as the province does', () => {
  const of = (level: string): number => register2020.agencies.filter((one) => one.level === level).length;
  expect([of('province'), of('district'), of('commune')]).toEqual([21, 8, 0]);
  expect(register2026.agencies.filter(({ level, to }) => level === 'district' && to !== '2025-06-30')).toEqual([]);
  expect(register2026.agencies.filter(({ level }) => level === 'commune').length).toBeGreaterThan(19);
});

test('a code may be used once', () => {
  expect(message(agency('STP', 'Sở Tư pháp'), agency('stp', 'Sở Tài chính'))).toContain('hai lần');
});

test('successors and parents must be in the register', () => {
  expect(message(agency('A', 'UBND xã Tân An', { successors: ['B'] }))).toContain('"B"');
  expect(message(agency('A', 'UBND xã Tân An', { parent: 'B' }))).toContain('"B"');
});

test('one name may not lead to two agencies of the same time', () => {
  const old = agency('H', 'UBND huyện Vạn Ninh', { aliases: ['Vạn  Ninh'], to: '2025-06-30' });
  const now = { aliases: ['vạn ninh'], from: '2025-07-01' };
  expect(message(old, agency('X', 'UBND xã Vạn Ninh', now))).toBe('');
  expect(message(old, agency('X', 'UBND xã Vạn Ninh', { ...now, from: '2025-06-30' }))).toMatch(
    /vạn ninh.*UBND huyện Vạn Ninh.*UBND xã Vạn Ninh/,
  );
});

test('names that differ only by marks are two names', () => {
  expect(message(agency('A', 'UBND xã Hòa Trí'), agency('B', 'UBND xã Hóa Trì'))).toBe('');
});

test('UBND is no symbol, and days must be in order', () => {
  expect(message(agency('A', 'UBND xã Tân An', { symbols: ['U.B.N.D'] }))).toContain('UBND');
  expect(message(agency('A', 'UBND xã Tân An', { from: '2025-07-02', to: '2025-07-01' }))).toContain('2025-07-02');
});

test('a file of another shape is told where and in Vietnamese', () => {
  expect(message(agency('A', 'Sở Y tế'), { code: 'B', level: 'province' })).toContain('cơ quan thứ 2 (B), mục "name"');
  expect(message(agency('A', 'Sở Y tế', { level: 'tinh' }))).toContain('mục "level"');
  expect(message(agency('A', 'Sở Y tế', { from: '1/7/2025' }))).toContain('2025-06-30');
  for (const wrong of [null, [], 'x', {}]) expect(parseRegister(wrong).ok).toBe(false);
});
