import { Button, Combobox, Field, Option, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ControlView } from '../../app/review/control-view';
import { stripMarks } from '../../core/text/strip-marks';
import type { CaseWork } from '../case/use-case';
import { Card } from '../shared/card';
import { usePanelStyles } from '../shared/panel-styles';
import { useReviewStrings } from '../strings/use-review-strings';

const ALL = '*';

interface Props {
  files: ControlView['files'];
  cases: CaseWork;
}

/** Marks a form that is counted as its sender's own as one of the whole province. */
export function ControlMark({ files, cases }: Props): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [text, setText] = useState('');
  const [file, setFile] = useState<string | null>(null);
  const [form, setForm] = useState(ALL);
  const open = files
    .map((f) => ({ ...f, forms: f.forms.filter((x) => x.scope === 'own') }))
    .filter((f) => f.forms.length > 0);
  if (open.length === 0) return null;
  const fileWithSender = (f: (typeof open)[number]): string =>
    f.agencyName === f.file ? f.file : `${f.agencyName} · ${f.file}`;
  const chosen = open.find((f) => f.file === file) ?? null;
  const wanted = chosen && fileWithSender(chosen) === text ? '' : stripMarks(text);
  const fitting = open.filter((f) => stripMarks(fileWithSender(f)).includes(wanted)).slice(0, 60);
  const template = chosen?.forms.some((x) => x.template === form) ? form : ALL;
  const mark = (): void => {
    if (!chosen) return;
    const short = chosen.forms.find((x) => x.template === template)?.short ?? t.control.allForms;
    cases.ask({
      kind: 'review',
      title: t.control.markTitle,
      answer: t.control.markAnswer,
      about: t.control.about(chosen.agencyName, short, chosen.file),
      requests: [
        { kind: 'scope', file: chosen.file, template: template === ALL ? null : template, scope: 'province-wide' },
      ],
    });
  };
  return (
    <Card title={t.control.mark}>
      <Field
        label={t.control.file}
        hint={t.control.fileHint}
        className={styles.field}
        validationState={chosen?.locked ? 'warning' : 'none'}
        validationMessage={chosen?.locked ? t.control.locked : undefined}
      >
        <Combobox
          className={styles.input}
          value={text}
          selectedOptions={file ? [file] : []}
          freeform
          onChange={(e) => {
            setText(e.target.value);
            setFile(null);
          }}
          onOptionSelect={(_, d) => {
            const f = open.find((x) => x.file === d.optionValue) ?? null;
            setFile(f?.file ?? null);
            setText(f ? fileWithSender(f) : '');
          }}
        >
          {fitting.map((f) => (
            <Option key={f.file} value={f.file} text={fileWithSender(f)}>
              {fileWithSender(f)}
            </Option>
          ))}
        </Combobox>
      </Field>
      {chosen && (
        <Field label={t.control.form} className={styles.field}>
          <Select className={styles.input} value={template} onChange={(_, d) => setForm(d.value)}>
            <option value={ALL}>{t.control.allForms}</option>
            {chosen.forms.map((x) => (
              <option key={x.template} value={x.template}>
                {x.short}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div>
        <Button size="small" disabled={!chosen || chosen.locked} onClick={mark}>
          {t.control.do}
        </Button>
      </div>
    </Card>
  );
}
