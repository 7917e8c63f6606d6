/** Debian's source packages beside the binary ones: a configuration of apt of our own, made from the machine's. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const APT = '/etc/apt';
let made: string | null | undefined;

/**
 * Path of a configuration under which `apt-get source` works until the program ends, or null where there is no apt.
 * Nothing of the machine's own is changed.
 */
export function debianSources(): string | null {
  if (made === undefined) made = makeConfig();
  return made;
}

function makeConfig(): string | null {
  if (!existsSync(APT)) return null;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'apt-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const parts = path.join(folder, 'sources.list.d');
  mkdirSync(path.join(folder, 'lists', 'partial'), { recursive: true });
  mkdirSync(parts);
  for (const [name, text] of sourceLists())
    writeFileSync(
      path.join(parts, name),
      text.replace(/^Types:.*$/gm, 'Types: deb-src').replace(/^deb /gm, 'deb-src '),
    );
  const config = path.join(folder, 'apt.conf');
  writeFileSync(
    config,
    `Dir::Etc::sourcelist "-";\nDir::Etc::sourceparts "${parts}";\nDir::State::lists ` +
      `"${path.join(folder, 'lists')}";\n`,
  );
  const run = spawnSync('apt-get', ['update', '-qq'], {
    env: { ...process.env, APT_CONFIG: config },
    encoding: 'utf8',
  });
  return run.status === 0 ? config : null;
}

/** The machine's own lists: name and text. */
function sourceLists(): [name: string, text: string][] {
  const folder = path.join(APT, 'sources.list.d');
  const names = existsSync(folder) ? readdirSync(folder).filter((f) => /\.(list|sources)$/.test(f)) : [];
  const lists = names.map((f): [string, string] => [f, readFileSync(path.join(folder, f), 'utf8')]);
  const main = path.join(APT, 'sources.list');
  return existsSync(main) ? [...lists, ['main.list', readFileSync(main, 'utf8')]] : lists;
}
