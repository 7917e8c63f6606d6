import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ServicesContext, type Services } from '../shared/services';
import { ThemeNameContext, THEMES } from '../shared/theme';
import { usePreferences } from '../shared/use-preferences';
import { en } from '../strings/en';
import { StringsContext } from '../strings/use-strings';
import { vi } from '../strings/vi';
import { Shell } from './shell';

/** The whole page; `services` says what stands behind it. */
export function App({ services }: { services: Services }): React.JSX.Element {
  const preferences = usePreferences(services.officeTheme);
  const { language, theme } = preferences;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={THEMES[theme]}>
      <ServicesContext.Provider value={services}>
        <StringsContext.Provider value={language === 'en' ? en : vi}>
          <ThemeNameContext.Provider value={theme}>
            <Shell preferences={preferences} />
          </ThemeNameContext.Provider>
        </StringsContext.Provider>
      </ServicesContext.Provider>
    </FluentProvider>
  );
}
