import { Badge, Button, Switch, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ControlForm as FormView } from '../../app/review/control-view';
import type { FigureKey } from '../../app/results/trace-view';
import type { CaseWork } from '../case/use-case';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { usePanelStyles } from '../shared/panel-styles';
import { useGrowing } from '../shared/use-growing';
import { useReviewStrings } from '../strings/use-review-strings';
import { change, shown } from './figures';

interface Props {
  form: FormView;
  cases: CaseWork;
  onTrace(figure: FigureKey): void;
}

/** One whole-province form beside the sum of the senders. */
export function ControlForm({ form: f, cases, onTrace }: Props): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [only, setOnly] = useState(f.differing > 0);
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
      <Lines form={f} only={only} label={name} onTrace={onTrace} />
    </Card>
  );
}

type Line = FormView['lines'][number];
type LineProps = Pick<Props, 'form' | 'onTrace'>;

/** Row by row: the sum of the senders, the form, and what they differ by. */
function Lines({ form: f, only, label, onTrace }: LineProps & { only: boolean; label: string }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const lines = only ? f.lines.filter((l) => l.difference !== 0) : f.lines;
  const growing = useGrowing(lines.length, `${only} ${f.lines.length}`);
  const h = t.control.head;
  if (lines.length === 0) return <></>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
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
            <Row key={`${l.row}/${l.column}`} form={f} line={l} onTrace={onTrace} />
          ))}
        </tbody>
      </table>
      <MoreRows growing={growing} />
    </div>
  );
}

function Row({ form: f, line: l, onTrace }: LineProps & { line: Line }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  return (
    <tr>
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
  );
}
