import os from 'node:os';
import { isMainThread, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { ruleList } from '../core/validate/rule-list';
import { createAnnotator } from '../files/annotate/create-annotator';
import { createExpander } from '../files/archives/expand-archive';
import { createDocumentWriter } from '../files/docx-writer/create-document-writer';
import { readAttachment } from '../files/readers/read-attachment';
import { createReader } from '../files/readers/read-workbook';
import { brokenRefusal, FILE_LIMITS, lateRefusal, memoryRefusal } from '../files/stopped';
import { openRefusal, sizeRefusal } from '../files/unopened';
import { webHasher } from '../files/hash/web-hasher';
import { createXlsxWriter } from '../files/xlsx-writer/create-xlsx-writer';
import { zipFiles } from '../files/zip/zip-files';
import { phuluc } from './phuluc';
import { plainLine } from './plain-line';
import { isThreadData } from './reading/messages';
import { answerTasks } from './reading/reading-thread';
import { poolReader } from './reading/thread-pool';

// Who reads the words may have seen enough (head, less): the work is finished, and its result gives the exit code.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const say = (line: string): void => {
  process.stdout.write(`${plainLine(line)}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${plainLine(line)}\n`);
};

function progress(done: number, total: number, file: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < total ? `\r\u001b[KĐang đọc ${done + 1}/${total}: ${plainLine(file)}` : '\r\u001b[K');
}

// Node's own inflate is twice as fast as the one for browsers; the size limit is the same.
const inflate = (deflated: Uint8Array, size: number): Uint8Array =>
  inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) });
// By the environment: what stands on a command line is kept in the shell's history and seen by others.
const passwords = (process.env.PHULUC_PASSWORDS ?? '').split(/\r?\n/).filter((p) => p !== '');
const reading = {
  reader: createReader({ inflate, passwords }),
  archives: createExpander({ inflate }),
  unopened: (size: number | null) => (size === null ? openRefusal() : sizeRefusal(size)),
  hasher: webHasher,
};

/** Seconds of processor time for one file where a person says so: a slow machine needs more. */
const seconds = Number(process.env.PHULUC_FILE_SECONDS);
const readFiles = poolReader(reading, {
  entry: __filename,
  threads: Math.min(4, Math.max(2, os.availableParallelism())),
  limits: { ...FILE_LIMITS, ...(seconds > 0 ? { ms: seconds * 1_000 } : {}) },
  late: lateRefusal,
  tooMuch: memoryRefusal,
  broken: brokenRefusal,
});

function runCommand(): void {
  const deps = {
    ...reading,
    readFiles,
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
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      `Lỗi của chương trình: ${words}`.split('\n').forEach(complain);
      process.exitCode = 70;
    },
  );
}

// A reading thread is started from this same file: the built program is one file.
if (!isMainThread && isThreadData(workerData)) answerTasks(workerData, reading);
else runCommand();
