import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';

interface Props {
  intent: 'error' | 'warning' | 'info' | 'success';
  title?: string;
  children: ReactNode;
  action?: ReactNode;
  onClose?(): void;
}

/** A message that stays until it is closed or no longer holds. */
export function Notice({ intent, title, children, action, onClose }: Props): React.JSX.Element {
  const t = useStrings();
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {title && ' '}
        {children}
      </MessageBarBody>
      {(action || onClose) && (
        <MessageBarActions
          containerAction={
            onClose && (
              <Button appearance="transparent" aria-label={t.close} icon={<DismissRegular />} onClick={onClose} />
            )
          }
        >
          {action}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
