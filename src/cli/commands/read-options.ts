import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { WrongUsage } from '../args';
import { optionTrouble } from '../option-trouble';

/** What follows a command: positionals, and the value of each option that was given. */
export interface Options {
  positionals: string[];
  values: Partial<Record<string, string>>;
  flags: ReadonlySet<string>;
}

/** Reads options that take a text (`texts`) and those that take nothing (`flags`); a WrongUsage for any other. */
export function readOptions(
  rest: readonly string[],
  texts: readonly string[],
  flags: readonly string[] = [],
): Options | WrongUsage {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of texts) options[name] = { type: 'string' };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const parsed = parseArgs({ args: [...rest], allowPositionals: true, strict: true, options });
    const given = Object.entries(parsed.values);
    return {
      positionals: parsed.positionals,
      values: Object.fromEntries(given.filter((e): e is [string, string] => typeof e[1] === 'string')),
      flags: new Set(given.filter(([, v]) => v === true).map(([name]) => name)),
    };
  } catch (error) {
    return { wrong: optionTrouble(error) };
  }
}

/** "phu-luc-2/26/district"; the row of an open list may itself hold "/". */
export function readFigure(text: string | undefined): { template: string; row: string; column: string } | null {
  const parts = text?.normalize('NFC').split('/') ?? [];
  if (parts.length < 3) return null;
  return { template: parts[0]!, row: parts.slice(1, -1).join('/'), column: parts.at(-1)! };
}

/** What commands of this folder print to, and what they read with. */
export interface Console {
  say(line: string): void;
  complain(line: string): void;
}
