import { useEffect, useState } from 'react';
import { vi, type Strings } from './vi';

/**
 * The words of the page in a language. English is loaded when it is first chosen; until then, and where it cannot be
 * loaded (`failed` is then called), the words are Vietnamese.
 */
export function useWords(language: 'vi' | 'en', failed: (error: unknown) => void): Strings {
  const [english, setEnglish] = useState<Strings | null>(null);
  const wanted = language === 'en' && !english;
  useEffect(() => {
    let open = true;
    if (wanted)
      import('./en').then(
        ({ en }) => open && setEnglish(en),
        (error: unknown) => open && failed(error),
      );
    return () => {
      open = false;
    };
  }, [wanted, failed]);
  return language === 'en' && english ? english : vi;
}
