import type { Issue, Place } from '../model/issue';
import { paramsOf } from './params';

/** Params that carry the right side of an identity: one entry per term. */
export function termParams(places: readonly Place[]): Record<string, readonly string[]> {
  return {
    rightTemplate: places.map((p) => p.template ?? ''),
    rightRow: places.map((p) => p.row ?? ''),
    rightColumn: places.map((p) => p.column ?? ''),
  };
}

/** The right side written by `termParams`; empty where absent. */
export function termsOf(issue: Issue): Place[] {
  const params = paramsOf(issue);
  const rows = params.list('rightRow');
  const columns = params.list('rightColumn');
  return params.list('rightTemplate').map((template, i) => ({
    ...(template ? { template } : {}),
    ...(rows[i] ? { row: rows[i] } : {}),
    ...(columns[i] ? { column: columns[i] } : {}),
  }));
}
