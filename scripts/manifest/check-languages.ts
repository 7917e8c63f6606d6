import { everyElement, type XmlElement } from './parse-xml';
import { error, type Trouble } from './trouble';

const DEFAULT = 'vi-VN';
const OTHER = 'en-US';

/** Texts a person reads: all of them in Vietnamese, with an English override. Addresses need none. */
const TEXTS = new Set(['app:DisplayName', 'app:Description', 'bt:String']);

export function checkLanguages(root: XmlElement): Trouble[] {
  const troubles: Trouble[] = [];
  for (const element of everyElement(root)) {
    if (element.name === 'app:DefaultLocale' && element.text.trim() !== DEFAULT)
      troubles.push(error(element.line, 'locale', `<DefaultLocale> là ${element.text.trim()}, phải là ${DEFAULT}`));
    const overrides = element.children.filter((c) => c.name.endsWith(':Override'));
    const locales = overrides.map((o) => o.attributes.get('Locale')?.value);
    overrides.forEach((o, i) => {
      if (locales[i] === DEFAULT || locales.indexOf(locales[i]) < i)
        troubles.push(error(o.line, 'override-repeated', `ngôn ngữ ${locales[i]} đã có giá trị`));
    });
    if (TEXTS.has(element.name) && !locales.includes(OTHER)) {
      const id = element.attributes.get('id')?.value;
      troubles.push(
        error(
          element.line,
          'override-missing',
          `${id ? `chuỗi "${id}"` : `<${element.name.slice(4)}>`} thiếu bản ${OTHER}`,
        ),
      );
    }
  }
  return troubles;
}
