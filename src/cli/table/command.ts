import type { CliDeps } from '../deps';
import { guardFiles, type NamedFiles } from '../guard-files';
import type { Failure, Outcome } from './outcome';
import { readWords, type Given } from './read-words';
import type { OptionSpec, OptionSpecs, WordSpec } from './specs';

/** A command as its file declares it; its options give `run` the names and kinds of what was given. */
export interface CommandSpec<O extends OptionSpecs> {
  /** One word, or two for those of a group: "case accept". */
  name: string;
  /** What it does, one sentence. */
  summary: string;
  /** More about it, for its own help. */
  about?: readonly string[];
  words: readonly WordSpec[];
  options: O;
  run(given: Given<O>, deps: CliDeps): Promise<Outcome>;
}

/** A command in the table. */
export interface Command extends Omit<CommandSpec<OptionSpecs>, 'run'> {
  /** Reads what follows its name and carries it out. */
  start(rest: readonly string[], deps: CliDeps): Promise<Outcome>;
  /** Whether what follows its name can be read; nothing is carried out. */
  read(rest: readonly string[]): Failure | Given<OptionSpecs>;
}

export function command<const O extends Record<string, OptionSpec>>(spec: CommandSpec<O>): Command {
  return {
    name: spec.name,
    summary: spec.summary,
    ...(spec.about ? { about: spec.about } : {}),
    words: spec.words,
    options: spec.options,
    read: (rest) => readWords(spec, rest),
    start: async (rest, deps) => {
      const given = readWords(spec, rest);
      if (!given.ok) return { ...given, more: [`Cách dùng: phuluc ${spec.name} --help`] };
      return (await guardFiles(namedFiles(spec, given))) ?? spec.run(given, deps);
    },
  };
}

/** The files that a command line names, by what its entry in the table says of them. */
function namedFiles(
  { words, options }: Pick<CommandSpec<OptionSpecs>, 'words' | 'options'>,
  given: Pick<Given<OptionSpecs>, 'words' | 'options'>,
): NamedFiles {
  const spoken = (file: WordSpec['file']): string[] =>
    given.words.filter((_, i) => (words[i] ?? words.at(-1))?.file === file);
  const named = (file: OptionSpec['file']): string[] =>
    Object.entries(options).flatMap(([name, option]) => {
      const value = given.options[name];
      return option.file === file && typeof value === 'string' ? [value] : [];
    });
  return {
    read: [...spoken('read'), ...named('read')],
    written: [...spoken('kept'), ...named('written')],
    trees: named('tree'),
  };
}
