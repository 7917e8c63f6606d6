import { packageList, packageName } from './collection';
import type { Examined } from './examine';
import { LONGEST_MS, MOST_MEMORY } from './judge';

interface Row {
  name: string;
  files: number;
  read: number;
  aside: Map<string, number>;
  cells: number;
  compared: number;
  differ: number;
  slowest: number;
  memory: number;
}

function rowsOf(files: readonly Examined[]): Row[] {
  return packageList()
    .map(packageName)
    .flatMap((name) => {
      const own = files.filter((f) => f.package === name);
      if (own.length === 0) return [];
      const aside = new Map<string, number>();
      for (const f of own) if (f.rule !== null) aside.set(f.rule, (aside.get(f.rule) ?? 0) + 1);
      const sum = (of: (f: Examined) => number): number => own.reduce((n, f) => n + of(f), 0);
      return [
        {
          name,
          files: own.length,
          read: own.filter((f) => f.rule === null).length,
          aside,
          cells: sum((f) => f.cells),
          compared: sum((f) => (f.second?.cells ?? 0) + (f.shipped?.cells ?? 0)),
          differ: sum((f) => (f.second?.wrong.length ?? 0) + (f.shipped?.wrong.length ?? 0)),
          slowest: Math.max(...own.map((f) => f.ms)),
          memory: Math.max(...own.map((f) => f.peak)),
        },
      ];
    });
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
const asideWords = (row: Row): string =>
  [...row.aside]
    .sort()
    .map(([rule, n]) => `${n} ${rule}`)
    .join(', ') || '0';

/** The table for the terminal. */
export function tableOf(files: readonly Examined[]): string {
  return rowsOf(files)
    .map(
      (r) =>
        `${r.name.padEnd(32)} ${String(r.files).padStart(4)} tệp, ${String(r.read).padStart(4)} đọc được; từ ` +
        `chối: ${asideWords(r)}; ${grouped(r.compared)} ô đối chiếu, ${r.differ} khác; lâu nhất ${r.slowest} ms`,
    )
    .join('\n');
}

/** docs/public-files.md. */
export function pageOf(files: readonly Examined[]): string {
  const rows = rowsOf(files);
  const entries = new Map(packageList().map((p) => [packageName(p), p]));
  const total = (of: (r: Row) => number): number => rows.reduce((n, r) => n + of(r), 0);
  const formats = new Map<string, number>();
  for (const f of files) if (f.rule === null) formats.set(f.format, (formats.get(f.format) ?? 0) + 1);
  return `# Tệp của người khác

Các bộ đọc được chạy trên ${grouped(files.length)} tệp thật nằm trong ${rows.length} gói phần mềm công khai (npm, gói và mã nguồn của Debian). Tệp không nằm trong kho mã này: \`npm run public-files\` lấy từng gói theo tên và đúng phiên bản, đối chiếu mã kiểm tra, chạy rồi ghi lại trang này. Máy không có công cụ hoặc không có mạng thì gói ấy được bỏ qua và nói rõ.

Mỗi tệp đi hết con đường của một tệp được gửi đến: đọc, nhận dạng, tổng hợp, chứng minh. Phải đúng cả năm điều: tệp bị từ chối nằm trong \`test/public-files/must-fail.json\` với đúng lý do; tệp trong danh sách ấy mà đọc được thì cũng là lỗi; không có lỗi chương trình, không nhận nhầm biểu mẫu, phép chứng minh khép; không quá ${LONGEST_MS / 1_000} giây và ${MOST_MEMORY / 1_048_576} MB; giá trị từng ô như thư viện SheetJS và như chính gói ấy ghi, trừ những chỗ nêu lý do trong \`test/public-files/known-differences.json\`.

Đọc được ${grouped(total((r) => r.read))} tệp (${[...formats]
    .sort((a, b) => b[1] - a[1])
    .map(([f, n]) => `${n} ${f}`)
    .join(
      ', ',
    )}), ${grouped(total((r) => r.cells))} ô; ${grouped(total((r) => r.compared))} ô được đối chiếu, ${total((r) => r.differ)} chỗ khác, đều đã xét.

| Gói | Nguồn | Phiên bản | Giấy phép | Tệp | Đọc được | Từ chối | Ô đối chiếu | Khác | Lâu nhất | Bộ nhớ |
|---|---|---|---|--:|--:|---|--:|--:|--:|--:|
${rows
  .map((r) => {
    const p = entries.get(r.name)!;
    return (
      `| ${r.name} | ${p.npm ? 'npm' : p.deb ? 'Debian' : 'Debian, mã nguồn'} | ${p.version} | ${p.licence} | ` +
      `${r.files} | ${r.read} | ${asideWords(r)} | ${grouped(r.compared)} | ${r.differ} | ${r.slowest} ms | ` +
      `${Math.round(r.memory / 1_048_576)} MB |`
    );
  })
  .join('\n')}
| **Cộng** | | | | ${total((r) => r.files)} | ${total((r) => r.read)} | ${total((r) => r.files - r.read)} | ${grouped(total((r) => r.compared))} | ${total((r) => r.differ)} | | |
`;
}
