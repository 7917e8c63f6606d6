import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { WandRegular } from '@fluentui/react-icons/svg/wand';
import { useState } from 'react';
import type { RepairOffer } from '../../app/receive/repair-offers';
import type { CellPlace } from '../../app/ports';
import { useStrings } from '../strings/use-strings';
import { Card } from '../shared/card';

const KINDS = ['missing-total', 'number-as-text'] as const;

const useStyles = makeStyles({
  kind: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  confirm: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, maxHeight: '240px', overflow: 'auto' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    fontSize: tokens.fontSizeBase200,
  },
  change: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

interface Props {
  offers: readonly RepairOffer[];
  busy: boolean;
  onRepair(offers: readonly RepairOffer[]): void;
  onSelect(place: CellPlace): void;
}

/** Repairs that may be made in place, one by one or all of a kind, each only after being told to. */
export function RepairsCard({ offers, busy, onRepair, onSelect }: Props): React.JSX.Element {
  const t = useStrings();
  return (
    <Card title={t.check.repairs}>
      {KINDS.map((k) => ({ k, own: offers.filter((o) => o.kind === k) }))
        .filter(({ own }) => own.length > 0)
        .map(({ k, own }) => (
          <Kind key={k} kind={k} offers={own} busy={busy} onRepair={onRepair} onSelect={onSelect} />
        ))}
    </Card>
  );
}

function Kind({ kind, offers, busy, onRepair, onSelect }: Props & { kind: RepairOffer['kind'] }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [asking, setAsking] = useState<readonly RepairOffer[] | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.kind} role="group" aria-label={t.check.repairKind[kind]}>
      <div className={styles.line}>
        <span className={styles.strong}>{t.check.repairKind[kind]}</span>
        <span>{offers.length}</span>
      </div>
      <p className={styles.quiet}>{t.check.repairWhy[kind]}</p>
      {asking ? (
        <div className={styles.confirm} role="alertdialog" aria-label={t.check.confirm(asking.length)}>
          <span>{t.check.confirm(asking.length)}</span>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              size="small"
              autoFocus
              onClick={() => {
                setAsking(null);
                onRepair(asking);
              }}
            >
              {t.check.yes}
            </Button>
            <Button size="small" onClick={() => setAsking(null)}>
              {t.check.no}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button size="small" icon={<WandRegular />} disabled={busy} onClick={() => setAsking(offers)}>
            {t.check.repairAll(offers.length)}
          </Button>
          <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.check.repairHide : t.check.repairList}
          </Button>
        </div>
      )}
      {open && (
        <ul className={styles.list}>
          {offers.map((o) => (
            <li key={`${o.sheet}!${o.cell}`} className={styles.item}>
              <Button size="small" appearance="transparent" onClick={() => onSelect(o)}>
                {o.sheet}!{o.cell}
              </Button>
              <span className={styles.change}>{o.before ? `“${o.before}” → ${o.after}` : o.after}</span>
              <Button
                size="small"
                disabled={busy}
                aria-label={`${t.check.repairOne} ${o.sheet}!${o.cell}`}
                onClick={() => setAsking([o])}
              >
                {t.check.repairOne}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
