import type { Engine, RegisterChoice, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import type { CaseWork } from '../case/use-case';
import type { Steering } from './use-review';
import { useSteerStrings } from '../strings/use-steer-strings';
import { ComparePanel } from './compare-panel';
import { ControlPanel } from './control-panel';
import { DoublesPanel } from './doubles-panel';
import { PanelFrame } from './panel-frame';
import { RegisterPanel } from './register-panel';
import { RulesPanel } from './rules-panel';
import { VersionsPanel } from './versions-panel';

interface Props { engine: Engine; run: RunView | null; cases: CaseWork; steering: Steering; onTrace(figure: FigureKey): void; onRegister(choice: RegisterChoice): void }

/** One of the screens by which a result is steered, over the screen it was opened from. */
export default function SteerPanel({ engine, run, cases, steering, onTrace, onRegister }: Props): React.JSX.Element | null {
  const t = useSteerStrings();
  const { panel } = steering;
  if (panel === null || (panel !== 'register' && !run)) return null;
  const leads = { versions: t.versions.lead, doubles: t.doubles.lead, rules: t.rules.lead, control: t.control.lead, compare: t.compare.lead, register: t.register.lead };
  return (
    <PanelFrame key={panel} title={t.titles[panel]} lead={leads[panel]} onBack={steering.close}>
      {panel === 'register' && <RegisterPanel engine={engine} onUse={onRegister} />}
      {run && panel === 'versions' && <VersionsPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'doubles' && <DoublesPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'rules' && <RulesPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'control' && <ControlPanel engine={engine} run={run} cases={cases} onTrace={onTrace} />}
      {run && panel === 'compare' && <ComparePanel engine={engine} run={run} earlier={steering.earlier} onEarlier={steering.setEarlier} onTrace={onTrace} />}
    </PanelFrame>
  );
}
