export type OfficeThemeName = 'light' | 'dark' | 'contrast';

/** Relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.1); null where it is no colour. */
function luminance(colour: string | undefined): number | null {
  const m = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!m) return null;
  const [r, g, b] = m.slice(1).map((hex) => {
    const c = parseInt(hex, 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Black and white at their full strength, as Windows' contrast themes have them; ordinary themes are softer (#262626 on
 * white, #D4D4D4 on #262626).
 */
function isContrast(theme: Partial<Office.OfficeTheme>): boolean {
  const [back, front] = [theme.bodyBackgroundColor, theme.bodyForegroundColor].map(luminance);
  if (back === null || front === null || back === undefined || front === undefined) return false;
  return back === 0 && front > 0.5;
}

/** Which look the pane takes to sit well in this Excel. */
export function themeOf(theme: Partial<Office.OfficeTheme> | undefined): OfficeThemeName {
  if (!theme) return 'light';
  if (typeof matchMedia === 'function' && matchMedia('(forced-colors: active)').matches) return 'contrast';
  if (isContrast(theme)) return 'contrast';
  const back = luminance(theme.bodyBackgroundColor);
  // Half way between black and white as the eye sees it.
  const dark = theme.isDarkTheme ?? (back !== null && back < 0.18);
  return dark ? 'dark' : 'light';
}

/** The theme of the Excel around us; 'light' outside Excel. */
export function readTheme(): OfficeThemeName {
  if (typeof Office === 'undefined') return 'light';
  return themeOf((Office.context as Partial<Office.Context> | undefined)?.officeTheme);
}
