import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const FILE = path.join(__dirname, '../../samples/khanh-hoa-2020/received/UBND huyen Khanh Son.docx');
const PART = 'word/document.xml';
const AS_SENT = '<w:t>41</w:t>';

/** The Word file of UBND huyện Khánh Sơn with a question: Phụ lục 1 row 3 completes 45 of 44 planned (table 1, E4). */
export function khanhSonWithQuestion(): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(FILE)));
  const xml = strFromU8(parts[PART]!);
  if (!xml.includes(AS_SENT)) throw new Error('the sample has changed');
  // A fixed time: the same bytes whenever it is made.
  return zipSync({ ...parts, [PART]: strToU8(xml.replace(AS_SENT, '<w:t>45</w:t>')) }, { mtime: '2020-12-01' });
}
