import { newCase } from '../../src/app/case/new-case';
import { receiveRefused } from '../../src/app/receive/receive-refused';
import { NO_HASH } from '../../src/app/receive/no-hash';
import { namedPeriod, otherPeriod, workPeriod } from '../../src/app/session/work-period';
import { templates } from '../../src/core/templates/registry';
import type { Period } from '../../src/core/model/period';
import type { CaseFile } from '../../src/core/model/case';

const period = (text: string): Period => {
  const named = namedPeriod(text);
  if (!named.ok || !named.value) throw new Error(`"${text}" names no period`);
  return named.value;
};

test('a period is named by its words, by none, or told as not understood', () => {
  expect(period('Quý III/2020')).toMatchObject({ from: '2020-06-15', to: '2020-09-14' });
  expect(namedPeriod('  ')).toEqual({ ok: true, value: null });
  expect(namedPeriod('quý 5')).toMatchObject({ ok: false });
});

test('what is named goes before the case, and the case before the files', () => {
  const kept = { ...newCase(), period: period('2019') };
  expect(workPeriod(period('2020'), kept, [])).toEqual(period('2020'));
  expect(workPeriod(null, kept, [])).toEqual(period('2019'));
  expect(workPeriod(null, newCase(), [])).toBeNull();
});

test('a case with files is refused in another period, and says how another is begun', () => {
  const files = [{ file: 'a.xlsx' } as CaseFile];
  const of = { period: period('2019'), files };
  expect(otherPeriod(of, period('2020'), 'phuluc case new')?.message).toMatch(
    /năm 2019.*năm 2020.*\(phuluc case new\)/,
  );
  expect(otherPeriod(of, period('2019'), '')).toBeNull();
  expect(otherPeriod(of, null, '')).toBeNull();
  expect(otherPeriod({ ...of, files: [] }, period('2020'), '')).toBeNull();
});

test('a file that nobody could open has no hash; one whose bytes are at hand has its own', async () => {
  const refusal = { ok: false as const, rule: 'file-unreadable' as const, message: 'Máy không cho mở tệp' };
  const hasher = { sha256: async () => 'a'.repeat(64) };
  const options = { templates: templates(), register: null, period: null };
  const receive = (bytes: Uint8Array) => receiveRefused({ file: 'a.xlsx', bytes }, refusal, hasher, options);
  expect(await receive(new Uint8Array(0))).toMatchObject({ status: 'rejected', sha256: NO_HASH });
  expect(await receive(new Uint8Array(1))).toMatchObject({ status: 'rejected', sha256: 'a'.repeat(64) });
});
