import type { InputFile } from '../../app/ports';

/** What is put down on the machine while the page is loaded again. */
export interface KeptWork {
  /** The case as text; null where the engine could not give it. */
  text: string | null;
  /** It is not yet in a file. */
  unsaved: boolean;
  files: { file: string; size: number; bytes: ArrayBuffer | null }[];
}

/** Where work is put down for the moment of a reload, and taken up once. */
export interface WorkKeeper {
  /** Rejects where the browser keeps nothing. */
  put(work: KeptWork): Promise<void>;
  /** What was put down, deleted there before it is handed over; null where there is nothing. */
  take(): Promise<KeptWork | null>;
}

const [DATABASE, STORE, KEY] = ['phuluc', 'reload', 'work'];
/** What was put down longer ago belongs to a reload that never came: it is deleted unread. */
const LASTS_MS = 10 * 60_000;

/** The bytes of the files as they were received; null for one that can no longer be opened. */
export function filesOf(inputs: readonly InputFile[]): Promise<KeptWork['files']> {
  return Promise.all(
    inputs.map(async ({ file, size, bytes }) => ({ file, size, bytes: await bytes().catch(() => null) })),
  );
}

/** Files to be read again; one that could not be put down is told as not readable. */
export function inputsOf(files: KeptWork['files']): InputFile[] {
  return files.map(({ file, size, bytes }) => ({
    file,
    size,
    // The engine moves the bytes it is given away, so each asking gets its own.
    bytes: () => (bytes ? Promise.resolve(bytes.slice(0)) : Promise.reject(new Error(file))),
  }));
}

/** In the browser's own database, on this machine only. */
export const browserKeeper: WorkKeeper = {
  async put(work) {
    const database = await open();
    try {
      await done(database.transaction(STORE, 'readwrite').objectStore(STORE).put({ at: Date.now(), work }, KEY));
    } finally {
      database.close();
    }
  },
  async take() {
    if (typeof indexedDB === 'undefined') return null;
    const database = await open();
    try {
      const kept = await done<{ at: number; work: KeptWork } | undefined>(
        database.transaction(STORE).objectStore(STORE).get(KEY),
      );
      if (!kept) return null;
      await done(database.transaction(STORE, 'readwrite').objectStore(STORE).delete(KEY));
      return Date.now() - kept.at < LASTS_MS ? kept.work : null;
    } finally {
      database.close();
    }
  },
};

async function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return done(asked);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}
