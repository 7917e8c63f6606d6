import { everyElement, type XmlElement } from './parse-xml';
import { resourcesOf, type Resource } from './resources';
import type { ResourceKind } from './schema';
import { error, warning, type Trouble } from './trouble';

const SECTION: Record<ResourceKind, string> = {
  'bt:Image': 'bt:Images',
  'bt:Url': 'bt:Urls',
  short: 'bt:ShortStrings',
  long: 'bt:LongStrings',
};

/** Into which section the resid of an element points; by its name, and for <Description> by its length. */
function wantedKind(element: XmlElement): ResourceKind {
  if (element.name === 'bt:Image') return 'bt:Image';
  if (/^ov:(Runtime|FunctionFile|SourceLocation|LearnMoreUrl)$/.test(element.name)) return 'bt:Url';
  return /^ov:(Description|ToolTip)$/.test(element.name) ? 'long' : 'short';
}

/** Every resid resolves in the section meant for it, no resource stands twice, none is left over. */
export function checkResources(root: XmlElement): Trouble[] {
  const troubles: Trouble[] = [];
  const known = new Map<string, Resource>();
  for (const resource of resourcesOf(root)) {
    const earlier = known.get(resource.id);
    if (earlier)
      troubles.push(
        error(
          resource.element.line,
          'resource-repeated',
          `tài nguyên "${resource.id}" đã có ở dòng ${earlier.element.line}`,
        ),
      );
    else known.set(resource.id, resource);
  }
  const used = new Set<string>();
  for (const element of everyElement(root)) {
    const resid = element.attributes.get('resid');
    if (!resid) continue;
    const resource = known.get(resid.value);
    const wanted = wantedKind(element);
    used.add(resid.value);
    if (!resource)
      troubles.push(error(resid.line, 'resource-unknown', `resid "${resid.value}" không có trong <Resources>`));
    else if (resource.kind !== wanted)
      troubles.push(
        error(
          resid.line,
          'resource-kind',
          `resid "${resid.value}" phải nằm trong <${SECTION[wanted]}>, đang nằm trong <${SECTION[resource.kind]}>`,
        ),
      );
  }
  for (const { id, element } of known.values()) {
    if (!used.has(id))
      troubles.push(warning(element.line, 'resource-unused', `tài nguyên "${id}" không được dùng ở đâu`));
  }
  return troubles;
}
