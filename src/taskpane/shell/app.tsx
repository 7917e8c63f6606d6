import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { FailuresProvider } from '../shared/failures';
import { guardWorkbook } from '../shared/guard-workbook';
import { ServicesContext, type Services } from '../shared/services';
import { ThemeNameContext, THEMES } from '../shared/theme';
import { usePreferences } from '../shared/use-preferences';
import { en } from '../strings/en';
import { StringsContext } from '../strings/use-strings';
import { vi } from '../strings/vi';
import { ErrorBoundary } from './error-boundary';
import { Shell } from './shell';

/** The whole page; `services` says what stands behind it. */
export function App({ services }: { services: Services }): React.JSX.Element {
  const preferences = usePreferences(services.officeTheme);
  const { language, theme } = preferences;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = language === 'en' ? en : vi;
  const { workbook } = services;
  const safe = useMemo(() => workbook && guardWorkbook(workbook, words.failures.workbook), [workbook, words]);
  const guarded = useMemo(() => ({ ...services, workbook: safe }), [services, safe]);
  return (
    <FluentProvider theme={THEMES[theme]}>
      <ServicesContext.Provider value={guarded}>
        <StringsContext.Provider value={words}>
          <ThemeNameContext.Provider value={theme}>
            <FailuresProvider>
              <ErrorBoundary>
                <Shell preferences={preferences} />
              </ErrorBoundary>
            </FailuresProvider>
          </ThemeNameContext.Provider>
        </StringsContext.Provider>
      </ServicesContext.Provider>
    </FluentProvider>
  );
}
