import type { ExcelHost } from './host';
import {
  NULL,
  defineBag,
  defineType,
  listCalls,
  rangeObject,
  type HostObject,
  type RangeObject,
  type TypeDef,
} from './objects';
import { absoluteName, quoteSheet } from './references';
import { newId, type NameState, type SheetState, type WorkbookState } from './state';
import { HostError, refuse } from './wire';

// ---------- names ----------

interface NamesObject extends HostObject {
  sheet?: SheetState;
}
interface NameObject extends NamesObject {
  item: NameState;
}

const scope = (o: NamesObject, host: ExcelHost): SheetState | WorkbookState => o.sheet ?? host.state;
const names = (o: NamesObject, host: ExcelHost): NameObject[] =>
  scope(o, host).names.map((item) => ({ type: 'NamedItem', sheet: o.sheet, item }));

function target(o: NameObject, host: ExcelHost): RangeObject | null {
  try {
    const found = host.reference(o.item.formula, o.sheet);
    return rangeObject(found.sheet, found.area);
  } catch (e) {
    if (e instanceof HostError) return null;
    throw e;
  }
}

function addName(o: NamesObject, [name, reference, comment]: unknown[], host: ExcelHost): NameObject {
  host.guardStructure();
  // Letters, digits, "_", "." and "\"; not starting with a digit; not looking like a cell; at most 255 characters.
  if (
    typeof name !== 'string' ||
    !/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]{0,254}$/u.test(name) ||
    /^([a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(name)
  )
    throw refuse.argument();
  if (scope(o, host).names.some((n) => n.name.toLowerCase() === name.toLowerCase())) throw refuse.exists();
  const range = reference as RangeObject;
  const formula =
    typeof reference === 'string'
      ? reference.startsWith('=')
        ? reference
        : `=${reference}`
      : `=${quoteSheet(range.sheet.name)}!${absoluteName(range.area)}`;
  const item: NameState = { name, formula, comment: typeof comment === 'string' ? comment : '', visible: true };
  scope(o, host).names.push(item);
  host.calc.touch();
  return { type: 'NamedItem', sheet: o.sheet, item } as NameObject;
}

defineType<NamesObject>('NamedItemCollection', {
  items: names,
  call: { ...listCalls(names, refuse.notFound), Add: addName, AddFormulaLocal: addName },
});
defineType<NameObject>('NamedItem', {
  id: (o) => o.item.name,
  get: {
    Name: (o) => o.item.name,
    Formula: (o) => o.item.formula,
    Comment: (o) => o.item.comment,
    Visible: (o) => o.item.visible,
    Type: (o, host) => (target(o, host) ? 'Range' : 'String'),
    Scope: (o) => (o.sheet ? 'Worksheet' : 'Workbook'),
    Value: (o) => o.item.formula.replace(/^=/, ''),
  },
  set: {
    Formula: (o, v, host) => {
      o.item.formula = String(v);
      host.calc.touch();
    },
    Comment: (o, v) => {
      o.item.comment = String(v);
    },
    Visible: (o, v) => {
      o.item.visible = v === true;
    },
  },
  call: {
    GetRange: (o, _, host) => {
      const range = target(o, host);
      if (!range) throw refuse.reference();
      return range;
    },
    GetRangeOrNullObject: (o, _, host) => target(o, host) ?? NULL,
    Delete: (o, _, host) => {
      host.guardStructure();
      const owner = scope(o, host);
      owner.names = owner.names.filter((n) => n !== o.item);
      host.calc.touch();
    },
  },
});

// ---------- things kept by key: settings, custom properties of workbook and sheet ----------

interface KeyObject extends HostObject {
  sheet?: SheetState;
  key: string;
}

function defineKeyed(
  collection: string,
  type: string,
  map: (o: { sheet?: SheetState }, host: ExcelHost) => Map<string, unknown>,
  extra: TypeDef<KeyObject>['get'] = {},
): void {
  const items = (o: HostObject & { sheet?: SheetState }, host: ExcelHost): KeyObject[] =>
    [...map(o, host).keys()].map((key) => ({ type, sheet: o.sheet, key }));
  const exact = (o: { sheet?: SheetState }, key: unknown, host: ExcelHost): string | undefined =>
    [...map(o, host).keys()].find((k) => k.toLowerCase() === String(key).toLowerCase());
  const clear = (o: { sheet?: SheetState }, _: unknown[], host: ExcelHost): void => map(o, host).clear();
  defineType<HostObject & { sheet?: SheetState }>(collection, {
    items,
    call: {
      ...listCalls(items, refuse.notFound),
      Add: (o, [key, value], host) => {
        const name = exact(o, key, host) ?? String(key);
        map(o, host).set(name, value);
        return { type, sheet: o.sheet, key: name };
      },
      DeleteAll: clear,
    },
  });
  defineType<KeyObject>(type, {
    id: (o) => o.key,
    get: { Key: (o) => o.key, Value: (o, host) => map(o, host).get(o.key), ...extra },
    set: {
      Value: (o, v, host) => {
        map(o, host).set(o.key, v);
      },
    },
    call: {
      Delete: (o, _, host) => {
        map(o, host).delete(o.key);
      },
    },
  });
}

defineKeyed('SettingCollection', 'Setting', (_, host) => host.state.settings);
defineKeyed('CustomPropertyCollection', 'CustomProperty', (_, host) => host.state.customProperties, {
  Type: (o, host) => {
    const v = host.state.customProperties.get(o.key);
    return typeof v === 'number' ? 'Number' : typeof v === 'boolean' ? 'Boolean' : 'String';
  },
});
defineKeyed(
  'WorksheetCustomPropertyCollection',
  'WorksheetCustomProperty',
  (o) => o.sheet!.custom as Map<string, unknown>,
);

// ---------- custom XML ----------

type Part = WorkbookState['xmlParts'][number];
interface PartsObject extends HostObject {
  namespace?: string;
}
interface PartObject extends HostObject {
  part: Part;
}

/** The namespace of the root element; a part that is not well formed enough to have a root is refused. */
function namespaceOf(xml: unknown): string {
  const root =
    typeof xml === 'string'
      ? /^\s*(?:<\?[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<([\w.-]+:)?([\w.-]+)((?:\s+[^<>]*)?)>/.exec(xml)
      : null;
  if (!root || typeof xml !== 'string' || !xml.trim().endsWith('>')) throw refuse.argument();
  const prefix = root[1] ? `:${root[1].slice(0, -1)}` : '';
  return new RegExp(`xmlns${prefix}\\s*=\\s*(["'])(.*?)\\1`).exec(root[3] ?? '')?.[2] ?? '';
}

const parts = (o: PartsObject, host: ExcelHost): PartObject[] =>
  host.state.xmlParts
    .filter((p) => o.namespace === undefined || p.namespace === o.namespace)
    .map((part) => ({ type: 'CustomXmlPart', part }));

const partCalls = listCalls(parts, refuse.notFound);
defineType<PartsObject>('CustomXmlPartCollection', {
  items: parts,
  call: {
    ...partCalls,
    Add: (_, [xml], host) => {
      const part: Part = { id: newId(), namespace: namespaceOf(xml), xml };
      host.state.xmlParts.push(part);
      return { type: 'CustomXmlPart', part } as PartObject;
    },
    GetByNamespace: (_, [namespace]) => ({ type: 'CustomXmlPartScopedCollection', namespace }) as PartsObject,
  },
});
defineType<PartsObject>('CustomXmlPartScopedCollection', {
  items: parts,
  call: {
    ...partCalls,
    GetOnlyItem: (o, _, host) => {
      const list = parts(o, host);
      if (list.length !== 1) throw refuse.notFound();
      return list[0];
    },
    GetOnlyItemOrNullObject: (o, _, host) => {
      const list = parts(o, host);
      return list.length === 1 ? list[0]! : NULL;
    },
  },
});
defineType<PartObject>('CustomXmlPart', {
  id: (o) => o.part.id,
  get: { Id: (o) => o.part.id, NamespaceUri: (o) => o.part.namespace },
  call: {
    GetXml: (o) => o.part.xml,
    SetXml: (o, [xml]) => {
      o.part.namespace = namespaceOf(xml);
      o.part.xml = xml;
    },
    Delete: (o, _, host) => {
      host.state.xmlParts = host.state.xmlParts.filter((p) => p !== o.part);
    },
  },
});

// ---------- document properties ----------

defineBag(
  'DocumentProperties',
  {
    Title: '',
    Subject: '',
    Author: '',
    Keywords: '',
    Comments: '',
    Category: '',
    Manager: '',
    Company: '',
    LastAuthor: '',
    RevisionNumber: 0,
    CreationDate: '2026-01-01T00:00:00.000Z',
  },
  { Custom: 'CustomPropertyCollection' },
);
