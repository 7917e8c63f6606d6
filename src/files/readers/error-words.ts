/** Texts that are errors of formulas wherever they stand alone: pages and text files store what Excel showed. */
const ERROR = /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)$/;

export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERROR.test(text.trim());
}
