import { isLeftOver } from '../../../src/core/model/left-over';

test.each(['.DS_Store', 'a/._PL2.xlsx', 'Thumbs.db', 'DESKTOP.INI', 'a/~$SXD.xlsx', 'ppt12.TMP', '__MACOSX/a/b.xlsx'])(
  'a system or Office left %s',
  (path) => expect(isLeftOver(path)).toBe(true),
);

test.each([
  '02 So Tu phap.xlsx',
  'thumbs.db.xlsx',
  'bao cao~$.xlsx',
  'tmp',
  'agencies.json',
  '.an/a.xlsx',
  'a.tmp/b.xlsx',
])('somebody may have sent %s', (path) => expect(isLeftOver(path)).toBe(false));
