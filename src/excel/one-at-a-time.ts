import { refuse } from './failure';

/** How long a command waits for one begun elsewhere: the largest write of the tests takes a third of it. */
const PATIENCE_MS = 60_000;
/** One name for all workbooks: an unsaved one has no name of its own, and a command takes seconds. */
const LOCK = 'phuluc.workbook';

/** The end of the last command of this page, whichever pane or copy of this module began it. */
interface Shared {
  phulucTurn?: Promise<unknown>;
}

/**
 * Lets a command on the open workbook begin only when the one before has ended, in this pane and in every other pane of
 * this machine: two at once would mix their steps, and each would take the other's half-done work for left over.
 */
export function oneAtATime(patience = PATIENCE_MS): <T>(work: () => Promise<T>) => Promise<T> {
  const shared = globalThis as Shared;
  return (work) => {
    const begin = (): ReturnType<typeof work> => acrossPanes(work, patience);
    const next = (shared.phulucTurn ?? Promise.resolve()).then(begin, begin);
    shared.phulucTurn = next.catch(() => undefined);
    return next;
  };
}

async function acrossPanes<T>(work: () => Promise<T>, patience: number): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  let begun = false;
  try {
    return await locks.request(LOCK, { signal: waiting.signal }, async () => {
      clearTimeout(timer);
      begun = true;
      return work();
    });
  } catch (error) {
    if (begun || !waiting.signal.aborted) throw error;
    return refuse(
      'other',
      'Chương trình đang làm việc với sổ ở một cửa sổ khác và chưa xong. Chờ xong rồi thực hiện lại; nếu cửa sổ đó ' +
        'bị treo thì đóng lại. Bảng tính vẫn như trước.',
    );
  } finally {
    clearTimeout(timer);
  }
}
