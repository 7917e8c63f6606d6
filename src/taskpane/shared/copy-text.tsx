import { Button, Field, Textarea } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useRef, useState } from 'react';
import { Notice } from './notice';

interface Props {
  text: string;
  label: string;
  copied: string;
  byHand: string;
  rows?: number;
}

/** Puts a text on the clipboard. Where the browser keeps the clipboard closed, the text stands there, selected. */
export function CopyText({ text, label, copied, byHand, rows = 8 }: Props): React.JSX.Element {
  const [state, setState] = useState<'' | 'copied' | 'by-hand'>('');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'by-hand') {
      box.current?.focus();
      box.current?.select();
    }
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('by-hand');
    }
  };
  return (
    <>
      <div>
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
          {label}
        </Button>
      </div>
      {state === 'copied' && (
        <Notice intent="success" onClose={() => setState('')}>
          {copied}
        </Notice>
      )}
      {state === 'by-hand' && (
        <Field label={byHand}>
          <Textarea ref={box} readOnly value={text} rows={rows} />
        </Field>
      )}
    </>
  );
}
