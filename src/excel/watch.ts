import type { CellPlace } from '../app/ports';
import { MARK, parseMark } from './book/marks';
import { namespaceOf, readValue } from './book/xml-parts';
import { codeOf } from './failure';
import { openSession } from './run-excel';
import type { Figures } from './write/figures';

export type FigurePlace = CellPlace & {
  figure: { template: string; row: string; column: string; write: string } | null;
};

type Handle<T> = OfficeExtension.EventHandlerResult<T>;

/** One registration after the other: a removal that overtakes the next registration would end that one instead. */
let inOrder: Promise<unknown> = Promise.resolve();

/**
 * Registers a handler of the workbook's sheets; answers how to take it away, also while registering is still under way.
 */
function listen<T>(add: (sheets: Excel.WorksheetCollection) => Handle<T>): () => void {
  let stopped = false;
  const remove = (handle: Handle<T>): Promise<void> =>
    Excel.run(handle.context as Excel.RequestContext, async (context) => {
      handle.remove();
      await context.sync();
    });
  const quiet = (error: unknown): void => {
    if (codeOf(error) === '') throw error;
  };
  const handle = inOrder.then(() =>
    Excel.run(async (context) => {
      const made = add(context.workbook.worksheets);
      await context.sync();
      return made;
    }),
  );
  const registered = handle.catch(quiet);
  inOrder = registered.catch(() => undefined);
  return () => {
    if (stopped) return;
    stopped = true;
    inOrder = inOrder
      .then(() => handle)
      .then(remove)
      .catch(() => undefined);
  };
}

/** Tells of every selected cell, newest last; while one is looked up, those in between are passed over. */
export function onSelect(listener: (place: FigurePlace) => void): () => void {
  const lookUp = figureFinder();
  let busy = false;
  let waiting: { id: string; cell: string } | null = null;
  let stopped = false;
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting && !stopped) {
      const next = waiting;
      waiting = null;
      const place = await lookUp(next.id, next.cell);
      if (place && !stopped && waiting === null) listener(place);
    }
    busy = false;
  };
  const stop = listen((sheets) =>
    sheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      // The first cell of a selection of several: "C13:D20,F1" → "C13".
      waiting = {
        id: worksheetId,
        cell: address
          .slice(address.lastIndexOf('!') + 1)
          .split(/[:,]/)[0]!
          .replace(/\$/g, ''),
      };
      await work();
    }),
  );
  return () => {
    stopped = true;
    stop();
  };
}

/**
 * Looks up a sheet's name and which figure a cell shows. What a write says of its figures never changes, so it is read
 * once.
 */
function figureFinder(): (id: string, cell: string) => Promise<FigurePlace | null> {
  const known = new Map<string, Figures>();
  return async (id, cell) => {
    try {
      return await openSession(
        async (session) => {
          const sheet = session.context.workbook.worksheets.getItemOrNullObject(id);
          const property = sheet.customProperties.getItemOrNullObject(MARK);
          sheet.load('name');
          property.load('value');
          await session.sync();
          if (sheet.isNullObject) return null;
          const mark = property.isNullObject ? null : parseMark(property.value);
          const place = { sheet: sheet.name, cell, figure: null };
          if (!mark || mark.name !== sheet.name) return place;
          if (!known.has(mark.write))
            known.set(mark.write, ((await readValue(session, namespaceOf.figures(mark.write))) ?? {}) as Figures);
          const own = known.get(mark.write)?.[mark.key];
          const figure = own?.cells[cell];
          return own && figure
            ? { ...place, figure: { template: own.template, row: figure[0], column: figure[1], write: mark.write } }
            : place;
        },
        { trips: 0 },
      );
    } catch (error) {
      // A selection that cannot be looked up (a cell is being typed in) is none; the next one will be.
      if (codeOf(error) === '') throw error;
      return null;
    }
  };
}

/** Tells the sheet that somebody edited: a person here or a co-author, never this add-in. */
export function onEdit(listener: (sheet: string) => void): () => void {
  let stopped = false;
  const stop = listen((sheets) =>
    sheets.onChanged.add(async ({ worksheetId, triggerSource }) => {
      if (stopped || triggerSource === 'ThisLocalAddin') return;
      const name = await nameOf(worksheetId);
      if (name !== null && !stopped) listener(name);
    }),
  );
  return () => {
    stopped = true;
    stop();
  };
}

async function nameOf(id: string): Promise<string | null> {
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return null;
  }
}
