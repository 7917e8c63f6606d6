import { useState } from 'react';
import { Notice } from '../shared/notice';
import { useServices } from '../shared/services';
import { useStrings } from '../strings/use-strings';

/** What is to be known on every screen: no Excel, an old one, and the last thing that went wrong. */
export function Notices({ failure, onClose }: { failure: string | null; onClose(): void }): React.JSX.Element {
  const t = useStrings();
  const { officeMissing, tooOld } = useServices();
  const [told, setTold] = useState(false);
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
      {failure && (
        <Notice intent="error" title={t.engineFailed.title} onClose={onClose}>
          {t.engineFailed.text(failure)}
        </Notice>
      )}
    </>
  );
}
