import type { ControlView } from '../../app/review/control-view';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import { Card } from '../shared/card';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { ControlForm } from './control-form';
import { ControlMark } from './control-mark';
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
  const answer = useAnswer<ControlView>(() => engine.review.control(null), run);
  const view = answer.value;
  if (!view) return <AnswerState answer={answer} />;
  return (
    <>
      {view.forms.length === 0 && (
        <Card>
          <p className={styles.line}>{t.control.empty}</p>
        </Card>
      )}
      {view.forms.map((f) => (
        <ControlForm key={`${f.file}\n${f.sheet}\n${f.template}`} form={f} cases={cases} onTrace={onTrace} />
      ))}
      <ControlMark files={view.files} cases={cases} />
    </>
  );
}
