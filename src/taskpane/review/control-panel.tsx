import { Badge, Button, Combobox, Field, Option, Select, Switch, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ControlView } from '../../app/review/control-view';
import type { ControlForm } from '../../app/review/control-view';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import { stripMarks } from '../../core/text/strip-marks';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork } from '../case/use-case';
import { useGrowing } from '../shared/use-growing';
import { useReviewStrings } from '../strings/use-review-strings';
import { change, shown } from './figures';
import { usePanelStyles } from '../shared/panel-styles';

interface Props {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  onTrace(figure: FigureKey): void;
}

/** Whole-province forms beside the sum of the senders, row by row, and a way to mark one. */
export function ControlPanel({ engine, run, cases, onTrace }: Props): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const view = useAnswer<ControlView>(() => engine.review.control(null), run);
  if (!view) return null;
  return (
    <>
      {view.forms.length === 0 && (
        <Card>
          <p className={styles.line}>{t.control.empty}</p>
        </Card>
      )}
      {view.forms.map((f) => (
        <Form key={`${f.file}\n${f.sheet}\n${f.template}`} form={f} cases={cases} onTrace={onTrace} />
      ))}
      <Mark files={view.files} cases={cases} />
    </>
  );
}

function Form({
  form: f,
  cases,
  onTrace,
}: {
  form: ControlForm;
  cases: CaseWork;
  onTrace(figure: FigureKey): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [only, setOnly] = useState(f.differing > 0);
  const lines = only ? f.lines.filter((l) => l.difference !== 0) : f.lines;
  const growing = useGrowing(lines.length, `${only} ${f.lines.length}`);
  const name = `${f.short}, ${f.agencyName}`;
  const own = (): void =>
    cases.ask(
      f.entry === null
        ? {
            kind: 'review',
            title: t.control.ownTitle,
            answer: t.control.ownAnswer,
            about: t.control.about(f.agencyName, f.short, f.file),
            requests: [{ kind: 'scope', file: f.file, template: f.template, scope: 'own' }],
          }
        : { kind: 'revoke', entry: f.entry, about: t.control.about(f.agencyName, f.short, f.file) },
    );
  const h = t.control.head;
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {f.short} · {f.agencyName}
        </h3>
        {f.entry !== null && (
          <Badge appearance="tint" color="informative">
            {t.control.marked}
          </Badge>
        )}
      </div>
      <p className={styles.quiet}>
        {f.file} · {f.sheet}
      </p>
      <p className={styles.line}>
        <strong>{t.control.summary(f.differing, f.lines.length)}</strong>
      </p>
      <div className={styles.buttons}>
        {f.differing > 0 && (
          <Switch
            style={{ marginLeft: '-8px' }}
            label={t.control.only}
            checked={only}
            onChange={(_, d) => setOnly(d.checked)}
          />
        )}
        <Button size="small" appearance="subtle" aria-label={t.control.ownOf(name)} onClick={own}>
          {t.control.own}
        </Button>
      </div>
      {lines.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={name}>
            <thead>
              <tr>
                <th scope="col" className={styles.th}>
                  {h.row}
                </th>
                {[h.sum, h.control, h.difference].map((x) => (
                  <th key={x} scope="col" className={mergeClasses(styles.th, styles.over)}>
                    {x}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, growing.shown).map((l) => (
                <tr key={`${l.row}/${l.column}`}>
                  <th scope="row" className={mergeClasses(styles.td, styles.row)}>
                    {[t.control.line(l.number), l.columnLabel].filter(Boolean).join(' · ')}
                    <span className={styles.label}>{l.label}</span>
                  </th>
                  <td className={mergeClasses(styles.td, styles.number)}>
                    <Button
                      size="small"
                      appearance="transparent"
                      style={{ minWidth: 0, padding: 0 }}
                      aria-label={
                        `${shown(l.sum, t.nothing)}. ` +
                        `${t.control.trace(`${f.short}, ${t.control.line(l.number)}, ${l.columnLabel}`)}`
                      }
                      onClick={() => onTrace({ template: f.template, row: l.row, column: l.column })}
                    >
                      {shown(l.sum, t.nothing)}
                    </Button>
                  </td>
                  <td className={mergeClasses(styles.td, styles.number)} title={`${f.sheet}!${l.cell}`}>
                    {shown(l.control, t.nothing)}
                  </td>
                  <td className={mergeClasses(styles.td, styles.number, l.difference !== 0 && styles.strong)}>
                    {l.difference === null ? '' : change(l.control, l.sum)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <MoreRows growing={growing} />
        </div>
      )}
    </Card>
  );
}

const ALL = '*';

/** Any form that is added now can be marked; those marked wrongly are given back above. */
function Mark({ files, cases }: { files: ControlView['files']; cases: CaseWork }): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [text, setText] = useState('');
  const [file, setFile] = useState<string | null>(null);
  const [form, setForm] = useState(ALL);
  const open = files
    .map((f) => ({ ...f, forms: f.forms.filter((x) => x.scope === 'own') }))
    .filter((f) => f.forms.length > 0);
  if (open.length === 0) return null;
  const nameOf = (f: (typeof open)[number]): string =>
    f.agencyName === f.file ? f.file : `${f.agencyName} · ${f.file}`;
  const chosen = open.find((f) => f.file === file) ?? null;
  const wanted = chosen && nameOf(chosen) === text ? '' : stripMarks(text);
  const fitting = open.filter((f) => stripMarks(nameOf(f)).includes(wanted)).slice(0, 60);
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
            setText(f ? nameOf(f) : '');
          }}
        >
          {fitting.map((f) => (
            <Option key={f.file} value={f.file} text={nameOf(f)}>
              {nameOf(f)}
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
