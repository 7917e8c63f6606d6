import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkManifest } from '../../scripts/manifest/check-manifest';
import type { Trouble } from '../../scripts/manifest/trouble';
import { COMMANDS } from '../../src/commands/register-commands';
import { FLOOR } from '../../src/excel/requirements';

const root = path.resolve(__dirname, '../..');

export const shipped = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

const read = (name: string): Uint8Array | null => {
  const file = path.join(root, name);
  return existsSync(file) ? readFileSync(file) : null;
};

/** What the checker says about a manifest beside the files of this repository. */
export function check(xml: string, world: Partial<Parameters<typeof checkManifest>[1]> = {}): Trouble[] {
  return checkManifest(xml, { commands: COMMANDS, floor: FLOOR, read, pages: false, ...world });
}

/** Line of a text in a manifest, from 1; the text must be there. */
export function lineOf(xml: string, text: string): number {
  const at = xml.indexOf(text);
  if (at < 0) throw new Error(`not in the manifest: ${text}`);
  return xml.slice(0, at).split('\n').length;
}

/** The shipped manifest with one passage replaced; the passage must be there. */
export function change(from: string | RegExp, to: string): string {
  const changed = shipped.replace(from, to);
  if (changed === shipped) throw new Error(`nothing to change: ${from}`);
  return changed;
}
