/** A word that follows a command: a file, a folder, a code. */
export interface WordSpec {
  /** As printed in the usage: "PATH". */
  name: string;
  /** What it is, after "cần": "ít nhất một tệp hoặc thư mục". */
  help: string;
  /** The last word only: one or more (with `optional`: any number). */
  many?: boolean;
  optional?: boolean;
  /** A file that is read (in a folder: all of them), or one that is read and written again. */
  file?: 'read' | 'kept';
  /** What is wrong with the word, or null. */
  check?(text: string): string | null;
}

/** An option: "--name VALUE". */
export interface OptionSpec {
  /** A text, a flag without value, or a text that may be given several times. */
  kind: 'text' | 'flag' | 'list';
  /** What stands for the value in the usage: "KETQUA.xlsx". */
  value?: string;
  help: string;
  required?: boolean;
  /** A file that is read, one that is written, or a folder or archive that is written. */
  file?: 'read' | 'written' | 'tree';
  choices?: readonly string[];
  /** What is wrong with the value, or null. */
  check?(text: string): string | null;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The value of an option: null where a text was not given. */
export type ValueOf<S extends OptionSpec> = S['kind'] extends 'flag'
  ? boolean
  : S['kind'] extends 'list'
    ? readonly string[]
    : S extends { required: true }
      ? string
      : string | null;

export type Values<O extends OptionSpecs> = { readonly [K in keyof O]: ValueOf<O[K]> };
