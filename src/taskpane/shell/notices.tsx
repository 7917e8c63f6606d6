import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Run } from '../run/run';
import { textOf, useAttempt, useFailures } from '../shared/failures';
import { Notice } from '../shared/notice';
import { useServices } from '../shared/services';
import { useStrings } from '../strings/use-strings';

/** What is to be known on every screen: no Excel, an old one, no result because of a failure, and the last failure. */
export function Notices({ run }: { run: Run }): React.JSX.Element {
  const t = useStrings();
  const { officeMissing, tooOld } = useServices();
  const { latest, clear } = useFailures();
  const attempt = useAttempt();
  const [told, setTold] = useState(false);
  const read = run.rows.filter((r) => r.view !== null).length;
  return (
    <>
      {officeMissing && !told && (
        <Notice intent="warning" title={t.officeMissing.title} onClose={() => setTold(true)}>
          {t.officeMissing.text}
        </Notice>
      )}
      {tooOld && (
        <Notice intent="warning" title={t.hostFailed}>
          {tooOld.message}
        </Notice>
      )}
      {run.stopped !== null && (
        <Notice
          intent="error"
          title={t.failures.runTitle}
          action={
            <Button size="small" onClick={() => attempt(run.retry)}>
              {t.failures.again}
            </Button>
          }
        >
          {read < run.rows.length && `${t.failures.unread(read, run.rows.length)} `}
          {t.failures.run(run.stopped)}
        </Notice>
      )}
      {latest && (
        <Notice intent="error" title={t.engineFailed.title} onClose={clear}>
          {latest.message !== undefined ? latest.message : t.engineFailed.text(textOf(latest.error))}
        </Notice>
      )}
    </>
  );
}
