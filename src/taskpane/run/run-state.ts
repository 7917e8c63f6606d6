import type { RunView } from '../../app/calls/engine-calls';
import type { FileView } from '../../app/results/file-view';

export interface FileRow {
  file: string;
  state: 'waiting' | 'reading' | 'done';
  view: FileView | null;
}

/**
 * empty: nothing received; reading: files are being read; running: being consolidated; ready: `run` says what came out.
 */
export interface RunState {
  phase: 'empty' | 'reading' | 'running' | 'ready';
  rows: FileRow[];
  /** Files of the batch under way. */
  batch: { done: number; total: number };
  run: RunView | null;
  cancelled: boolean;
}

/** A file whose reading began, or ended with a view. */
export interface FileNews {
  file: string;
  view: FileView | null;
}

export type RunAction =
  | { type: 'queued'; files: readonly string[] }
  | { type: 'read'; news: readonly FileNews[] }
  | { type: 'running' }
  | { type: 'ran'; run: RunView }
  | { type: 'cancelled'; rows: FileRow[] }
  | { type: 'removed'; file: string }
  | { type: 'cleared' };

export const EMPTY: RunState = { phase: 'empty', rows: [], batch: { done: 0, total: 0 }, run: null, cancelled: false };

/** What the page shows of a run after each thing that happened. */
export function runReducer(state: RunState, action: RunAction): RunState {
  switch (action.type) {
    case 'queued': {
      const again = new Set(action.files);
      const rows = [
        ...state.rows.filter((r) => !again.has(r.file)),
        ...action.files.map((file): FileRow => ({ file, state: 'waiting', view: null })),
      ];
      return { phase: 'reading', rows, batch: { done: 0, total: action.files.length }, run: null, cancelled: false };
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
      return { ...state, phase: 'running', run: null };
    case 'ran': {
      const views = new Map(action.run.files.map((f) => [f.file, f]));
      return {
        ...state,
        phase: 'ready',
        run: action.run,
        rows: state.rows.map((r) => ({ ...r, state: 'done', view: views.get(r.file) ?? r.view })),
      };
    }
    case 'cancelled':
      return { ...EMPTY, rows: action.rows, phase: action.rows.length > 0 ? 'running' : 'empty', cancelled: true };
    case 'removed': {
      const rows = state.rows.filter((r) => r.file !== action.file);
      return rows.length === 0 ? EMPTY : { ...state, phase: 'running', rows, run: null };
    }
    case 'cleared':
      return EMPTY;
  }
}
