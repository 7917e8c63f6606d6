import { Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import type { NoticeOptions } from '../../app/returns/notice-words';
import type { LetterForm } from './letter-form';
import { useDeliveryStrings } from '../strings/use-delivery-strings';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    width: 'fit-content',
  },
  hint: {
    margin: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  grid: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    columnGap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [AT.wide]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  input: { minWidth: 0, width: '100%', '& > input': { minWidth: 0 } },
});

const LINES = ['deadline', 'issuer', 'superior', 'symbol', 'place', 'signerName'] as const;

/** What all letters share; what the register tells stands in the field as an example until something else is typed. */
export function LetterFields({
  form,
  defaults,
  onChange,
}: {
  form: LetterForm;
  defaults: NoticeOptions;
  onChange(form: LetterForm): void;
}): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{t.letterHead}</summary>
      <p className={styles.hint}>{t.letterHint}</p>
      <div className={styles.grid}>
        {LINES.map((k) => (
          <Field key={k} label={t.fields[k]} size="small">
            <Input
              className={styles.input}
              value={form[k]}
              placeholder={String(defaults[k] ?? t.examples[k])}
              onChange={(_, d) => onChange({ ...form, [k]: d.value })}
            />
          </Field>
        ))}
        <Field label={t.fields.signers} size="small">
          <Textarea
            value={form.signers}
            placeholder={t.examples.signers}
            rows={2}
            resize="vertical"
            onChange={(_, d) => onChange({ ...form, signers: d.value })}
          />
        </Field>
      </div>
    </details>
  );
}
