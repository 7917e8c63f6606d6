import { parseArgs, type ParseArgsConfig } from 'node:util';
import { wrong, type Failure } from './outcome';
import type { OptionSpecs, Values, WordSpec } from './specs';

/** What was given to a command. */
export interface Given<O extends OptionSpecs> {
  ok: true;
  /** The words in order; those of a word that may be given many times come last. */
  words: readonly string[];
  options: Values<O>;
}

interface Spec<O extends OptionSpecs> {
  name: string;
  words: readonly WordSpec[];
  options: O;
}

/** Reads what follows a command, as its entry in the table says. */
export function readWords<O extends OptionSpecs>(spec: Spec<O>, rest: readonly string[]): Given<O> | Failure {
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { kind }] of Object.entries(spec.options))
    config[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' };
  let parsed;
  try {
    parsed = parseArgs({ args: [...rest], allowPositionals: true, strict: true, options: config });
  } catch (error) {
    return wrong(optionTrouble(error));
  }
  const bad = wordTrouble(spec, parsed.positionals);
  if (bad !== null) return wrong(bad);
  const values: Record<string, string | boolean | readonly string[] | null> = {};
  for (const [name, option] of Object.entries(spec.options)) {
    const given = parsed.values[name];
    const texts = (Array.isArray(given) ? given : [given]).filter((t): t is string => typeof t === 'string');
    if (option.required && !texts.some((t) => t.trim() !== ''))
      return wrong(`Lệnh ${spec.name} cần --${name} ${option.value ?? ''}.`);
    for (const text of texts) {
      const trouble =
        option.choices && !option.choices.includes(text)
          ? `--${name} là một trong: ${option.choices.join(', ')}.`
          : option.check?.(text);
      if (trouble) return wrong(trouble);
    }
    values[name] = option.kind === 'flag' ? given === true : option.kind === 'list' ? texts : (texts[0] ?? null);
  }
  // The loop above gives every name of the specification the kind of value that it declares.
  return { ok: true, words: parsed.positionals, options: values as Values<O> };
}

function wordTrouble({ name, words }: Pick<Spec<OptionSpecs>, 'name' | 'words'>, given: readonly string[]) {
  const needed = words.filter((w) => !w.optional);
  if (given.length < needed.length) {
    const [first, ...others] = needed.slice(given.length).map((w) => w.help);
    return `Lệnh ${name} cần ${[first, ...others].join(', ')}.`;
  }
  if (!words.at(-1)?.many && given.length > words.length)
    return words.length === 0
      ? `Lệnh ${name} không có tham số.`
      : `Lệnh ${name} chỉ nhận ${words.map((w) => w.name).join(' ')}; thừa "${given[words.length] ?? ''}".`;
  for (const [i, text] of given.entries()) {
    const trouble = (words[i] ?? words.at(-1))?.check?.(text);
    if (trouble) return trouble;
  }
  return null;
}

/** What is wrong with the options of a command, in Vietnamese: parseArgs of Node speaks English only. */
function optionTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-{1,2}[^'\s=,]+)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Lệnh này không có tham số ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take an argument/.test(message)
        ? `Tham số ${option} không có giá trị đi kèm.`
        : `Tham số ${option} cần một giá trị đi kèm.`;
    default:
      return `Tham số không đúng: ${message}`;
  }
}
