import type { Engine, RegisterChoice, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import type { CaseWork } from '../case/use-case';
import type { Review } from './use-review';
import { useReviewStrings } from '../strings/use-review-strings';
import { ComparePanel } from './compare-panel';
import { ControlPanel } from './control-panel';
import { DoublesPanel } from './doubles-panel';
import { PanelFrame } from './panel-frame';
import { RegisterPanel } from './register-panel';
import { RulesPanel } from './rules-panel';
import { VersionsPanel } from './versions-panel';

interface Props {
  engine: Engine;
  run: RunView | null;
  cases: CaseWork;
  review: Review;
  onTrace(figure: FigureKey): void;
  onRegister(choice: RegisterChoice): void;
}

/** One of the screens that look at a result before a decision, over the screen it was opened from. */
export default function ReviewPanel({
  engine,
  run,
  cases,
  review,
  onTrace,
  onRegister,
}: Props): React.JSX.Element | null {
  const t = useReviewStrings();
  const { panel } = review;
  if (panel === null || (panel !== 'register' && !run)) return null;
  const leads = {
    versions: t.versions.lead,
    doubles: t.doubles.lead,
    rules: t.rules.lead,
    control: t.control.lead,
    compare: t.compare.lead,
    register: t.register.lead,
  };
  return (
    <PanelFrame key={panel} title={t.titles[panel]} lead={leads[panel]} onBack={review.close}>
      {panel === 'register' && <RegisterPanel engine={engine} onUse={onRegister} />}
      {run && panel === 'versions' && <VersionsPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'doubles' && <DoublesPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'rules' && <RulesPanel engine={engine} run={run} cases={cases} />}
      {run && panel === 'control' && <ControlPanel engine={engine} run={run} cases={cases} onTrace={onTrace} />}
      {run && panel === 'compare' && (
        <ComparePanel
          engine={engine}
          run={run}
          earlier={review.earlier}
          onEarlier={review.setEarlier}
          onTrace={onTrace}
        />
      )}
    </PanelFrame>
  );
}
