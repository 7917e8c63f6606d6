import { createContext, useContext } from 'react';
import { vi, type Strings } from './vi';

export const StringsContext = createContext<Strings>(vi);

/** The words of the interface in the language chosen. */
export function useStrings(): Strings {
  return useContext(StringsContext);
}
