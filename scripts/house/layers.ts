import { importsOf } from './imports';
import type { Problem, SourceTree } from './source-tree';

interface Layer {
  from: RegExp;
  /** Places under src that it may import. */
  may: RegExp[];
  packages: RegExp[];
  /** Data outside src that ships with the program. */
  data?: RegExp;
  instead: string;
}

const stage = (name: string): Layer => ({
  from: new RegExp(`^core/${name}/`),
  may: [new RegExp(`^core/(${name}|model|text|templates|agencies)/`)],
  packages: [],
  instead:
    'Một công đoạn chỉ nhận dữ liệu và trả dữ liệu: để app nối các công đoạn, hoặc đưa phần dùng chung vào ' +
    'core/model hay core/text.',
});

/** Entry files: the only ones that name adapters and that nobody imports. */
export const COMPOSITION_ROOTS: readonly string[] = ['taskpane/index.tsx', 'cli/main.ts', 'worker/worker.ts'];

const LAYERS: readonly Layer[] = [
  {
    from: /^core\/model\//,
    may: [/^core\/model\//],
    packages: [],
    instead: 'core/model là các từ dùng chung, không dựa vào đâu cả.',
  },
  {
    from: /^core\/text\//,
    may: [/^core\/(text|model)\//],
    packages: [],
    instead: 'core/text chỉ biết chữ và số.',
  },
  {
    from: /^core\/(templates|agencies)\//,
    may: [/^core\/(templates|agencies|model|text)\//],
    packages: [/^zod$/],
    instead: 'Biểu mẫu và danh mục là dữ liệu có kiểm tra.',
  },
  stage('recognise'),
  stage('validate'),
  stage('consolidate'),
  stage('plan'),
  {
    from: /^app\//,
    may: [/^(app|core)\//],
    packages: [/^zod$/],
    instead: 'app nối các công đoạn; chạm vào thế giới thì qua một cổng trong app/ports.ts.',
  },
  {
    from: /^files\//,
    may: [/^files\//, /^core\/model\//, /^app\/ports$/],
    packages: [/.*/],
    instead: 'files chỉ đổi bytes thành model và ngược lại.',
  },
  {
    from: /^excel\//,
    may: [/^excel\//, /^core\/model\//, /^app\/ports$/],
    packages: [],
    instead: 'excel chỉ làm việc của OpenWorkbook trong app/ports.ts.',
  },
  {
    from: /^worker\//,
    may: [/^(worker|files|app)\//, /^core\/model\//],
    packages: [],
    data: /^samples\/[^/]+\/agencies$/,
    instead: 'worker chỉ đưa lời gọi của app qua lại giữa trang và worker.',
  },
  {
    from: /^(taskpane|commands|cli)\//,
    may: [/^(taskpane|commands|cli|app)\//, /^core\/(model|text|templates|agencies)\//],
    packages: [/.*/],
    instead: 'Màn hình chỉ hiện trạng thái và gọi app.',
  },
];

/** Imports that a layer may not have, roots that are not there, and folders of src that no rule speaks of. */
export function checkLayers(tree: SourceTree): Problem[] {
  const inSource = [...tree.keys()].filter((file) => file.startsWith('src/'));
  const lost = COMPOSITION_ROOTS.filter((root) => !tree.has(`src/${root}`)).map((root) => ({
    file: 'scripts/house/layers.ts',
    message: `không có src/${root}: bỏ nơi lắp ráp này khỏi COMPOSITION_ROOTS hoặc sửa tên.`,
  }));
  return [...lost, ...inSource.flatMap((file) => checkFile(tree, file))];
}

function checkFile(tree: SourceTree, file: string): Problem[] {
  const name = file.slice('src/'.length);
  const layer = LAYERS.find((l) => l.from.test(name));
  if (!layer) return [{ file, message: 'thư mục này chưa có trong luật của nhà (scripts/house/layers.ts).' }];
  const isRoot = COMPOSITION_ROOTS.includes(name);
  return importsOf(tree, file).flatMap(({ written, place, file: target, line, started }) => {
    if (place === null)
      return isRoot || layer.packages.some((p) => p.test(written))
        ? []
        : [{ file, line, message: `không được dùng gói "${written}". ${layer.instead}` }];
    if (layer.data?.test(place)) return [];
    if (!place.startsWith('src/'))
      return [{ file, line, message: `${written} nằm ngoài src. Chương trình không dựa vào script hay kiểm thử.` }];
    const to = place.slice('src/'.length);
    if (started) return [];
    if (target && COMPOSITION_ROOTS.includes(target.slice('src/'.length)))
      return [{ file, line, message: `không ai được gọi ${to}: đó là nơi lắp ráp. Đưa phần cần dùng ra tệp riêng.` }];
    return isRoot || layer.may.some((m) => m.test(to))
      ? []
      : [{ file, line, message: `không được gọi ${to}. ${layer.instead}` }];
  });
}
