import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { SettingsInfo } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import type { Language, PeriodKind, Preferences, ThemeChoice } from '../shared/use-preferences';
import { textOf, useAttempt, useFailures } from '../shared/failures';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '560px', margin: '0 auto' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 96px',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  input: { minWidth: 0, width: '100%' },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  hidden: { display: 'none' },
});

const OWN = 'own';
const [FIRST_YEAR, LAST_YEAR] = [2012, 2099];
const PERIODS: readonly PeriodKind[] = ['auto', 'q1', 'half', 'nine', 'year', 'q2', 'q3', 'q4'];

interface Props {
  preferences: Preferences;
  info: SettingsInfo | null;
  onClose(): void;
}

/** Register, period, language and look. */
export function SettingsScreen({ preferences, info, onClose }: Props): React.JSX.Element {
  const t = useStrings();
  const s = t.settingsScreen;
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Card
        title={t.settings}
        action={
          <Button appearance="subtle" size="small" onClick={onClose}>
            {t.back}
          </Button>
        }
      >
        <RegisterField preferences={preferences} info={info} />
        <PeriodField preferences={preferences} info={info} />
        <Field label={s.language}>
          <Select value={preferences.language} onChange={(_, d) => preferences.setLanguage(d.value as Language)}>
            <option value="vi">Tiếng Việt</option>
            <option value="en">English</option>
          </Select>
        </Field>
        <Field label={s.theme}>
          <Select
            value={preferences.themeChoice}
            onChange={(_, d) => preferences.setThemeChoice(d.value as ThemeChoice)}
          >
            {Object.entries(s.themes).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <p className={styles.quiet}>{s.privacy}</p>
      </Card>
    </div>
  );
}

type FieldProps = Pick<Props, 'preferences' | 'info'>;

function wrongOf(info: SettingsInfo | null, field: 'register' | 'period'): string | undefined {
  return info?.wrong.find((w) => w.field === field)?.message;
}

/** A register that comes with the program, or the officer's own from a file. */
function RegisterField({ preferences: p, info }: FieldProps): React.JSX.Element {
  const t = useStrings();
  const s = t.settingsScreen;
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const wrong = wrongOf(info, 'register');
  const attempt = useAttempt();
  const { tell } = useFailures();
  const open = async (chosen: File): Promise<void> => {
    try {
      p.setRegister({ kind: 'own', name: chosen.name, json: await chosen.text() });
    } catch (error) {
      tell({ message: t.failures.readFile(chosen.name, textOf(error)) });
    }
  };
  const choose = (id: string): void => {
    if (id === OWN) file.current?.click();
    else p.setRegister(id === 'none' ? { kind: 'none' } : { kind: 'built-in', id });
  };
  const hint =
    wrong ?? (info?.register ? s.registerInfo(info.register.province, info.register.agencies) : s.registerHint);
  return (
    <>
      <Field label={s.register} validationState={wrong ? 'error' : 'none'} validationMessage={hint}>
        <Select
          value={p.register.kind === 'built-in' ? p.register.id : p.register.kind}
          onChange={(_, d) => choose(d.value)}
        >
          {Object.entries(s.registers).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={OWN}>{p.register.kind === 'own' ? s.own(p.register.name) : `${s.ownRegister}…`}</option>
        </Select>
      </Field>
      <Button size="small" onClick={() => file.current?.click()}>
        {s.ownRegister}
      </Button>
      <input
        ref={file}
        className={styles.hidden}
        type="file"
        accept=".json,application/json"
        aria-hidden
        tabIndex={-1}
        data-testid="pick-register"
        onChange={(e) => {
          const chosen = e.target.files?.[0];
          e.target.value = '';
          if (chosen) attempt(() => open(chosen));
        }}
      />
    </>
  );
}

function PeriodField({ preferences: p, info }: FieldProps): React.JSX.Element {
  const s = useStrings().settingsScreen;
  const styles = useStyles();
  const wrong = wrongOf(info, 'period');
  const day = (iso: string): string => iso.split('-').reverse().join('/');
  const setYear = (text: string): void => {
    const year = Number(text);
    if (year >= FIRST_YEAR && year <= LAST_YEAR) p.setPeriod({ ...p.period, year });
  };
  return (
    <div className={styles.row}>
      <Field
        label={s.period}
        validationState={wrong ? 'error' : 'none'}
        validationMessage={
          wrong ?? (info?.period ? s.periodInfo(day(info.period.from), day(info.period.to)) : undefined)
        }
      >
        <Select value={p.period.kind} onChange={(_, d) => p.setPeriod({ ...p.period, kind: d.value as PeriodKind })}>
          {PERIODS.map((k) => (
            <option key={k} value={k}>
              {s.periods[k]}
            </option>
          ))}
        </Select>
      </Field>
      {p.period.kind !== 'auto' && (
        <Field label={s.periodYear}>
          <Input
            className={styles.input}
            type="number"
            min={FIRST_YEAR}
            max={LAST_YEAR}
            value={String(p.period.year)}
            onChange={(_, d) => setYear(d.value)}
          />
        </Field>
      )}
    </div>
  );
}
