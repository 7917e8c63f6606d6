import { makeSession, type Session } from '../app/session/session';
import type { SessionDeps } from '../app/session/session-deps';
import { anyHasher } from '../files/hash/any-hasher';
import { readAttachment } from '../files/readers/read-attachment';
import { createReader } from '../files/readers/read-workbook';
import { builtInRegisters } from './registers';

/**
 * A session with the program's own readers and writers: in the worker, in the page, in tests and on the command line.
 * What only some sessions need is loaded with its first use. `others`: what is done in another way.
 */
export function createSession(others: Partial<SessionDeps> = {}): Session {
  return makeSession({
    reader: createReader(),
    hasher: anyHasher,
    attachment: readAttachment,
    registers: builtInRegisters,
    expand: async (source) => (await import('../files/archives/expand-archive')).expandArchive(source),
    workbooks: async () => (await import('../files/xlsx-writer/create-xlsx-writer')).createXlsxWriter(),
    documents: async () => (await import('../files/docx-writer/create-document-writer')).createDocumentWriter(),
    annotator: async () => (await import('../files/annotate/create-annotator')).createAnnotator(),
    zip: async (files) => (await import('../files/zip/zip-files')).zipFiles(files),
    ...others,
  });
}
