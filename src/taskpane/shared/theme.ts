import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { createContext } from 'react';
import type { ThemeName } from './services';

/** Segoe UI where Office brings it; the others hold all Vietnamese letters. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', " +
  "'Helvetica Neue', sans-serif";

/** Which theme is on, for the few parts that draw themselves differently in high contrast. */
export const ThemeNameContext = createContext<ThemeName>('light');

export const THEMES: Record<ThemeName, Theme> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};
