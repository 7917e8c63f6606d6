/** A sheet to move, and where it then stands, from 0 among all sheets. */
export interface Move {
  name: string;
  to: number;
}

/**
 * Moves that bring new sheets, which stand at the end, to their places: each right before the sheet it takes the place
 * of, one without such a sheet after the one before it. Nothing else moves: Excel may refuse to move very hidden
 * sheets, and undo then has nothing to move back.
 */
export function movesForNew(
  current: readonly string[],
  fresh: readonly { name: string; before: string | null }[],
): Move[] {
  const now = [...current];
  const moves: Move[] = [];
  const first = fresh.find((f) => f.before !== null)?.before ?? null;
  fresh.forEach(({ name, before }, i) => {
    const next = before ?? (i === 0 ? first : null);
    if (next === null && (i === 0 || first === null)) return;
    now.splice(now.indexOf(name), 1);
    const to = next === null ? now.indexOf(fresh[i - 1]!.name) + 1 : now.indexOf(next);
    now.splice(to, 0, name);
    moves.push({ name, to });
  });
  return moves;
}

/**
 * Moves that bring sheets back into an older order; those it does not name stay where they are, those already in order
 * do not move.
 */
export function movesToOrder(current: readonly string[], order: readonly string[]): Move[] {
  const now = [...current];
  const moves: Move[] = [];
  let last = -1;
  for (const name of order) {
    const at = now.indexOf(name);
    if (at === -1) continue;
    if (at > last) {
      last = at;
      continue;
    }
    now.splice(at, 1);
    now.splice(last, 0, name);
    moves.push({ name, to: last });
  }
  return moves;
}

export function moveSheets(moves: readonly Move[], byName: ReadonlyMap<string, Excel.Worksheet>): void {
  for (const { name, to } of moves) {
    const sheet = byName.get(name);
    if (sheet) sheet.position = to;
  }
}
