import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { FailuresProvider, useFailures } from '../shared/failures';
import { guardWorkbook } from '../shared/guard-workbook';
import { ServicesContext, type Services } from '../shared/services';
import { ThemeNameContext, THEMES } from '../shared/theme';
import { usePreferences, type Preferences } from '../shared/use-preferences';
import { StringsContext } from '../strings/use-strings';
import { useWords } from '../strings/use-words';
import { ErrorBoundary } from './error-boundary';
import { Shell } from './shell';

/** The whole page; `services` says what stands behind it. */
export function App({ services }: { services: Services }): React.JSX.Element {
  const preferences = usePreferences(services.officeTheme);
  const { theme } = preferences;
  return (
    <FluentProvider theme={THEMES[theme]}>
      <ThemeNameContext.Provider value={theme}>
        <FailuresProvider>
          <InWords services={services} preferences={preferences}>
            <ErrorBoundary>
              <Shell preferences={preferences} />
            </ErrorBoundary>
          </InWords>
        </FailuresProvider>
      </ThemeNameContext.Provider>
    </FluentProvider>
  );
}

interface Props {
  services: Services;
  preferences: Preferences;
  children: ReactNode;
}

/** The words in the language chosen, and a workbook whose failures are told in them. */
function InWords({ services, preferences, children }: Props): React.JSX.Element {
  const { tell } = useFailures();
  const { language, setLanguage } = preferences;
  const failed = useCallback(
    (error: unknown) => {
      setLanguage('vi');
      tell({ error });
    },
    [setLanguage, tell],
  );
  const words = useWords(language, failed);
  useEffect(() => {
    document.documentElement.lang = words.lang;
  }, [words]);
  const { workbook } = services;
  const safe = useMemo(() => workbook && guardWorkbook(workbook, words.failures.workbook), [workbook, words]);
  const guarded = useMemo(() => ({ ...services, workbook: safe }), [services, safe]);
  return (
    <ServicesContext.Provider value={guarded}>
      <StringsContext.Provider value={words}>{children}</StringsContext.Provider>
    </ServicesContext.Provider>
  );
}
