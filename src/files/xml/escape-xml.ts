/**
 * Text that may stand between tags or in an attribute with double quotes; line ends and tabs survive both. Control
 * characters must be gone.
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\n\t\r]/g, (ch) => ESCAPES[ch] ?? ch);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};
