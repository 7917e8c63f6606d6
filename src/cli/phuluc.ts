import { COMMANDS } from './commands';
import type { CliDeps } from './deps';
import { fileTrouble } from './file-trouble';
import type { Command } from './table/command';
import { commandHelp, generalHelp, groupHelp } from './table/help';
import { DONE, wrong, type Outcome } from './table/outcome';

/**
 * Carries out one command line ("board nhan --remind" as a list of words) and returns the exit code; what stands in the
 * way of reading or writing is told calmly.
 */
export async function phuluc(
  argv: readonly string[],
  deps: CliDeps,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  let outcome: Outcome;
  try {
    outcome = await carryOut(argv, deps, commands);
  } catch (error) {
    const words = fileTrouble(error);
    if (words === null) throw error;
    outcome = wrong(words);
  }
  if (outcome.ok) return outcome.code;
  deps.complain(outcome.message);
  outcome.more?.forEach(deps.complain);
  return outcome.code ?? 2;
}

async function carryOut(argv: readonly string[], deps: CliDeps, commands: readonly Command[]): Promise<Outcome> {
  const [first, second] = argv;
  const asksHelp = argv.some((a) => a === '--help' || a === '-h');
  const found = commandNamed(argv, commands);
  if (found) {
    if (!asksHelp) return found.command.start(found.rest, deps);
    return say(commandHelp(found.command), deps);
  }
  if (first === undefined || first === '--help' || first === '-h') return say(generalHelp(commands), deps);
  if (first === 'help') {
    const named = commandNamed(argv.slice(1), commands);
    if (named) return say(commandHelp(named.command), deps);
    const group = second === undefined ? [] : groupOf(second, commands);
    return say(group.length > 0 && second !== undefined ? groupHelp(second, group) : generalHelp(commands), deps);
  }
  const group = groupOf(first, commands);
  if (group.length > 0 && asksHelp) return say(groupHelp(first, group), deps);
  if (group.length > 0) {
    const verbs = group.map((c) => c.name.slice(first.length + 1)).join(', ');
    return wrong(`Lệnh ${first} cần một việc: ${verbs}.`);
  }
  return { ...wrong(`Không có lệnh "${first}".`), more: ['Các lệnh: phuluc --help'] };
}

/** A command of one word or of two. */
function commandNamed(
  [first, second, ...rest]: readonly string[],
  commands: readonly Command[],
): { command: Command; rest: readonly string[] } | null {
  const two = commands.find((c) => c.name === `${first ?? ''} ${second ?? ''}`);
  if (two) return { command: two, rest };
  const one = commands.find((c) => c.name === first);
  return one ? { command: one, rest: second === undefined ? rest : [second, ...rest] } : null;
}

const groupOf = (name: string, commands: readonly Command[]): Command[] =>
  commands.filter((c) => c.name.startsWith(`${name} `));

function say(lines: readonly string[], { say: print }: CliDeps): Outcome {
  lines.forEach(print);
  return DONE;
}
