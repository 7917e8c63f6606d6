import type { ExcelHost } from './host';
import { NULL, typeOf, type HostObject, type RangeObject } from './objects';
import type { ApiTable } from './reflect';
import {
  HostError,
  pascal,
  refuse,
  type Action,
  type ArgumentInfo,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from './wire';

/** What a load asks for, as a tree: { format: { font: { color: {} } } }; "*" = all scalars. */
interface Wanted {
  [name: string]: Wanted;
}

/** Carries out one batch against the host. Actions before a failing one stay done, as in Excel. */
export class Processor {
  private readonly refs = new Map<string, HostObject>();
  private nextRef = 1;

  constructor(
    private readonly host: ExcelHost,
    private readonly table: ApiTable,
  ) {}

  /** `stopBefore` cuts the batch short with `error` before that action (failure injection). */
  run(body: RequestBody, stopBefore = Infinity, error?: HostError): ResponseBody {
    const batch = new Batch(body, this);
    const response: ResponseBody = { Results: [], TraceIds: [] };
    let index = 0;
    try {
      for (const action of body.Actions) {
        if (index >= stopBefore && error) throw error;
        this.act(action, batch, response);
        index += 1;
      }
      if (Number.isFinite(stopBefore) && error) throw error;
    } catch (thrown) {
      response.Error = this.wireError(thrown, Math.min(index, Math.max(0, body.Actions.length - 1)));
    }
    return response;
  }

  private wireError(thrown: unknown, ActionIndex: number): ResponseBody['Error'] {
    if (thrown instanceof HostError)
      return {
        Code: thrown.code,
        Message: thrown.message,
        Location: '',
        HttpStatusCode: thrown.httpStatus,
        ActionIndex,
      };
    this.host.bugs.push(thrown);
    return {
      Code: 'GeneralException',
      Message: `The simulated host failed: ${String((thrown as Error)?.stack ?? thrown)}`,
      Location: '',
      HttpStatusCode: 500,
      ActionIndex,
    };
  }

  private act(action: Action, batch: Batch, response: ResponseBody): void {
    const put = (Value: unknown): void => {
      response.Results.push({ ActionId: action.Id, Value });
    };
    if (action.ActionType === 5) {
      response.TraceIds.push(action.Id);
      put(null);
      return;
    }
    const o = batch.object(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        put(o === NULL ? null : this.identity(o));
        return;
      case 2:
        put(this.query(o, action.QueryInfo ?? {}));
        return;
      case 3: {
        const result = this.call(o, action.Name, batch.args(action.ArgumentInfo));
        put(result === undefined || isHostObject(result) ? null : result);
        return;
      }
      case 4:
        this.set(o, action.Name, batch.args(action.ArgumentInfo)[0]);
        return;
      case 9:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(o, pascal(name), value);
        return;
      default:
        throw refuse.notSimulated(`action type ${action.ActionType}`);
    }
  }

  kept(reference: string): HostObject {
    const o = this.refs.get(reference);
    if (!o || (o as Partial<RangeObject>).sheet?.deleted) throw refuse.reference();
    return o;
  }

  private identity(o: HostObject): Record<string, unknown> {
    const value: Record<string, unknown> = o.ref ? { _ReferenceId: o.ref } : {};
    const id = typeOf(o)?.id?.(o);
    if (id !== undefined) value[typeOf(o)?.get?.['Id'] ? 'Id' : '_Id'] = id;
    return value;
  }

  nav(o: HostObject, wire: string): HostObject {
    if (o === NULL) return NULL;
    const found = typeOf(o)?.nav?.[wire];
    if (!found) throw refuse.notSimulated(`${o.type}.${wire}`);
    return found(o, this.host);
  }

  call(o: HostObject, name: string, args: unknown[]): unknown {
    if (name === '_KeepReference') return this.keep(o);
    if (name === '_RemoveReference') {
      const gone = this.refs.get(String(args[0]));
      if (gone) delete gone.ref;
      this.refs.delete(String(args[0]));
      return undefined;
    }
    if (o === NULL) throw refuse.notFound();
    if (/^_(Un)?[Rr]egister/.test(name)) {
      this.host.events.register(o, name);
      return undefined;
    }
    const handler = typeOf(o)?.call?.[name];
    if (!handler) throw refuse.notSimulated(`${o.type}.${name}()`);
    return handler(o, args, this.host);
  }

  private keep(o: HostObject): undefined {
    if (o === NULL) return undefined;
    o.ref ??= String(this.nextRef++);
    this.refs.set(o.ref, o);
    return undefined;
  }

  private set(o: HostObject, name: string, value: unknown): void {
    if (o === NULL) throw refuse.notFound();
    const handler = typeOf(o)?.set?.[name];
    if (!handler) throw refuse.notSimulated(`${o.type}.${name} =`);
    handler(o, value, this.host);
  }

  private query(o: HostObject, info: QueryInfo): unknown {
    const wanted: Wanted = {};
    for (const path of info.Select ?? []) grow(wanted, path);
    for (const path of info.Expand ?? []) grow(wanted, path)['*'] = {};
    if (!info.Select?.length && !info.Expand?.length) wanted['*'] = {};
    return this.read(o, wanted, info);
  }

  private read(o: HostObject, wanted: Wanted, page: QueryInfo = {}): unknown {
    if (o === NULL) return null;
    const def = typeOf(o);
    if (def?.items) {
      const { items = {}, $none = {}, count = {}, ...own } = wanted;
      const from = page.Skip ?? 0;
      const list = def.items(o, this.host).slice(from, page.Top === undefined ? undefined : from + page.Top);
      return { _Items: list.map((item) => this.read(item, { ...own, ...items, ...$none, ...count })) };
    }
    const value = this.identity(o);
    for (const [name, inner] of Object.entries(wanted)) this.readMember(o, name, inner, value);
    return value;
  }

  private readMember(o: HostObject, name: string, inner: Wanted, into: Record<string, unknown>): void {
    const api = this.table[o.type];
    const def = typeOf(o);
    if (name === '*') {
      for (const [wire, get] of Object.entries(def?.get ?? {})) into[wire] = get(o, this.host);
      return;
    }
    if (name === 'isNullObject') return;
    const nav = api?.navs[name];
    if (nav) {
      into[nav.wire] = this.read(this.nav(o, nav.wire), Object.keys(inner).length ? inner : { '*': {} });
      return;
    }
    const scalar = api?.scalars[name];
    if (!scalar) throw refuse.argument(`The property '${name}' doesn't exist on ${o.type}.`);
    const get = def?.get?.[scalar.wire];
    if (!get) throw refuse.notSimulated(`${o.type}.${name}`);
    into[scalar.wire] = get(o, this.host);
  }
}

/** One request: its object paths, each resolved once. */
class Batch {
  private readonly resolved = new Map<number, HostObject>();

  constructor(
    private readonly body: RequestBody,
    private readonly processor: Processor,
  ) {}

  object(id: number): HostObject {
    let o = this.resolved.get(id);
    if (!o) this.resolved.set(id, (o = this.resolve(id)));
    return o;
  }

  private resolve(id: number): HostObject {
    const path = this.body.ObjectPaths[id];
    if (!path) throw refuse.reference();
    switch (path.ObjectPathType) {
      case 1:
        return { type: 'Workbook' };
      case 2:
        return { type: 'Service', name: path.Name } as HostObject;
      case 6:
        return this.processor.kept(path.Name);
      case 7:
        return NULL;
      default:
        break;
    }
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (parent === NULL) return NULL;
    if (path.ObjectPathType === 4) return this.processor.nav(parent, path.Name);
    const made = this.processor.call(
      parent,
      path.ObjectPathType === 5 ? 'GetItem' : path.Name,
      this.args(path.ArgumentInfo),
    );
    if (!isHostObject(made)) throw new Error(`${parent.type}.${path.Name} gave no object`);
    return made;
  }

  args(info?: ArgumentInfo): unknown[] {
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, info?.ReferencedObjectPathIds?.[i]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference) && Array.isArray(value)) return value.map((v, i) => this.argument(v, reference[i]));
    if (typeof reference === 'number' && reference > 0) return this.object(reference);
    if (value && typeof value === 'object' && '_ObjectPathId' in value) return this.object(Number(value._ObjectPathId));
    return value;
  }
}

function isHostObject(value: unknown): value is HostObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof (value as HostObject).type === 'string' &&
    (value === NULL || typeOf(value as HostObject) !== undefined)
  );
}

function grow(tree: Wanted, path: string): Wanted {
  let at = tree;
  for (const part of path.split(/[/.]/)) at = at[part] ??= {};
  return at;
}
