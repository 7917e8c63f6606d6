import type { CaseSettings } from '../../core/model/case';
import type { SignOptions } from '../../app/signing/sign-set';
import { readDate } from '../../core/text/date';
import { formatDate } from '../../core/text/format-number';
import { linesOf } from '../returns/letter-form';

/** What the set to sign is filled in with, as typed; "" is left to be written by hand. */
export interface SignForm {
  numerals: 'roman' | 'arabic';
  issuer: string;
  place: string;
  reportNumber: string;
  /** A day as typed: "15/12/2020". */
  reportDate: string;
  signers: string;
  signerName: string;
  /** A block "Người lập biểu" at the left. */
  withPreparer: boolean;
  preparer: string;
}

export function signForm(o: SignOptions): SignForm {
  return {
    numerals: o.numerals ?? 'roman',
    issuer: o.issuer ?? '',
    place: o.place ?? '',
    reportNumber: o.reportNumber ?? '',
    reportDate: o.reportDate ? formatDate(o.reportDate) : '',
    signers: (o.signers ?? []).join('\n'),
    signerName: o.signerName ?? '',
    withPreparer: o.preparer !== undefined,
    preparer: o.preparer ?? '',
  };
}

/** The ISO day of "15/12/2020"; null where nothing was typed or it is no day. */
export function dayOf(text: string): string | null {
  const read = readDate(text);
  return read.kind === 'date' && read.from === read.to ? read.from : null;
}

export function signOptionsOf(f: SignForm): SignOptions {
  const text = (k: 'issuer' | 'place' | 'reportNumber' | 'signerName'): Partial<SignOptions> =>
    f[k].trim() === '' ? {} : { [k]: f[k].trim() };
  const signers = linesOf(f.signers);
  const reportDate = dayOf(f.reportDate);
  return {
    numerals: f.numerals,
    ...text('issuer'),
    ...text('place'),
    ...text('reportNumber'),
    ...(reportDate ? { reportDate } : {}),
    ...text('signerName'),
    ...(signers.length > 0 ? { signers } : {}),
    ...(f.withPreparer ? { preparer: f.preparer.trim() } : {}),
  };
}

/** What is kept on the machine for the next case: number and day belong to one report only. */
export function keptOptions({ reportNumber: _n, reportDate: _d, ...kept }: SignOptions): SignOptions {
  return kept;
}

export const isSignOptions = (v: unknown): v is SignOptions => {
  const o = v as Record<string, unknown> | null;
  if (typeof o !== 'object' || o === null) return false;
  const words = ['place', 'issuer', 'signerName', 'preparer'].every(
    (k) => o[k] === undefined || typeof o[k] === 'string',
  );
  return (
    words &&
    (o.numerals === undefined || o.numerals === 'roman' || o.numerals === 'arabic') &&
    (o.signers === undefined || (Array.isArray(o.signers) && o.signers.every((s) => typeof s === 'string')))
  );
};

/** The case's settings with these choices for the set to sign; the rest of them stays. */
export function settingsWith(settings: CaseSettings, options: SignOptions): CaseSettings {
  return { ...(settings.expected ? { expected: settings.expected } : {}), ...options };
}
