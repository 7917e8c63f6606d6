/**
 * Names that older Office formats write in place of a format code. Dates show day before month, as Vietnamese Windows
 * shows them.
 */
const NAMES: Readonly<Record<string, string>> = {
  general: 'General',
  'general number': 'General',
  'general date': 'dd/mm/yyyy hh:mm',
  'short date': 'dd/mm/yyyy',
  'medium date': 'dd/mm/yyyy',
  'long date': 'dd/mm/yyyy',
  'short time': 'hh:mm',
  'medium time': 'hh:mm',
  'long time': 'hh:mm:ss',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
};

/** The code behind a name ("Short Date" → "dd/mm/yyyy"); what is no name is a code already. */
export function namedFormat(name: string): string {
  return NAMES[name.toLowerCase()] ?? name;
}
