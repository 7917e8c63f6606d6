import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newCase } from '../../src/app/case/new-case';
import { runCase } from '../../src/app/case/run-case';
import { decide } from '../../src/app/case/decide';
import { describe as describeFile } from '../../src/app/receive/receive-file';
import { buildPlan } from '../../src/core/plan/build-plan';
import { templates } from '../../src/core/templates/registry';
import { makeGrid } from '../support/make-grid';
import type { Template } from '../../src/core/templates/schema';
import { readTree } from '../../scripts/house/source-tree';

const ROOT = path.join(__dirname, '../..');

jest.mock('../../src/core/templates/registry', () => {
  const real = jest.requireActual<typeof import('../../src/core/templates/registry')>(
    '../../src/core/templates/registry',
  );
  const { parseTemplate } = jest.requireActual<typeof import('../../src/core/templates/parse-template')>(
    '../../src/core/templates/parse-template',
  );
  const { FORM } = jest.requireActual<typeof import('../support/one-more')>('../support/one-more');
  const all = (): readonly Template[] => {
    const parsed = parseTemplate(FORM);
    if (!parsed.ok) throw new Error(parsed.message);
    return [...real.templates(), parsed.template];
  };
  return { templates: all, templateById: (id: string) => all().find((t) => t.id === id) };
});

jest.mock('../../src/core/validate/registry', () => {
  const real = jest.requireActual<typeof import('../../src/core/validate/registry')>(
    '../../src/core/validate/registry',
  );
  const { RULE } = jest.requireActual<typeof import('../support/one-more')>('../support/one-more');
  return { rules: [...real.rules, RULE] };
});

const tree = readTree(ROOT, ['src']);
const SHEET = makeGrid(
  [
    ['UBND TỈNH KHÁNH HÒA'],
    ['SỞ TƯ PHÁP'],
    ['KẾT QUẢ GỬI, NHẬN HỒ SƠ QUA DỊCH VỤ BƯU CHÍNH'],
    ['STT', 'Loại hồ sơ', 'Số hồ sơ gửi qua bưu chính', 'Số hồ sơ thất lạc', 'Ghi chú'],
    ['1', 'Hồ sơ chứng thực bản sao giấy tờ', 12, 0, ''],
    ['2', 'Hồ sơ cấp đổi giấy phép lái xe', 30, 2, ''],
    ['3', 'Hồ sơ đăng ký hộ kinh doanh cá thể', 7, 0, ''],
  ],
  { sheet: 'Bưu chính' },
);

describe('one more form and one more rule: a file and a line in the registry each, and nothing else', () => {
  const options = { templates: templates(), register: null, period: null };
  const file = describeFile('01 So Tu phap.xlsx', 'x', { grids: [SHEET], issues: [] }, options);
  const run = runCase([file], options, newCase());

  test('the form is recognised, added, named and charted', () => {
    expect(file.appendices.map((a) => a.template)).toEqual(['buu-chinh']);
    const [table] = run.consolidation.tables;
    expect(table?.rows.map((r) => r.figures['sent']?.value)).toEqual([12, 30, 7]);
    expect(run.consolidation.proof.closes).toBe(true);
    const { consolidation, findings, files } = run;
    const plan = buildPlan({ consolidation, findings, files, templates: templates() });
    expect(plan.sheets.map((s) => s.name)).toContain('Bưu chính');
    const charts = plan.sheets.find((s) => s.role === 'charts');
    expect(charts?.cells.map((c) => c.value)).toContain('Hồ sơ gửi qua bưu chính');
  });

  test('the rule speaks at its cell and, as it says itself, cannot be switched off', () => {
    expect(run.findings.filter((f) => f.rule === 'lost-by-post').map((f) => f.cell)).toEqual(['D6']);
    const who = { by: 'Nguyễn Thị Hoa', at: '2026-12-01T00:00:00Z', reason: 'thử' };
    expect(decide(run, { kind: 'rule-off', rule: 'lost-by-post' }, who)).toMatchObject({ ok: false });
  });

  test('no file beside the catalogue and the registry knows a form by its id', () => {
    const ids = readFileSync(path.join(ROOT, 'src/core/templates/registry.ts'), 'utf8').matchAll(
      /catalogue\/([\w-]+)\.json/g,
    );
    const known = [...ids].map((m) => m[1]!);
    expect(known.length).toBeGreaterThanOrEqual(5);
    const naming = [...tree].flatMap(([name, text]) =>
      name === 'src/core/templates/registry.ts'
        ? []
        : known.filter((id) => text.includes(`'${id}'`)).map((id) => `${name}: ${id}`),
    );
    expect(naming).toEqual([]);
  });
});
