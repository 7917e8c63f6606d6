import { fromList } from '../../src/taskpane/consolidate/collect-files';

const file = (path: string): File =>
  Object.defineProperty(new File(['x'], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });

test('what systems and Office leave in a folder is not taken, and lists beside the files are told by name', () => {
  const paths = [
    'a/SXD.xlsx',
    'a/~$SXD.xlsx',
    'a/.DS_Store',
    'a/Thumbs.db',
    'a/x.tmp',
    'a/__MACOSX/y.xlsx',
    'a/b.json',
  ];
  const { files, left } = fromList(paths.map(file));
  expect(files.map((f) => f.file)).toEqual(['SXD.xlsx']);
  expect(left).toEqual(['b.json']);
});
