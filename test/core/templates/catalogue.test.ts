import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseTemplate } from '../../../src/core/templates/parse-template';
import { templateById, templates } from '../../../src/core/templates/registry';
import phuLuc2 from '../../../src/core/templates/catalogue/phu-luc-2.json';

const CATALOGUE = path.join(__dirname, '../../../src/core/templates/catalogue');

describe('the catalogue', () => {
  test('every file of the folder is registered under its own name', () => {
    expect(
      templates()
        .map((t) => `${t.id}.json`)
        .sort(),
    ).toEqual(readdirSync(CATALOGUE).sort());
  });

  test('figure columns say how they are consolidated and what empties mean', () => {
    for (const t of templates()) {
      for (const c of t.columns.filter((x) => ['total', 'level', 'figure'].includes(x.role))) {
        expect([t.id, c.key, c.empty !== undefined, c.consolidate !== 'none']).toEqual([t.id, c.key, true, true]);
      }
    }
  });

  test('procedures at district and commune level are never added (domain 0.5)', () => {
    const two = templateById('phu-luc-2')!;
    for (const row of ['26', '27'])
      expect(two.rows.find((r) => r.key === row)!.consolidate).toEqual({ district: 'common', commune: 'common' });
    const four = templateById('phu-luc-4')!;
    for (const key of ['district', 'commune'])
      expect(four.columns.find((c) => c.key === key)!.consolidate).toBe('common');
    for (const t of templates())
      for (const c of t.columns) if (c.role === 'percent') expect(c.consolidate).not.toBe('sum');
  });

  test('a form with a mistake is refused with the place of it', () => {
    const broken = (change: (t: typeof phuLuc2) => void): string => {
      const copy = structuredClone(phuLuc2);
      change(copy);
      const parsed = parseTemplate(copy);
      return parsed.ok ? 'ok' : parsed.message;
    };
    expect(broken(() => undefined)).toBe('ok');
    expect(
      broken((t) => {
        t.columns[2]!.role = 'sum';
      }),
    ).toContain('columns.2.role');
    expect(
      broken((t) => {
        t.rows[3]!.columns = ['tinh'];
      }),
    ).toContain('tinh');
    expect(
      broken((t) => {
        t.rows[3]!.key = '3';
      }),
    ).toContain('trùng mã');
    expect(
      broken((t) => {
        t.identities[1]!.left = { row: '31' };
      }),
    ).toContain('31');
  });
});
