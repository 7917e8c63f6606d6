import { useCallback, useMemo, useState } from 'react';
import type { EngineSettings, RegisterChoice } from '../../app/calls/engine-calls';
import type { ThemeName } from './services';
import { useMedia } from './use-media';
import { useStored } from './use-stored';

export type ThemeChoice = 'auto' | ThemeName;
export type Language = 'vi' | 'en';
export type PeriodKind = 'auto' | 'year' | 'q1' | 'q2' | 'q3' | 'q4' | 'half' | 'nine';
export interface PeriodChoice {
  kind: PeriodKind;
  year: number;
}

const THEME_CHOICES: readonly unknown[] = ['auto', 'light', 'dark', 'contrast'];
const PERIOD_KINDS: readonly unknown[] = ['auto', 'year', 'q1', 'q2', 'q3', 'q4', 'half', 'nine'];
const NO_REGISTER: RegisterChoice = { kind: 'none' };

const isTheme = (v: unknown): v is ThemeChoice => THEME_CHOICES.includes(v);
const isLanguage = (v: unknown): v is Language => v === 'vi' || v === 'en';
const isPeriod = (v: unknown): v is PeriodChoice =>
  typeof v === 'object' &&
  v !== null &&
  PERIOD_KINDS.includes((v as PeriodChoice).kind) &&
  Number.isInteger((v as PeriodChoice).year);
const isText = (v: unknown): v is string => typeof v === 'string';
const isFlag = (v: unknown): v is boolean => typeof v === 'boolean';
const isRegister = (v: unknown): v is RegisterChoice => {
  const r = v as { kind?: unknown; id?: unknown; name?: unknown; json?: unknown } | null;
  if (typeof r !== 'object' || r === null) return false;
  return (
    r.kind === 'none' ||
    (r.kind === 'built-in' && typeof r.id === 'string') ||
    (r.kind === 'own' && typeof r.name === 'string' && typeof r.json === 'string')
  );
};

/** How the reporting period is named in documents: "Quý III/2020". Empty: as the files say. */
export function periodText({ kind, year }: PeriodChoice): string {
  switch (kind) {
    case 'auto':
      return '';
    case 'year':
      return `năm ${year}`;
    case 'half':
      return `6 tháng đầu năm ${year}`;
    case 'nine':
      return `9 tháng đầu năm ${year}`;
    default:
      return `Quý ${{ q1: 'I', q2: 'II', q3: 'III', q4: 'IV' }[kind]}/${year}`;
  }
}

export interface Preferences {
  language: Language;
  setLanguage(value: Language): void;
  themeChoice: ThemeChoice;
  setThemeChoice(value: ThemeChoice): void;
  theme: ThemeName;
  register: RegisterChoice;
  setRegister(value: RegisterChoice): void;
  period: PeriodChoice;
  setPeriod(value: PeriodChoice): void;
  /** Text of the file of confirmed senders. */
  confirmations: string;
  /** Keeps it for the next time; what is read now stays as it is. */
  keepConfirmations(text: string): void;
  /** Keeps it and reads everything anew with it. */
  takeConfirmations(text: string): void;
  /** An unfinished case is kept on this machine. */
  keepDrafts: boolean;
  setKeepDrafts(value: boolean): void;
  engine: EngineSettings;
}

/** The officer's choices, kept on this machine. */
export function usePreferences(officeTheme: ThemeName | null): Preferences {
  const [language, setLanguage] = useStored<Language>('language', 'vi', isLanguage);
  const [themeChoice, setThemeChoice] = useStored<ThemeChoice>('theme', 'auto', isTheme);
  const [register, setRegister] = useStored<RegisterChoice>('register', NO_REGISTER, isRegister);
  const [period, setPeriod] = useStored<PeriodChoice>(
    'period',
    { kind: 'auto', year: new Date().getFullYear() },
    isPeriod,
  );
  const [confirmations, keepConfirmations] = useStored('confirmations', '', isText);
  const [applied, setApplied] = useState(confirmations);
  const takeConfirmations = useCallback(
    (text: string) => {
      keepConfirmations(text);
      setApplied(text);
    },
    [keepConfirmations],
  );
  const [keepDrafts, setKeepDrafts] = useStored('keep-drafts', true, isFlag);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)');
  const theme =
    themeChoice !== 'auto' ? themeChoice : (officeTheme ?? (contrast ? 'contrast' : dark ? 'dark' : 'light'));
  const engine = useMemo(
    () => ({ register, period: periodText(period), confirmations: applied }),
    [register, period, applied],
  );
  return {
    language,
    setLanguage,
    themeChoice,
    setThemeChoice,
    theme,
    register,
    setRegister,
    period,
    setPeriod,
    confirmations,
    keepConfirmations,
    takeConfirmations,
    keepDrafts,
    setKeepDrafts,
    engine,
  };
}
