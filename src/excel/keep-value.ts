import { loadParts, namespaceOf, readValue, toParts } from './book/xml-parts';
import { newStepId } from './book/journal';
import { refuse } from './failure';
import type { Session } from './run-excel';
import { Packer } from './write/packer';

/** Characters of one kept value. It travels with the file, so it stays small against the sheets. */
const MOST_CHARS = 8_000_000;

/** Under which namespace a value stands that belongs to the workbook, and one that belongs to a writing. */
export const placeOf = { value: namespaceOf.value, sources: namespaceOf.sources };

export async function loadValue(session: Session, namespace: string): Promise<string | null> {
  const value = await readValue(session, namespace);
  return typeof value === 'string' ? value : null;
}

/** The new value is complete before the old one goes; of two the later counts. */
export async function saveValue(session: Session, namespace: string, value: string): Promise<void> {
  if (value.length > MOST_CHARS)
    refuse(
      'too-large',
      'Phần ghi nhớ quá lớn nên không lưu được cùng bảng tính. Hãy lưu báo cáo ra tệp riêng. Bảng tính vẫn như trước.',
    );
  const old = await loadParts(session, [namespace]);
  const packer = new Packer(session);
  for (const part of toParts(namespace, newStepId(new Date()), value))
    await packer.add(part.length * 3, () => {
      session.context.workbook.customXmlParts.add(part);
    });
  await packer.add(old.length * 400, () => {
    for (const part of old) part.delete();
  });
  await packer.send();
}
