import type { Level } from '../../src/core/model/agency';
import type { ReceivedFile } from '../../src/core/model/submission';
import { templates } from '../../src/core/templates/registry';
import { fingerprint } from '../../src/core/text/fingerprint';
import { describe as receive } from '../../src/app/receive/receive-file';
import { PL2_HEAD, pl2Rows } from './document-tables';
import { makeGrid } from './make-grid';

const TITLE = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];

/**
 * A received Phụ lục 2 of one sender; `figure` gives total, province, district, commune, note of each row. The hash
 * follows from the content.
 */
export function pl2File(
  file: string,
  code: string,
  figure: (row: string) => (string | number)[],
  level: Level = 'province',
): ReceivedFile {
  const rows = [...TITLE, ...PL2_HEAD, ...pl2Rows(figure)];
  const sha256 = fingerprint(JSON.stringify(rows)).repeat(4);
  const received = receive(
    file,
    sha256,
    { grids: [makeGrid(rows)], issues: [] },
    { templates: templates(), register: null, period: null },
  );
  return {
    ...received,
    agency: { agency: { code, name: `Đơn vị ${code}`, level }, score: 1, because: [], candidates: [], state: 'agreed' },
  };
}
