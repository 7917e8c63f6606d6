import { Checkbox, Field, Input, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { dayOf, type SignForm } from './sign-form';
import { useDeliveryStrings } from '../strings/use-delivery-strings';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  input: { minWidth: 0, width: '100%', '& > input': { minWidth: 0 } },
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type TextKey = 'issuer' | 'place' | 'reportNumber' | 'reportDate' | 'signerName' | 'preparer';

/** What an officer fills into the set to sign. */
export function SignFields({ form, onChange }: { form: SignForm; onChange(form: SignForm): void }): React.JSX.Element {
  const t = useDeliveryStrings().sign;
  const styles = useStyles();
  const line = (k: TextKey, { wrong, ...more }: { wrong?: string; placeholder?: string } = {}): React.JSX.Element => (
    <Field label={t[k]} size="small" validationState={wrong ? 'error' : 'none'} validationMessage={wrong}>
      <Input
        className={styles.input}
        value={form[k]}
        {...more}
        onChange={(_, d) => onChange({ ...form, [k]: d.value })}
      />
    </Field>
  );
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t.formHint}</p>
      <Field label={t.numerals} size="small">
        <Select
          className={styles.select}
          value={form.numerals}
          onChange={(_, d) => onChange({ ...form, numerals: d.value === 'arabic' ? 'arabic' : 'roman' })}
        >
          <option value="roman">{t.roman}</option>
          <option value="arabic">{t.arabic}</option>
        </Select>
      </Field>
      {line('issuer', { placeholder: t.examples.issuer })}
      <div className={styles.two}>
        {line('reportNumber', { placeholder: t.examples.reportNumber })}
        {line('reportDate', {
          placeholder: t.examples.reportDate,
          ...(form.reportDate.trim() !== '' && dayOf(form.reportDate) === null ? { wrong: t.dateWrong } : {}),
        })}
      </div>
      {line('place', { placeholder: t.examples.place })}
      <Field label={t.signers} size="small">
        <Textarea
          value={form.signers}
          placeholder={t.examples.signers}
          rows={4}
          resize="vertical"
          onChange={(_, d) => onChange({ ...form, signers: d.value })}
        />
      </Field>
      {line('signerName')}
      <Checkbox
        checked={form.withPreparer}
        label={t.withPreparer}
        onChange={(_, d) => onChange({ ...form, withPreparer: d.checked === true })}
      />
      {form.withPreparer && line('preparer')}
    </div>
  );
}
