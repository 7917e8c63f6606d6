import type { HostObject, SheetObject } from './objects';
import { refuse } from './wire';

/** [category, type, target, message as JSON, id]: how the host speaks unasked. */
export type HostEvent = [number, number, string, string, number];

/** Category of worksheet and workbook events (GenericEventRegistration.richApiMessageEventCategory). */
const EVENT_CATEGORY = 65_536;
/** Event numbers of the library's own `eventType:` literals, by the name in its register call. */
const TYPES: Record<string, number> = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowHiddenChanged: 22,
};
export type EventName =
  | 'DataChanged'
  | 'Activated'
  | 'Deactivated'
  | 'Added'
  | 'SelectionChanged'
  | 'Deleted'
  | 'Calculated'
  | 'FormatChanged'
  | 'RowHiddenChanged';
/** Target of events that a collection or the workbook listens to. */
const WORKBOOK = 'Workbook';

/**
 * Who listens to what, and what still has to be told. Messages leave only after the answer to the request that caused
 * them.
 */
export class EventHub {
  private readonly listeners = new Set<string>();
  private queue: HostEvent[] = [];
  private nextId = 1;
  /** Set by the transport. */
  send: (entries: HostEvent[]) => void = () => undefined;
  /** Set by the transport: Office's older DocumentSelectionChanged. */
  sendSelection: () => void = () => undefined;
  /** Everything ever fired, for tests: also what nobody listened to. */
  readonly history: { name: EventName; sheetId: string; message: Record<string, unknown> }[] = [];

  register(o: HostObject, call: string): void {
    const match = /^_(Un)?[Rr]egister(?:Event)?(\w+?)(?:Event)?$/.exec(call);
    const type = match && TYPES[match[2]!];
    if (!type || !['Worksheet', 'WorksheetCollection'].includes(o.type)) throw refuse.notSimulated(`${o.type}.${call}`);
    const key = `${type}|${o.type === 'Worksheet' ? (o as SheetObject).sheet.id : WORKBOOK}`;
    if (match[1]) this.listeners.delete(key);
    else this.listeners.add(key);
  }

  /** Queues the event for everyone who listens, unless events are switched off (`enabled`). */
  fire(name: EventName, sheetId: string, message: Record<string, unknown>, enabled: boolean): void {
    if (!enabled) return;
    this.history.push({ name, sheetId, message });
    const type = TYPES[name]!;
    // By its reference the event's getRange finds the range again.
    const text = JSON.stringify({
      ...message,
      worksheetId: sheetId,
      referenceId: `${sheetId}!${String(message['address'] ?? '')}`,
    });
    for (const target of [sheetId, WORKBOOK])
      if (this.listeners.has(`${type}|${target}`)) this.queue.push([EVENT_CATEGORY, type, target, text, this.nextId++]);
    if (name === 'SelectionChanged') this.selectionPending = true;
  }

  private selectionPending = false;

  /** Sends what is queued. */
  flush(): void {
    const entries = this.queue;
    this.queue = [];
    if (entries.length) this.send(entries);
    if (this.selectionPending) {
      this.selectionPending = false;
      this.sendSelection();
    }
  }

  /** How many listeners are registered, to find forgotten handlers. */
  get listening(): readonly string[] {
    return [...this.listeners];
  }
}
