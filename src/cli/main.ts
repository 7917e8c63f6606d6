import { inflateRawSync } from 'node:zlib';
import { ruleList } from '../core/validate/rule-list';
import { createAnnotator } from '../files/annotate/create-annotator';
import { createExpander } from '../files/archives/expand-archive';
import { createDocumentWriter } from '../files/docx-writer/create-document-writer';
import { readAttachment } from '../files/readers/read-attachment';
import { createReader } from '../files/readers/read-workbook';
import { openRefusal, sizeRefusal } from '../files/unopened';
import { webHasher } from '../files/hash/web-hasher';
import { createXlsxWriter } from '../files/xlsx-writer/create-xlsx-writer';
import { zipFiles } from '../files/zip/zip-files';
import { phuluc } from './phuluc';

// A reader that has seen enough (head, less) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function progress(done: number, total: number, file: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < total ? `\r\u001b[KĐang đọc ${done + 1}/${total}: ${file}` : '\r\u001b[K');
}

// Node's own inflate is twice as fast as the one for browsers; the size limit is the same.
const inflate = (deflated: Uint8Array, size: number): Uint8Array =>
  inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) });
const deps = {
  reader: createReader({ inflate }),
  archives: createExpander({ inflate }),
  unopened: (size: number | null) => (size === null ? openRefusal() : sizeRefusal(size)),
  hasher: webHasher,
  attachment: readAttachment,
  workbooks: createXlsxWriter(),
  documents: createDocumentWriter(),
  annotator: createAnnotator(),
  zip: zipFiles,
  rules: ruleList,
  now: () => new Date().toISOString(),
  progress,
  say,
  complain,
};

phuluc(process.argv.slice(2), deps).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(`Lỗi của chương trình: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 70;
  },
);
