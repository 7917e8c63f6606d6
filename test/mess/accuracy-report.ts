import { templateById } from '../../src/core/templates/registry';
import type { Accuracy, Line } from './accuracy';
import { distortions } from './distortions';

const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2).replace('.', ',')} %`;
const HEAD =
  '| | Tệp | Tệp đúng hết | Ô số | Ô đúng | Ô được hỏi lại | **Ô sai mà không báo** | Báo lỗi oan ' +
  '|\n|---|---:|---:|---:|---:|---:|---:|---:|';
const EFFECT = { harmless: '', asks: ' †', unknowable: ' ‡' } as const;

function row(line: Line, name: string): string {
  return (
    `| ${name} | ${count(line.files)} | ${count(line.filesRight)} | ${count(line.cells)} | ` +
    `${share(line.right, line.cells)} | ${share(line.flagged, line.cells)} | **${count(line.silent)}** | ` +
    `${count(line.falseErrors)} |`
  );
}

/** docs/accuracy.md: what was tried, what came of it, per form and per distortion. */
export function accuracyReport(a: Accuracy, xlsx: { files: number; differ: number }): string {
  const byDistortion = a.byDistortion.map((l) =>
    row(l, l.name + EFFECT[distortions.find((d) => d.id === l.id)!.effect]),
  );
  return `# Độ chính xác khi nhận dạng phụ lục

Kết quả của lệnh \`npm run accuracy\`; tệp này do lệnh ấy ghi ra, không sửa tay.

Lệnh làm ra các tệp từ biểu mẫu và số liệu biết trước, mỗi tệp bị làm sai lệch từ 1 đến 4 kiểu trong ${distortions.length} kiểu dưới đây, rồi cho chương trình đọc
và so từng ô số với số liệu đã biết. Hạt giống ngẫu nhiên: ${a.seed}; ${count(a.perTemplate)} tệp cho mỗi biểu mẫu, tất cả ${count(a.all.files)} tệp, ${count(a.all.cells)} ô số.
Chạy lại với cùng hạt giống thì được đúng các tệp ấy.

- **Ô đúng**: số được xếp đúng biểu, đúng dòng, đúng cột và đúng giá trị.
- **Ô được hỏi lại**: chưa được xếp (hoặc xếp chưa đúng) nhưng có lỗi hoặc cảnh báo chỉ vào ô, dòng, cột hoặc bảng ấy.
- **Ô sai mà không báo**: số xếp sai hoặc bỏ sót mà không có lỗi, cảnh báo nào. Phải bằng 0.
- **Báo lỗi oan**: lỗi (không kể cảnh báo) trong tệp có số liệu đúng và chỉ sai lệch về hình thức.

## Theo biểu mẫu

${HEAD}
${a.byTemplate.map((l) => row(l, templateById(l.id)!.name)).join('\n')}
${row(a.all, '**Tất cả**')}

## Mức chắc chắn

Số được xếp với mức chắc chắn từ 0,9 trở lên: ${count(a.sure)}, trong đó đúng ${count(a.sureRight)} (${share(a.sureRight, a.sure)}; mục tiêu 99,9 %).
Số được xếp với mức dưới 0,9: ${count(a.unsure)}; trong đó không có câu hỏi nào kèm theo: ${count(a.unsureUnasked)}.
Tệp có phép đối chiếu không khép (đếm ô trên trang khác với số ô đã xếp và để lại): ${count(a.open.length)}.

## Đi qua tệp .xlsx thật

${count(xlsx.files)} tệp được ghi thành .xlsx rồi đọc lại bằng bộ đọc của chương trình; số tệp cho kết quả khác với khi đọc thẳng: ${count(xlsx.differ)}.

## Theo kiểu sai lệch

Một tệp có nhiều kiểu thì được đếm ở từng kiểu; vì vậy tỷ lệ của một kiểu chịu ảnh hưởng của các kiểu đi cùng.
† có ô không thể biết chắc, phải hỏi lại. ‡ nhìn vào tệp không thể biết là sai: số được giữ nguyên nơi nó đứng, chỉ các quy tắc kiểm tra (tổng các cấp, phần và toàn thể) mới có thể phát hiện.

${HEAD}
${byDistortion.join('\n')}
`;
}
