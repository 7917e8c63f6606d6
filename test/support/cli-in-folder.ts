import { phuluc } from '../../src/cli/phuluc';
import { cliDeps } from './cli-deps';

export interface Answer {
  code: number;
  out: string;
  err: string;
}

/** One command line in this process, with `folder` as the working directory: a process of its own costs a second. */
export async function cliInFolder(folder: string, ...argv: string[]): Promise<Answer> {
  const before = process.cwd();
  const deps = cliDeps();
  process.chdir(folder);
  try {
    const code = await phuluc(argv, deps);
    return { code, out: deps.said.join('\n'), err: deps.complaints.join('\n') };
  } finally {
    process.chdir(before);
  }
}
