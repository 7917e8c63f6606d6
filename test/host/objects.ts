import type { Area } from '../../src/core/model/grid';
import type { ExcelHost } from './host';
import type { Bag, SheetState } from './state';

/** Something a batch can address. `ref` is set while the client keeps it. */
export interface HostObject {
  type: string;
  ref?: string;
}
export interface SheetObject extends HostObject {
  type: 'Worksheet';
  sheet: SheetState;
}
export interface RangeObject extends HostObject {
  type: 'Range';
  sheet: SheetState;
  area: Area;
}
export interface AreasObject extends HostObject {
  type: 'RangeAreas';
  sheet: SheetState;
  areas: Area[];
}
/** Format of one or several areas; `path` is the prefix of its style properties ("Font."). */
export interface FormatObject extends HostObject {
  sheet: SheetState;
  areas: Area[];
  path: string;
}
/** Properties that are only kept. Its bag is made on the first write, so that looking changes nothing. */
export interface BagObject extends HostObject {
  root: Bag;
  path: string[];
  sheet?: SheetState;
}

/** The answer to "…OrNullObject" where there is none, and to everything asked of it. */
export const NULL: HostObject = { type: '(null)' };

export interface TypeDef<O> {
  /** By wire name. Only what stands here can be read; anything else is refused as not simulated. */
  get?: Record<string, (o: O, host: ExcelHost) => unknown>;
  set?: Record<string, (o: O, value: unknown, host: ExcelHost) => void>;
  nav?: Record<string, (o: O, host: ExcelHost) => HostObject>;
  // Arguments come from JSON, each handler knows its own.
  call?: Record<string, (o: O, args: any[], host: ExcelHost) => unknown>;
  items?: (o: O, host: ExcelHost) => HostObject[];
  /** Key by which a collection finds the object again. */
  id?: (o: O) => string | undefined;
}

const registry = new Map<string, TypeDef<HostObject>>();

export function defineType<O extends HostObject>(name: string, def: TypeDef<O>): void {
  if (registry.has(name)) throw new Error(`${name} is defined twice`);
  registry.set(name, def as unknown as TypeDef<HostObject>);
}

export function typeOf(o: HostObject): TypeDef<HostObject> | undefined {
  return registry.get(o.type);
}

/** A type whose properties are only kept: wire name → what an untouched one answers. */
export function defineBag(
  name: string,
  scalars: Bag,
  navs: Record<string, string> = {},
  call: TypeDef<BagObject>['call'] = {},
): void {
  const def: Required<Pick<TypeDef<BagObject>, 'get' | 'set' | 'nav'>> = { get: {}, set: {}, nav: {} };
  for (const [key, initial] of Object.entries(scalars)) {
    def.get[key] = (o) => readBag(o)[key] ?? initial;
    def.set[key] = (o, value, host) => {
      if (o.sheet) host.guardSheet(o.sheet);
      writeBag(o)[key] = value;
    };
  }
  for (const [key, type] of Object.entries(navs))
    def.nav[key] = (o) => ({ type, root: o.root, path: [...o.path, key], sheet: o.sheet }) as BagObject;
  defineType<BagObject>(name, { ...def, call });
}

export function readBag(o: BagObject): Bag {
  let bag = o.root;
  for (const key of o.path) bag = (bag[key] as Bag | undefined) ?? {};
  return bag;
}

export function writeBag(o: BagObject): Bag {
  let bag = o.root;
  for (const key of o.path) bag = (bag[key] ??= {}) as Bag;
  return bag;
}

export const sheetObject = (sheet: SheetState): SheetObject => ({ type: 'Worksheet', sheet });
export const rangeObject = (sheet: SheetState, area: Area): RangeObject => ({ type: 'Range', sheet, area });
export const areasObject = (sheet: SheetState, areas: Area[]): AreasObject => ({ type: 'RangeAreas', sheet, areas });

/** Calls every collection has, over a plain list. */
export function listCalls<O extends HostObject>(
  items: (o: O, host: ExcelHost) => HostObject[],
  missing: () => Error,
): NonNullable<TypeDef<O>['call']> {
  const keys = (item: HostObject, host: ExcelHost): unknown[] => {
    const def = typeOf(item);
    return [def?.id?.(item), ...['Name', 'Key', 'Id'].map((k) => def?.get?.[k]?.(item, host))].filter(
      (k) => k !== undefined,
    );
  };
  const find = (o: O, key: unknown, host: ExcelHost): HostObject | undefined =>
    items(o, host).find((item) => keys(item, host).some((k) => String(k).toLowerCase() === String(key).toLowerCase()));
  return {
    GetItem: (o, [key], host) => {
      const found = find(o, key, host);
      if (!found) throw missing();
      return found;
    },
    GetItemOrNullObject: (o, [key], host) => find(o, key, host) ?? NULL,
    GetItemAt: (o, [index], host) => {
      const found = items(o, host)[index];
      if (!found) throw missing();
      return found;
    },
    GetCount: (o, _, host) => items(o, host).length,
  };
}
