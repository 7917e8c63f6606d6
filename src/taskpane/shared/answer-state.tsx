import { Button, Spinner } from '@fluentui/react-components';
import { useStrings } from '../strings/use-strings';
import { Notice } from './notice';
import type { Answer } from './use-answer';

/** In the place of an answer that is not there: that it is awaited, or why it did not come and how to ask again. */
export function AnswerState({ answer }: { answer: Pick<Answer<unknown>, 'failure' | 'again'> }): React.JSX.Element {
  const t = useStrings();
  if (answer.failure === null) return <Spinner size="tiny" delay={300} label={t.keeping.drawing} />;
  return (
    <Notice
      intent="error"
      action={
        <Button size="small" onClick={answer.again}>
          {t.failures.again}
        </Button>
      }
    >
      {t.failures.answer(answer.failure)}
    </Notice>
  );
}
