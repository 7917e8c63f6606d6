import type { Command } from './command';
import type { OptionSpec, WordSpec } from './specs';

/** Columns of a terminal as narrow as they come. */
const WIDTH = 100;

const NOTES = [
  'PATH là tệp hoặc thư mục. Kỳ báo cáo: 2020, "Quý III/2020", "6 tháng đầu năm 2020", ' +
    '"từ ngày 15/12/2019 đến ngày 14/12/2020".',
  'Không ghi --agencies thì dùng tệp agencies.json ở thư mục đang đứng, nếu có; không bao giờ lấy danh mục từ ' +
    'thư mục được đọc.',
  'Tệp có đặt mật khẩu: ghi mật khẩu vào biến môi trường PHULUC_PASSWORDS, mỗi dòng một mật khẩu (không được lưu lại).',
  'Tệp nhận được chỉ được đọc, không bao giờ bị sửa hay ghi đè, và không rời khỏi máy này.',
  'Mã thoát: 0 xong · 1 xong, có lỗi hoặc có khác nhau · 2 dùng sai lệnh, không đọc hoặc không ghi được · ' +
    '3 không có kết quả, hoặc quyết định không thực hiện được.',
];

/** The help over all commands. */
export function generalHelp(commands: readonly Command[]): string[] {
  return [
    'phuluc – kiểm tra và tổng hợp phụ lục báo cáo cải cách hành chính',
    '',
    'Cách dùng:',
    ...commands.flatMap((c) => [...wrapped(usage(c, true), 2, 6), ...wrapped(c.summary, 6)]),
    '',
    ...wrapped('phuluc LỆNH --help: các tham số của một lệnh.'),
    ...NOTES.flatMap((n) => wrapped(n)),
  ];
}

/** The help of one command, with every option. */
export function commandHelp(command: Command): string[] {
  const rows: [string, string][] = [
    ...command.words.map((w): [string, string] => [w.name, w.help]),
    ...Object.entries(command.options).map(([name, o]): [string, string] => [optionWords(name, o), optionHelp(o)]),
  ];
  return [
    ...wrapped(command.summary),
    '',
    'Cách dùng:',
    ...wrapped(usage(command, false), 2, 6),
    ...(command.about?.length ? ['', ...command.about.flatMap((a) => wrapped(a))] : []),
    ...(rows.length > 0 ? ['', ...rows.flatMap(row)] : []),
  ];
}

/** The help of a group: its commands. */
export function groupHelp(name: string, commands: readonly Command[]): string[] {
  return [
    `phuluc ${name}: một trong các việc sau`,
    '',
    ...commands.flatMap((c) => [...wrapped(usage(c, true), 2, 6), ...wrapped(c.summary, 6)]),
    '',
    `phuluc ${name} VIỆC --help: các tham số của một việc.`,
  ];
}

function row([left, right]: [string, string]): string[] {
  const indent = 30;
  const lines = wrapped(right, indent);
  return left.length > indent - 4
    ? [`  ${left}`, ...lines]
    : [`  ${left.padEnd(indent - 2)}${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)];
}

function optionHelp({ help, choices, required }: OptionSpec): string {
  return `${help}${choices ? ` (${choices.join(', ')})` : ''}${required ? '; phải có' : ''}`;
}

const optionWords = (name: string, { value }: OptionSpec): string => `--${name}${value ? ` ${value}` : ''}`;

function usage({ name, words, options }: Command, short: boolean): string {
  const shown = Object.entries(options).filter(([, o]) => !short || o.required);
  const left = Object.keys(options).length - shown.length;
  return [
    `phuluc ${name}`,
    ...words.map(wordWords),
    ...shown.map(([n, o]) => {
      const text = optionWords(n, o);
      return `${o.required ? text : `[${text}]`}${o.kind === 'list' ? '…' : ''}`;
    }),
    ...(left > 0 ? ['[tham số khác]'] : []),
  ].join(' ');
}

function wordWords({ name, many, optional }: WordSpec): string {
  const text = many ? `${name}…` : name;
  return optional ? `[${text}]` : text;
}

/** Lines of at most 100 letters; those after the first are set in by `hang`. */
function wrapped(text: string, indent = 0, hang = indent): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  // What stands in brackets or quotes stays together where it can.
  for (const word of text.match(/\[[^\]]*\]…?|\S+/g) ?? []) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(hang);
    }
    line += `${line.trim() === '' ? '' : ' '}${word}`;
  }
  return [...lines, line];
}
