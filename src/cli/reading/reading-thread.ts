import { parentPort } from 'node:worker_threads';
import type { ReceiveDeps } from '../../app/receive/receive-file';
import { templates } from '../../core/templates/registry';
import { readSources, type SourceDeps } from '../read-sources';
import type { ReadTask, TaskReply, ThreadData } from './messages';
import { readOne } from './read-files';

/** Answers the tasks of the pool, one at a time, until it is ended. */
export function answerTasks(data: ThreadData, deps: ReceiveDeps & SourceDeps): void {
  const options = { ...data.options, templates: templates() };
  const answer = async (task: ReadTask): Promise<TaskReply> => {
    const sources = task.kind === 'source' ? [task.source] : await readSources(task.found, deps);
    const [only, ...more] = sources;
    const same = only !== undefined && more.length === 0 && (task.kind === 'source' || only.file === task.found.file);
    return same ? { kind: 'read', read: await readOne(only, deps, options) } : { kind: 'archive', sources };
  };
  parentPort?.on('message', (task: ReadTask) => {
    answer(task).then(
      (reply) => parentPort?.postMessage(reply, buffersIn(reply)),
      (error: unknown) =>
        parentPort?.postMessage({ kind: 'broken', error: error instanceof Error ? error.message : String(error) }),
    );
  });
  parentPort?.postMessage({ kind: 'ready' } satisfies TaskReply);
}

/** Bytes of unpacked files are handed over, not copied. */
function buffersIn(reply: TaskReply): ArrayBuffer[] {
  if (reply.kind !== 'archive') return [];
  return [...new Set(reply.sources.map((s) => s.bytes.buffer as ArrayBuffer))];
}
