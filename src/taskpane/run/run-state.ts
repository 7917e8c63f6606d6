import type { RunView } from '../../app/calls/engine-calls';
import type { FileView } from '../../app/results/file-view';

export interface FileRow {
  file: string;
  state: 'waiting' | 'reading' | 'done';
  view: FileView | null;
}

/**
 * empty: nothing received; reading: files are being read; running: being consolidated; ready: `run` says what came out;
 * stopped: something failed on the way and there is no result, `stopped` says why.
 */
export interface RunState {
  phase: 'empty' | 'reading' | 'running' | 'ready' | 'stopped';
  rows: FileRow[];
  /** Files of the batch under way. */
  batch: { done: number; total: number };
  run: RunView | null;
  cancelled: boolean;
  /** Code of the failure that left the files without a result. */
  stopped: string | null;
  /** Files that were handed over while others are being read. */
  queued: number;
  /** Files of the last handing over that were here already, byte for byte. */
  same: number;
}

/** A file whose reading began, or ended with a view. */
export interface FileNews {
  file: string;
  view: FileView | null;
}

export type RunAction =
  | { type: 'waiting'; more: number }
  | { type: 'same'; count: number }
  | { type: 'stopped'; why: string }
  | { type: 'queued'; files: readonly string[] }
  | { type: 'read'; news: readonly FileNews[] }
  | { type: 'running' }
  | { type: 'ran'; run: RunView }
  | { type: 'cancelled'; rows: FileRow[] }
  | { type: 'removed'; file: string }
  | { type: 'cleared' };

export const EMPTY: RunState = {
  phase: 'empty',
  rows: [],
  batch: { done: 0, total: 0 },
  run: null,
  cancelled: false,
  stopped: null,
  queued: 0,
  same: 0,
};

/** What the page shows of a run after each thing that happened. */
export function runReducer(state: RunState, action: RunAction): RunState {
  switch (action.type) {
    case 'waiting':
      return { ...state, queued: Math.max(0, state.queued + action.more), same: 0 };
    case 'same':
      return { ...state, same: action.count };
    case 'stopped':
      return { ...state, phase: state.rows.length > 0 ? 'stopped' : 'empty', run: null, stopped: action.why };
    case 'queued': {
      const again = new Set(action.files);
      const rows = [
        ...state.rows.filter((r) => !again.has(r.file)),
        ...action.files.map((file): FileRow => ({ file, state: 'waiting', view: null })),
      ];
      return {
        ...{ phase: 'reading', rows, run: null, cancelled: false, stopped: null, same: state.same },
        ...{ batch: { done: 0, total: action.files.length }, queued: state.queued },
      };
    }
    case 'read': {
      const news = new Map(action.news.map((n) => [n.file, n.view]));
      const rows = state.rows.map((r): FileRow => {
        const view = news.get(r.file);
        return view === undefined ? r : view ? { ...r, state: 'done', view } : { ...r, state: 'reading' };
      });
      return {
        ...state,
        rows,
        batch: { ...state.batch, done: state.batch.done + action.news.filter((n) => n.view).length },
      };
    }
    case 'running':
      return { ...state, phase: 'running', run: null, stopped: null };
    case 'ran': {
      const views = new Map(action.run.files.map((f) => [f.file, f]));
      return {
        ...state,
        phase: 'ready',
        stopped: null,
        run: action.run,
        rows: state.rows.map((r) => ({ ...r, state: 'done', view: views.get(r.file) ?? r.view })),
      };
    }
    case 'cancelled':
      return {
        ...EMPTY,
        rows: action.rows,
        phase: action.rows.length > 0 ? 'running' : 'empty',
        cancelled: true,
        queued: state.queued,
      };
    case 'removed': {
      const rows = state.rows.filter((r) => r.file !== action.file);
      return rows.length === 0
        ? { ...EMPTY, queued: state.queued }
        : { ...state, phase: 'running', rows, run: null, stopped: null };
    }
    case 'cleared':
      return { ...EMPTY, queued: state.queued };
  }
}
