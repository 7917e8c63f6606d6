/** Boxes as Word and web pages draw them. */
export const TICKED = '☒';
export const UNTICKED = '☐';
