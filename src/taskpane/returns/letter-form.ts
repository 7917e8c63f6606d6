import type { NoticeOptions } from '../../app/returns/notice-words';

/** What a letter is headed and signed with, as typed; "" is left to be written by hand, or as the register says. */
export interface LetterForm {
  superior: string;
  issuer: string;
  symbol: string;
  place: string;
  deadline: string;
  signers: string;
  signerName: string;
}

export const EMPTY_LETTER: LetterForm = {
  superior: '',
  issuer: '',
  symbol: '',
  place: '',
  deadline: '',
  signers: '',
  signerName: '',
};

export const isLetterForm = (v: unknown): v is LetterForm =>
  typeof v === 'object' &&
  v !== null &&
  Object.keys(EMPTY_LETTER).every((k) => typeof (v as Record<string, unknown>)[k] === 'string');

/** Lines of a field in which each line is one: titles above a signature. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');

/** The options of the letter: what was typed, and where nothing was, what the register says. */
export function letterOptions({ signers, ...fields }: LetterForm, defaults: NoticeOptions): NoticeOptions {
  const typed = Object.entries(fields)
    .map(([k, v]) => [k, v.trim()] as const)
    .filter(([, v]) => v !== '');
  const lines = linesOf(signers);
  return { ...defaults, ...Object.fromEntries(typed), ...(lines.length > 0 ? { signers: lines } : {}) };
}
