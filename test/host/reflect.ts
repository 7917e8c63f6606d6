/**
 * Reads the table of types, wire names and requirement sets out of whichever client library is loaded, by calling every
 * proxy member once on a scratch context and looking at what it queued. So no table of ours can go stale.
 */

/* The library's inner objects have no public types; this file is the only one that looks at them. */

export interface Scalar {
  wire: string;
  writable: boolean;
}
export interface Nav {
  wire: string;
  type: string;
}
export interface Method {
  wire: string;
  returns?: string;
}

export interface ApiType {
  collection: boolean;
  /** Type of the items of a collection. */
  item?: string;
  /** By camelCase name. */
  scalars: Record<string, Scalar>;
  navs: Record<string, Nav>;
  methods: Record<string, Method>;
  /** Which requirement set each member asks for: ["ExcelApi", "1.7"]. */
  sets: Record<string, [string, string]>;
}

export type ApiTable = Record<string, ApiType>;

/** The two namespaces the library defines. */
export interface ClientLibrary {
  Excel: any;
  OfficeExtension: any;
}

const INHERITED =
  /^(constructor|load|retrieve|toJSON|set|update|setMockData|ensureUnchanged|track|untrack|_handle\w*|_class\w*|_scalar\w*|_navigation\w*|_isCollection|_collectionPropertyPath|items|context|isNull\w*)$/;
/** Sets the library asks about only to choose flags; they say nothing about the member. */
const FLAG_SETS = new Set(['ExcelApiUndo', 'RichApiRuntimeFlag']);

/** Reflects the table; 0.1–0.4 s. The library is left as it was found. */
export function reflectApi({ Excel, OfficeExtension }: ClientLibrary): ApiTable {
  const utility = OfficeExtension.CommonUtility;
  const kept = { supported: utility.isSetSupported, check: utility._doApiNotSupportedCheck };
  const classes = Object.entries<any>(Excel).filter(
    ([, c]) => typeof c === 'function' && c.prototype instanceof OfficeExtension.ClientObject,
  );
  const nameOf = (o: any): string | undefined => classes.find(([, c]) => c === o.constructor || o instanceof c)?.[0];
  const asked: { first?: [string, string] } = {};
  utility.isSetSupported = (set: string, version: unknown) => {
    asked.first ??= [set, String(version)];
    return true;
  };
  utility._doApiNotSupportedCheck = true;
  const table: ApiTable = {};
  try {
    for (const [name, cls] of classes) table[name] = reflectClass(cls, Excel, OfficeExtension, nameOf, asked);
  } finally {
    utility.isSetSupported = kept.supported;
    utility._doApiNotSupportedCheck = kept.check;
  }
  return table;
}

function reflectClass(
  cls: any,
  Excel: any,
  O: any,
  nameOf: (o: any) => string | undefined,
  asked: { first?: [string, string] },
): ApiType {
  const proto = cls.prototype;
  const type: ApiType = { collection: proto._isCollection === true, scalars: {}, navs: {}, methods: {}, sets: {} };
  const wires: string[] = proto._scalarPropertyOriginalNames ?? [];
  (proto._scalarPropertyNames ?? []).forEach((name: string, i: number) => {
    type.scalars[name] = { wire: wires[i] ?? name, writable: Boolean(proto._scalarPropertyUpdateable?.[i]) };
  });
  const scratch = (): [any, any] => {
    const context = new Excel.RequestContext();
    const object = new cls(
      context,
      O.ObjectPathFactory.createPropertyObjectPath(context, context.workbook, 'X', type.collection, false, 4),
    );
    object._I = object._Id = 'x';
    return [context, object];
  };
  for (const key of Object.getOwnPropertyNames(proto)) {
    if (INHERITED.test(key)) continue;
    delete asked.first;
    reflectMember(type, key, Object.getOwnPropertyDescriptor(proto, key)!, scratch, O, nameOf);
    if (asked.first && !FLAG_SETS.has(asked.first[0])) type.sets[key] = asked.first;
  }
  if (type.collection) type.item = itemType(scratch, nameOf);
  return type;
}

function reflectMember(
  type: ApiType,
  key: string,
  member: PropertyDescriptor,
  scratch: () => [any, any],
  O: any,
  nameOf: (o: any) => string | undefined,
): void {
  try {
    const [context, object] = scratch();
    const queued = context._pendingRequest._actions;
    const before = queued.length;
    const result = member.get
      ? member.get.call(object)
      : member.value.apply(object, Array(member.value.length).fill(undefined));
    if (result instanceof O.EventHandlers) return;
    if (result instanceof O.ClientObject) {
      const info = result._objectPath.objectPathInfo;
      const wire = info.Name || 'GetItem';
      if (member.get) type.navs[key] = { wire, type: nameOf(result) ?? '' };
      else type.methods[key] = { wire, returns: nameOf(result) };
      return;
    }
    const invoked = queued
      .slice(before)
      .map((a: any) => a.actionInfo)
      .filter((a: any) => a.ActionType === 3)
      .pop();
    if (invoked && !member.get) type.methods[key] = { wire: invoked.Name };
  } catch {
    // Reading a scalar that was never loaded throws, and so do a few members when called without arguments: nothing to
    // learn there.
  }
}

function itemType(scratch: () => [any, any], nameOf: (o: any) => string | undefined): string | undefined {
  try {
    const [, object] = scratch();
    object._handleResult({ _Items: [{ Id: 'q', _Id: 'q', id: 'q' }] });
    return nameOf(object.items[0]);
  } catch {
    return undefined;
  }
}
