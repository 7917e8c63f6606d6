import { loadParts, namespaceOf, readValue, toParts } from './book/xml-parts';
import { newStepId } from './book/journal';
import { refuse } from './failure';
import type { Session } from './run-excel';
import { Packer } from './write/packer';

/** Characters of one kept value. It travels with the file, so it stays small against the sheets. */
const MOST_CHARS = 8_000_000;

export async function loadValue(session: Session, key: string): Promise<string | null> {
  const value = await readValue(session, namespaceOf.value(key));
  return typeof value === 'string' ? value : null;
}

/** The new value is complete before the old one goes; of two the later counts. */
export async function saveValue(session: Session, key: string, value: string): Promise<void> {
  if (value.length > MOST_CHARS) refuse('too-large', 'Phần ghi nhớ quá lớn nên không lưu được cùng bảng tính. Hãy lưu báo cáo ra tệp riêng. Bảng tính vẫn như trước.');
  const namespace = namespaceOf.value(key);
  const old = await loadParts(session, [namespace]);
  const packer = new Packer(session);
  for (const part of toParts(namespace, newStepId(new Date()), value)) await packer.add(part.length * 3, () => { session.context.workbook.customXmlParts.add(part); });
  await packer.add(old.length * 400, () => { for (const part of old) part.delete(); });
  await packer.send();
}
