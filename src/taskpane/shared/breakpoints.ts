/**
 * The widths at which the page changes. A pane in Excel is 320 to 400 wide; a window half of a 1366 screen is 683.
 */
export const AT = {
  /** One column, lists in the place of tables. */
  narrow: '@media (max-width: 759px)',
  /** Tables, and fields beside each other. */
  wide: '@media (min-width: 760px)',
  /** No room for a list beside what is chosen in it. */
  noBeside: '@media (max-width: 899px)',
  /** A list stands beside what is chosen in it. */
  beside: '@media (min-width: 900px)',
  /** A result stands beside its sources, files beside the dry run. */
  broad: '@media (min-width: 1000px)',
} as const;

/** The condition alone, for matchMedia: "(min-width: 760px)". */
export function queryOf(at: (typeof AT)[keyof typeof AT]): string {
  return at.replace('@media ', '');
}
