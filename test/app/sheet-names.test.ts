import { describe as describeFile } from '../../src/app/receive/receive-file';
import { templateById, templates } from '../../src/core/templates/registry';
import { register2020 } from '../core/agencies/registers';
import { makeGrid } from '../support/make-grid';

const form = templateById('phu-luc-3')!;
const grid = (sheet: string, index = 0) => ({
  ...makeGrid(
    [
      ['Phụ lục 3'],
      [form.title],
      ['Số TT', 'Tiêu chí', 'Tổng số', 'Cấp tỉnh', 'Cấp huyện', 'Cấp xã'],
      ...form.rows.map((r) => [r.number, r.label, 1, 1, '', '']),
    ],
    { sheet },
  ),
  index,
});
const sender = (file: string, ...sheets: string[]) => {
  const { agency } = describeFile(
    file,
    '',
    { grids: sheets.map(grid), issues: [] },
    { templates: templates(), register: register2020, period: null },
  );
  return [agency.agency?.code ?? null, agency.state];
};

test('a sender that only the sheet names is shown and asked about; other clues go first', () => {
  expect(sender('a.xlsx', 'STC')).toEqual(['STC', 'doubtful']);
  expect(sender('So Tu phap.xlsx', 'STC')).toEqual(['STP', 'agreed']);
  expect(sender('a.xlsx', 'PL3')).toEqual([null, 'unknown']);
  expect(sender('a.xlsx', 'STC', 'STP')[0]).toBeNull();
});
