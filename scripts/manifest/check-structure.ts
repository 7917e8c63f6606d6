import { checkValue } from './check-value';
import type { XmlElement } from './parse-xml';
import { TYPES, type ChildRule, type TypeRule } from './schema';
import { error, type Trouble } from './trouble';

const tag = (name: string): string => `<${name.replace(/^(app|ov|\?):/, '')}>`;

/** Names, order, number, attributes and values of all elements, against the table in schema.ts. */
export function checkStructure(root: XmlElement): Trouble[] {
  if (root.name !== 'app:OfficeApp')
    return [
      error(
        root.line,
        'element-unknown',
        `phần tử gốc là ${tag(root.name)}, phải là <OfficeApp> của lược đồ appforoffice/1.1`,
      ),
    ];
  return checkElement(root, 'app:OfficeApp');
}

function checkElement(element: XmlElement, type: string): Trouble[] {
  const rule = TYPES[type];
  if (!rule) throw new Error(`schema.ts has no type ${type}`);
  return [
    ...checkAttributes(element, rule),
    ...checkText(element, rule),
    ...checkChildren(element, rule.children ?? []),
  ];
}

function checkAttributes(element: XmlElement, rule: TypeRule): Trouble[] {
  const troubles: Trouble[] = [];
  const kinds = Object.entries(rule.attributes ?? {});
  for (const [key, kind] of kinds) {
    const name = key.replace('?', '');
    const found = element.attributes.get(name);
    if (found)
      troubles.push(...checkValue(found.value, kind, `thuộc tính ${name} của ${tag(element.name)}`, found.line));
    else if (!key.endsWith('?'))
      troubles.push(error(element.line, 'attribute-missing', `${tag(element.name)} thiếu thuộc tính ${name}`));
  }
  for (const { name, line } of element.attributes.values()) {
    if (!kinds.some(([key]) => key.replace('?', '') === name))
      troubles.push(error(line, 'attribute-unknown', `${tag(element.name)} không có thuộc tính ${name}`));
  }
  return troubles;
}

function checkText(element: XmlElement, rule: TypeRule): Trouble[] {
  const text = element.text.trim();
  if (rule.text) return checkValue(text, rule.text, `nội dung của ${tag(element.name)}`, element.line);
  return text === ''
    ? []
    : [error(element.line, 'value', `${tag(element.name)} không được chứa chữ: "${text.slice(0, 40)}"`)];
}

function checkChildren(element: XmlElement, rules: readonly ChildRule[]): Trouble[] {
  const troubles: Trouble[] = [];
  const seen = new Map<string, number>();
  let furthest = 0;
  for (const child of element.children) {
    const index = rules.findIndex((r) => r.name === child.name);
    const rule = rules[index];
    if (!rule) {
      troubles.push(
        error(child.line, 'element-unknown', `${tag(child.name)} không được phép trong ${tag(element.name)}`),
      );
      continue;
    }
    if (index < furthest)
      troubles.push(
        error(
          child.line,
          'element-order',
          `trong ${tag(element.name)}, ${tag(child.name)} phải đứng trước ${tag(rules[furthest]!.name)}`,
        ),
      );
    furthest = Math.max(furthest, index);
    const earlier = seen.get(child.name);
    if (earlier !== undefined && !rule.many)
      troubles.push(
        error(
          child.line,
          'element-repeated',
          `${tag(element.name)} chỉ được có một ${tag(child.name)}, đã có ở dòng ${earlier}`,
        ),
      );
    seen.set(child.name, earlier ?? child.line);
    troubles.push(...checkTyped(child, rule));
  }
  for (const rule of rules) {
    if (rule.least > 0 && !seen.has(rule.name))
      troubles.push(error(element.line, 'element-missing', `${tag(element.name)} thiếu ${tag(rule.name)}`));
  }
  return troubles;
}

/** Where xsi:type decides what an element may hold, an unknown type is the one thing said about it. */
function checkTyped(child: XmlElement, rule: ChildRule): Trouble[] {
  if (typeof rule.type === 'string') return checkElement(child, rule.type);
  const written = child.attributes.get('xsi:type');
  if (!written) return [error(child.line, 'attribute-missing', `${tag(child.name)} thiếu thuộc tính xsi:type`)];
  const type = rule.type[written.value.replace(/^[^:]*:/, '')];
  if (type) return checkElement(child, type);
  return [
    error(
      written.line,
      'value',
      `xsi:type của ${tag(child.name)} là "${written.value}", phải là ${Object.keys(rule.type).join(' hoặc ')}`,
    ),
  ];
}
