// The child process of run.ts: examines the files of one package, or one file alone, and tells of each.
import { collectedFiles } from './collection';
import { compare, examine, type Examined } from './examine';

// The other library speaks of number formats it does not know.
console.error = () => undefined;

export interface Task {
  package: string;
  /** Only this file. */
  path?: string;
}

async function main(task: Task): Promise<void> {
  const places = collectedFiles().filter(
    (f) => f.package === task.package && (task.path === undefined || f.path === task.path),
  );
  // What the program itself takes is not the file's doing: the first file is read once before.
  if (places[0]) await examine(places[0], 0);
  const start = process.resourceUsage().maxRSS * 1024;
  const seen: Examined[] = [];
  for (const place of places) seen.push(await examine(place, start));
  for (const file of seen) process.send!(task.path === undefined ? await compare(file) : file);
  process.send!('done', () => process.exit(0));
}

process.once('message', (task: Task) => {
  void main(task);
});
process.send!('ready');
