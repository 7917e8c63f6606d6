import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { phuluc } from '../../src/cli/phuluc';
import { command } from '../../src/cli/table/command';
import { cliDeps } from '../support/cli-deps';

const greet = command({
  name: 'greet',
  summary: 'Chào một người.',
  words: [{ name: 'TÊN', help: 'tên người' }],
  options: {
    times: { kind: 'text', value: 'SỐ', help: 'mấy lần', required: true },
    title: { kind: 'list', value: 'CHỨC', help: 'chức vụ' },
    loud: { kind: 'flag', help: 'chào to' },
  },
  async run({ words: [name = ''], options: { times, title, loud } }, { say }) {
    say(`${name} ${title.join('+')} ${times}${loud ? '!' : ''}`);
    return { ok: true, code: 1 };
  },
});
const all = [...COMMANDS, greet];

const go = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
  const deps = cliDeps();
  const code = await phuluc(argv, deps, all);
  return { code, out: deps.said.join('\n'), err: deps.complaints.join('\n') };
};

test('a command added to the table is in the help, has a help of its own, and runs', async () => {
  expect((await go('--help')).out).toMatch(/phuluc greet TÊN --times SỐ[^]*Chào một người\./);
  const own = await go('greet', '--help');
  expect(own.code).toBe(0);
  for (const part of ['TÊN', 'tên người', '--times SỐ', 'mấy lần; phải có', '--title CHỨC', '--loud', 'chào to'])
    expect(own.out).toContain(part);
  expect(await go('help', 'greet')).toEqual(own);
  expect(await go('greet', 'Hoa', '--times', '2', '--title', 'a', '--title', 'b', '--loud')).toEqual({
    code: 1,
    out: 'Hoa a+b 2!',
    err: '',
  });
  expect(await go('greet', 'Hoa', '--times=2')).toMatchObject({ code: 1, out: 'Hoa  2' });
});

test('what is wrong with a command line is told in Vietnamese, with the way to its help', async () => {
  for (const [argv, words] of [
    [['greet', '--times', '2'], 'Lệnh greet cần tên người.'],
    [['greet', 'a', 'b', '--times', '2'], 'thừa "b"'],
    [['greet', 'a'], 'Lệnh greet cần --times SỐ.'],
    [['greet', 'a', '--times'], 'Tham số --times cần một giá trị đi kèm.'],
    [['greet', 'a', '--times', '2', '--loud=x'], 'Tham số --loud không có giá trị đi kèm.'],
    [['greet', 'a', '--times', '2', '--quiet'], 'Lệnh này không có tham số --quiet.'],
    [['rules', 'x'], 'Lệnh rules không có tham số.'],
    [['lam-gi'], 'Không có lệnh "lam-gi".'],
    [['case'], 'Lệnh case cần một việc: new, save'],
    [['case', 'lam-gi', 'h.json'], 'Lệnh case cần một việc'],
    [['case', 'adjust', 'h.xlsx', 'x'], 'Hồ sơ được ghi ra tệp .json'],
    [['case', 'approve', 'h.json', 'x', '--agency', 'STP'], '--by "Họ tên"'],
    [['board', 'x', '--state', 'gi-do'], '--state là một trong: '],
  ] as const) {
    const run = await go(...argv);
    expect([argv, run.code, run.err.includes(words), run.out]).toEqual([argv, 2, true, '']);
  }
});

test('every command has a help of its own that names each of its options; no line is wider than a screen', async () => {
  for (const c of COMMANDS) {
    const help = await go(...c.name.split(' '), '--help');
    expect(help.code).toBe(0);
    for (const name of Object.keys(c.options)) expect(help.out).toContain(`--${name}`);
  }
  expect((await go('case', '--help')).out).toContain('phuluc case accept');
  for (const line of (await go('--help')).out.split('\n')) expect([line, line.length <= 110]).toEqual([line, true]);
});

test('each command of the folder stands in the table', () => {
  const folder = path.join(__dirname, '../../src/cli/commands');
  const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .flatMap((f) => [
      ...readFileSync(path.join(folder, f), 'utf8').matchAll(/^ *(?:name|verb): '([^']+)',\n *summary/gm),
    ])
    .map((m) => m[1]);
  expect(declared.sort()).toEqual(
    COMMANDS.map((c) => c.name.replace(/^case (?!new|save|show|findings|preview)/, '')).sort(),
  );
});
