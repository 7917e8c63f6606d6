import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useRef, type ReactNode } from 'react';
import { usePanelStyles } from './panel-styles';

interface Props {
  label: string;
  accept: string;
  testId: string;
  primary?: boolean;
  disabled?: boolean;
  icon?: React.JSX.Element;
  children?: ReactNode;
  onFile(file: File): void;
}

/** A button that asks for one file. */
export function PickFile({
  label,
  accept,
  testId,
  primary = false,
  disabled = false,
  icon,
  onFile,
}: Props): React.JSX.Element {
  const styles = usePanelStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        appearance={primary ? 'primary' : 'secondary'}
        icon={icon ?? <FolderOpenRegular />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept={accept}
        aria-hidden
        tabIndex={-1}
        data-testid={testId}
        onChange={(e) => {
          const chosen = e.target.files?.[0];
          e.target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </>
  );
}
