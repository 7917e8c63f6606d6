import { useCallback, useEffect, useMemo, useState } from 'react';
import type { InputFile } from '../../app/ports';
import { textOf, useFailures } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import { fromDrop, type Collected } from './collect-files';

export interface Intake {
  /** Something is being dragged over the page. */
  over: boolean;
  /** Names of what was handed over and is nobody's report. */
  left: readonly string[];
  clearLeft(): void;
  take(given: Collected): void;
}

/** Files dropped anywhere on the page, whatever is shown; the browser never opens them in the place of the page. */
export function useIntake(onFiles: (files: InputFile[]) => void): Intake {
  const t = useStrings();
  const { tell } = useFailures();
  const [over, setOver] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const take = useCallback(
    (given: Collected) => {
      setLeft(given.left);
      if (given.files.length > 0) onFiles(given.files);
    },
    [onFiles],
  );
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types?.includes('Files') ?? false;
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      if (holdsFiles(event)) setOver(true);
    };
    // Without a related element the pointer has left the window.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (!event.dataTransfer) return;
      fromDrop(event.dataTransfer).then(take, (error: unknown) =>
        tell({ message: t.failures.readFile(t.merge.files, textOf(error)) }),
      );
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take, tell, t]);
  const clearLeft = useCallback(() => setLeft([]), []);
  return useMemo(() => ({ over, left, clearLeft, take }), [over, left, clearLeft, take]);
}
