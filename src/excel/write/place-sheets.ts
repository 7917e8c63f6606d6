import type { SheetInfo } from '../book/inspect';
import type { Target } from './match-sheets';

/** Names of all sheets in the order wanted after a write: each new sheet where the one it replaces was, the others after the last of them (or at the end), put-aside ones last. */
export function orderAfter(sheets: readonly SheetInfo[], targets: readonly Target[], aside: ReadonlySet<SheetInfo>, asideName: (info: SheetInfo) => string): string[] {
  const places = targets.map((t) => (t.replaces ? sheets.indexOf(t.replaces) : -1));
  const order: string[] = [];
  const put = (i: number): void => {
    order.push(targets[i]!.name);
    // Sheets without a predecessor follow the one before them in the plan.
    for (let next = i + 1; next < targets.length && places[next] === -1; next++) order.push(targets[next]!.name);
  };
  const leading = places.findIndex((p) => p !== -1);
  const hidden = sheets.filter((s) => s.backup !== null).map((s) => s.name);
  sheets.forEach((info, at) => {
    const i = places.indexOf(at);
    if (i !== -1) {
      if (i === leading) for (let n = 0; n < leading; n++) order.push(targets[n]!.name);
      put(i);
    } else if (!aside.has(info) && info.backup === null) order.push(info.name);
  });
  if (leading === -1) order.push(...targets.map((t) => t.name));
  return [...order, ...hidden, ...[...aside].map(asideName)];
}

/** Moves sheets into an order, first to last; names that are not there are skipped. */
export function setOrder(byName: ReadonlyMap<string, Excel.Worksheet>, order: readonly string[]): void {
  order.flatMap((name) => byName.get(name) ?? []).forEach((sheet, i) => { sheet.position = i; });
}
