import { everyElement, type XmlElement } from './parse-xml';
import { addressOf } from './resources';
import { error, type Trouble } from './trouble';

/** Opening the pane is Excel's own doing (ShowTaskpane), so that it works even where the page cannot start. */
const PANE_COMMAND = 'openPane';

/**
 * Every button has a function in src/commands, every function a button, every id stands once, and all of them run in
 * one page.
 */
export function checkCommands(root: XmlElement, commands: readonly string[]): Trouble[] {
  return [...checkFunctions(root, commands), ...checkIds(root), ...checkRuntime(root)];
}

function checkFunctions(root: XmlElement, commands: readonly string[]): Trouble[] {
  const troubles: Trouble[] = [];
  const elements = [...everyElement(root)];
  const called = elements.filter((e) => e.name === 'ov:FunctionName');
  for (const { text, line } of called) {
    if (!commands.includes(text.trim()))
      troubles.push(
        error(line, 'function-unknown', `hàm "${text.trim()}" không có trong src/commands (${commands.join(', ')})`),
      );
  }
  const served = new Set(called.map((e) => e.text.trim()));
  if (elements.some((e) => e.attributes.get('xsi:type')?.value === 'ShowTaskpane')) served.add(PANE_COMMAND);
  for (const command of commands) {
    if (!served.has(command))
      troubles.push(error(0, 'function-unused', `lệnh "${command}" của src/commands không có nút nào`));
  }
  return troubles;
}

function checkIds(root: XmlElement): Trouble[] {
  const lines = new Map<string, number>();
  return [...everyElement(root)].flatMap((element) => {
    if (!/^ov:(CustomTab|Group|Control|Item)$/.test(element.name)) return [];
    const id = element.attributes.get('id');
    if (!id) return [];
    const earlier = lines.get(id.value);
    if (earlier === undefined) {
      lines.set(id.value, id.line);
      return [];
    }
    return [error(id.line, 'id-repeated', `id "${id.value}" đã dùng ở dòng ${earlier}`)];
  });
}

/** A shared runtime: pane, functions and the add-in's own page are one address. */
function checkRuntime(root: XmlElement): Trouble[] {
  const elements = [...everyElement(root)];
  const page = elements.find((e) => e.name === 'app:SourceLocation')?.attributes.get('DefaultValue')?.value;
  const runtime = elements.find((e) => e.name === 'ov:Runtime');
  if (!runtime || runtime.attributes.get('lifetime')?.value !== 'long')
    return [
      error(
        runtime?.line ?? 0,
        'runtime',
        'thiếu <Runtime lifetime="long">: bảng và các nút phải chạy chung một trang',
      ),
    ];
  return elements.flatMap((element) => {
    if (!/^ov:(Runtime|FunctionFile|SourceLocation)$/.test(element.name)) return [];
    const address = addressOf(root, element.attributes.get('resid')?.value);
    return address === undefined || address === page
      ? []
      : [error(element.line, 'runtime', `<${element.name.slice(3)}> trỏ tới ${address}, khác trang của bảng ${page}`)];
  });
}
