/** What cannot stand in a sheet's name without quotes. */
const ENDS_NAME = /[\s!"'(),;]/;
const FILE_ADDRESS = /'(?:file|https?|smb|ftp):\/\/[^']*'#/i;

/**
 * Whether a formula takes a figure from another file: "[1]PL2!C5", "'[So lieu 2019.xlsx]PL2'!C5",
 * "'file:///C:/a.ods'#$PL2!C5". Looks at each character a fixed number of times.
 */
export function pointsElsewhere(formula: string): boolean {
  const bracket = lastBracketed(formula);
  let quote = -1;
  let before = -1;
  for (let at = 0; at < formula.length; at++) {
    const c = formula[at];
    if (c === "'") [before, quote] = [quote, at];
    else if (c === '!' && formula[at - 1] === "'") {
      const open = before;
      if (open >= 0 && bracket[at - 2] !== undefined && bracket[at - 2]! > open) return true;
    }
    if (c === '!' && namedByBracket(formula, at, bracket)) return true;
  }
  return FILE_ADDRESS.test(formula);
}

/** "[1]PL2!": from the mark back over the name to a closed bracket. */
function namedByBracket(formula: string, mark: number, bracket: readonly (number | undefined)[]): boolean {
  let at = mark - 1;
  if (formula[at] === "'") at--;
  for (; at >= 0 && !ENDS_NAME.test(formula[at]!); at--) {
    if (formula[at] === ']' && bracket[at] !== undefined && closes(formula, at, bracket[at]!)) return true;
  }
  return false;
}

const closes = (formula: string, end: number, start: number): boolean =>
  end - start > 1 && !/[\s"]/.test(formula[start + 1]!) && !formula.slice(start, end).includes('"');

/** For each place, where the last "[" before it stands whose bracket is closed by then. */
function lastBracketed(formula: string): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  let open = -1;
  let closed: number | undefined;
  for (let at = 0; at < formula.length; at++) {
    if (formula[at] === '[') open = at;
    else if (formula[at] === ']') {
      if (open >= 0 && at - open > 1) closed = open;
      open = -1;
    }
    found.push(closed);
  }
  return found;
}
