import { useCallback, useState } from 'react';

const PREFIX = 'phuluc.';

/** A choice that is kept on this machine where the browser allows it, and for this visit where it does not. */
export function useStored<T>(key: string, initial: T, valid: (value: unknown) => value is T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(key, initial, valid));
  const store = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(next));
      } catch {
        // Private windows and file:// pages may have no storage; the choice then lasts as long as the page.
      }
    },
    [key],
  );
  return [value, store];
}

function read<T>(key: string, initial: T, valid: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(PREFIX + key);
    const value: unknown = text === null ? initial : JSON.parse(text);
    return valid(value) ? value : initial;
  } catch {
    return initial;
  }
}
