import { Badge, Button, Select, Spinner, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { useState } from 'react';
import type { Facts } from '../../app/calls/engine-calls';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { FindingsList } from '../findings/findings-list';
import { Notice } from '../shared/notice';
import { RepairsCard } from './repairs-card';
import { groupBy } from '../findings/group-findings';
import type { Check } from './check';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px', margin: '0 auto' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  status: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '20px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  silent: { marginTop: `calc(-1 * ${tokens.spacingVerticalM})` },
  mark: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  found: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: tokens.spacingHorizontalS },
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});

interface Props {
  check: Check;
  facts: Facts | null;
}

/** The open workbook: what it holds, what is to be said of it, and what may be mended. */
export function CheckScreen({ check, facts }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const attempt = useAttempt();
  const { view, phase } = check;
  const busy = phase === 'working' || phase === 'again';
  const last = check.steps.at(-1);
  const said = phase === 'working' ? t.check.working : phase === 'again' ? t.check.again : check.said;
  return (
    <div className={styles.root}>
      <Card>
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabled={phase === 'working'}
            onClick={() => attempt(() => check.start('active-sheet'))}
          >
            {t.check.sheet}
          </Button>
          <Button disabled={phase === 'working'} onClick={() => attempt(() => check.start('workbook'))}>
            {t.check.workbook}
          </Button>
        </div>
        {view && (
          <Switch
            className={styles.mark}
            label={t.check.highlight}
            checked={check.highlighted}
            onChange={() => attempt(() => check.toggleHighlights())}
          />
        )}
        {last && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowUndoRegular />}
            disabled={busy}
            onClick={() => attempt(() => check.undo())}
          >
            {t.check.undo(last.title)}
          </Button>
        )}
        <div className={said ? styles.status : styles.silent} role="status">
          {busy && <Spinner size="extra-tiny" />}
          {said}
        </div>
      </Card>
      {check.failure && (
        <Notice
          intent="error"
          title={check.failure.kind === 'host' ? t.hostFailed : t.engineFailed.title}
          onClose={check.clearFailure}
          action={
            check.failure.undo && (
              <Button size="small" onClick={() => attempt(() => check.undo(true))}>
                {t.failures.undoAnyway}
              </Button>
            )
          }
        >
          {check.failure.message}
        </Notice>
      )}
      {!view && phase !== 'working' && (
        <EmptyState icon={<DocumentTableRegular fontSize={48} />} title={t.check.emptyTitle} text={t.check.emptyText} />
      )}
      {view && view.appendices.length === 0 && (
        <EmptyState
          icon={<QuestionCircleRegular fontSize={48} />}
          title={t.check.noneFoundTitle}
          text={t.check.noneFound}
        />
      )}
      {view && view.appendices.length > 0 && <Found check={check} facts={facts} busy={busy} />}
      {facts && <BlankForm check={check} facts={facts} busy={busy} />}
    </div>
  );
}

function BlankForm({ check, facts, busy }: { check: Check; facts: Facts; busy: boolean }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const attempt = useAttempt();
  const [form, setForm] = useState(facts.forms[0]?.id ?? '');
  return (
    <Card title={t.check.blank}>
      <div className={styles.row}>
        <Select
          className={styles.select}
          size="small"
          aria-label={t.check.blankForm}
          value={form}
          onChange={(_, d) => setForm(d.value)}
        >
          {facts.forms.map((f) => (
            <option key={f.id} value={f.id}>
              {f.name.startsWith(f.short) ? f.name : `${f.short}: ${f.name}`}
            </option>
          ))}
        </Select>
        <Button size="small" disabled={busy} onClick={() => attempt(() => check.insertForm(form))}>
          {t.check.insert}
        </Button>
      </div>
    </Card>
  );
}

function Found({ check, facts, busy }: Props & { busy: boolean }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const attempt = useAttempt();
  const view = check.view!;
  const words = {
    general: t.findings.general,
    noForm: t.findings.noForm,
    forms: facts?.forms ?? [],
    rules: facts?.rules ?? [],
    agencies: new Map<string, string>(),
  };
  return (
    <>
      <Card title={t.check.found}>
        <ul className={styles.found}>
          {view.appendices.map((a) => (
            <li key={`${a.sheet}${a.range}`}>
              <Badge appearance="tint" color={a.empty ? 'subtle' : 'brand'} title={a.name}>
                {a.short} · {a.sheet}!{a.range}
                {a.empty && ` · ${t.check.notFilled}`}
              </Badge>
            </li>
          ))}
        </ul>
        {view.agency && <span>{view.agency}</span>}
      </Card>
      {view.repairs.length > 0 && (
        <RepairsCard
          offers={view.repairs}
          busy={busy}
          onRepair={(o) => attempt(() => check.repair(o))}
          onSelect={(p) => attempt(() => check.select({ sheet: p.sheet, cell: p.cell }))}
        />
      )}
      {view.findings.length === 0 ? (
        <EmptyState icon={<CheckmarkCircleRegular fontSize={48} />} title={t.tabs.findings} text={t.findings.clean} />
      ) : (
        <Card title={t.tabs.findings} flush>
          <FindingsList
            findings={view.findings}
            inWorkbook
            group={(own) => groupBy(own, 'form', words)}
            onSelect={(f) => attempt(() => check.select({ sheet: f.sheet!, cell: f.cell! }))}
          />
        </Card>
      )}
    </>
  );
}
