import { everyElement, type XmlElement } from './parse-xml';
import type { ResourceKind } from './schema';

/** An entry of <Resources>. */
export interface Resource {
  id: string;
  kind: ResourceKind;
  value: string;
  element: XmlElement;
}

const KINDS: Record<string, ResourceKind> = {
  'bt:Images': 'bt:Image',
  'bt:Urls': 'bt:Url',
  'bt:ShortStrings': 'short',
  'bt:LongStrings': 'long',
};

/** The entries of <Resources> in the order written; entries without id are left to checkStructure. */
export function resourcesOf(root: XmlElement): Resource[] {
  return [...everyElement(root)].flatMap((element) => {
    const kind = KINDS[element.parent?.name ?? ''];
    const id = element.attributes.get('id')?.value;
    return kind && id ? [{ id, kind, value: element.attributes.get('DefaultValue')?.value ?? '', element }] : [];
  });
}

/** The address a resid stands for; undefined where nothing has that id. */
export function addressOf(root: XmlElement, resid: string | undefined): string | undefined {
  return resourcesOf(root).find((r) => r.id === resid && (r.kind === 'bt:Url' || r.kind === 'bt:Image'))?.value;
}
