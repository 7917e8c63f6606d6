import { checkAddresses, type ReadFile } from './check-addresses';
import { checkCommands } from './check-commands';
import { checkFloor } from './check-floor';
import { checkLanguages } from './check-languages';
import { checkResources } from './check-resources';
import { checkStructure } from './check-structure';
import { parseXml, XmlError } from './parse-xml';
import { error, type Trouble } from './trouble';

/** What a manifest is held against: function names of src/commands, the floor of src/excel, and the files beside it. */
export interface Surroundings {
  commands: readonly string[];
  floor: readonly (readonly [string, string])[];
  read: ReadFile;
  pages: boolean;
}

/** Everything that can be said about a manifest without a network, by line. Empty for a good one. */
export function checkManifest(xml: string, { commands, floor, read, pages }: Surroundings): Trouble[] {
  try {
    const root = parseXml(xml);
    return [
      ...checkStructure(root),
      ...checkResources(root),
      ...checkLanguages(root),
      ...checkCommands(root, commands),
      ...checkFloor(root, floor),
      ...checkAddresses(root, read, pages),
    ].sort((a, b) => a.line - b.line);
  } catch (trouble) {
    if (trouble instanceof XmlError) return [error(trouble.line, 'xml', `XML sai: ${trouble.message}`)];
    throw trouble;
  }
}
