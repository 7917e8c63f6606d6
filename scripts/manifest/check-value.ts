import type { ValueKind } from './schema';
import { error, type Trouble } from './trouble';

/**
 * Longest values, in UTF-16 units: ShortString, LongString, URL and ReferenceId of [MS-OWEMXML]; ids of tabs, groups
 * and controls are ShortStrings.
 */
const LONGEST = { short: 125, long: 250, address: 2048, id: 125, key: 32 } as const;

const PATTERNS: Record<string, { form: RegExp; wanted: string }> = {
  guid: {
    form: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    wanted: 'một mã GUID dạng 8-4-4-4-12',
  },
  version: { form: /^\d{1,5}(\.\d{1,5}){0,3}$/, wanted: 'một phiên bản từ một đến bốn số, ví dụ 1.0.0.0' },
  'short-version': { form: /^\d{1,5}\.\d{1,5}$/, wanted: 'một phiên bản hai số, ví dụ 1.14' },
  locale: { form: /^[a-z]{2,3}-[A-Z]{2}$/, wanted: 'một mã ngôn ngữ, ví dụ vi-VN' },
  pixels: { form: /^(16|20|24|32|40|48|64|80)$/, wanted: 'một cỡ biểu tượng: 16, 20, 24, 32, 40, 48, 64 hoặc 80' },
  boolean: { form: /^(true|false)$/, wanted: 'true hoặc false' },
};

/** What is wrong with one value. `where` names it as a person would look for it: "thuộc tính id của <Control>". */
export function checkValue(value: string, kind: ValueKind, where: string, line: number): Trouble[] {
  if (typeof kind === 'object' && 'resid' in kind) return checkLength(value, 'key', where, line);
  if (typeof kind === 'object') {
    const plain = value.includes(':') ? value.slice(value.indexOf(':') + 1) : value;
    return kind.includes(plain) ? [] : [error(line, 'value', `${where} là "${value}", phải là ${kind.join(' hoặc ')}`)];
  }
  const pattern = PATTERNS[kind];
  if (pattern)
    return pattern.form.test(value) ? [] : [error(line, 'value', `${where} là "${value}", phải là ${pattern.wanted}`)];
  const troubles = checkLength(value, kind as keyof typeof LONGEST, where, line);
  if (value !== value.normalize('NFC'))
    troubles.push(error(line, 'letters', `${where} có chữ tiếng Việt viết bằng dấu rời; phải dùng chữ dựng sẵn (NFC)`));
  if (kind === 'address') troubles.push(...checkAddress(value, where, line));
  return troubles;
}

function checkLength(value: string, kind: keyof typeof LONGEST, where: string, line: number): Trouble[] {
  if (value === '') return [error(line, 'value', `${where} để trống`)];
  return value.length <= LONGEST[kind]
    ? []
    : [error(line, 'too-long', `${where} dài ${value.length} ký tự, tối đa ${LONGEST[kind]}`)];
}

function checkAddress(value: string, where: string, line: number): Trouble[] {
  if (!URL.canParse(value)) return [error(line, 'value', `${where} không phải một địa chỉ đầy đủ: "${value}"`)];
  return new URL(value).protocol === 'https:'
    ? []
    : [error(line, 'https', `${where} phải bắt đầu bằng https: "${value}"`)];
}
