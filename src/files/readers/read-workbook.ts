import type { ReadResult, SourceFile, WorkbookReader } from '../../app/ports';
import { READ_LIMITS } from '../limits';
import { damaged, encrypted, megabytes, Refusal, tooLarge } from '../refusal';
import { detectFormat, type FileFormat } from './format';
import type { FormatReader, ReaderOptions } from './format-reader';
import { checkGrids } from './grid-limits';
import { misnamedIssue, misnamedReason, misnaming } from './misnamed';
import { UNSUPPORTED } from './unsupported-words';

/**
 * Readers by format. To add one: write readers/<format>/read-<format>.ts, name it here with its own `import()` so that
 * a bundler puts it into a file of its own, and run test/files/reader-contract.ts on it.
 */
export const READERS: Partial<Record<FileFormat, () => Promise<FormatReader>>> = {
  xlsx: async () => (await import('./xlsx/read-xlsx')).readXlsx,
  ods: async () => (await import('./ods/read-ods')).readOds,
  csv: async () => (await import('./csv/read-csv')).readCsv,
  xls: async () => (await import('./xls/read-xls')).readXls,
  html: async () => (await import('./html/read-html')).readHtml,
  xlsb: async () => (await import('./xlsb/read-xlsb')).readXlsb,
  'xml-2003': async () => (await import('./xml-2003/read-xml-2003')).readXml2003,
  fods: async () => (await import('./ods/read-ods')).readFods,
  mhtml: async () => (await import('./mhtml/read-mhtml')).readMhtml,
  docx: async () => (await import('./docx/read-docx')).readDocx,
};

/** A reader of received files that goes by what the bytes are, whatever the file is called. */
export function createReader(options: ReaderOptions = {}, readers = READERS): WorkbookReader {
  return {
    async read(source: SourceFile): Promise<ReadResult> {
      const limits = options.limits ?? READ_LIMITS;
      const passwords = [...(source.passwords ?? []), ...(options.passwords ?? [])];
      if (source.bytes.length > limits.fileBytes)
        return tooLarge(`tệp nặng ${megabytes(source.bytes.length)}`).unread();
      let { bytes } = source;
      let format = detectFormat(bytes);
      if (format === 'encrypted-office') {
        const opened = await open(bytes, passwords);
        if (opened === null) return encrypted().unread();
        bytes = opened;
        format = detectFormat(bytes);
      }
      if (format === 'empty') {
        return {
          ok: false,
          rule: 'file-unreadable',
          message: 'Tệp rỗng (0 byte), không có nội dung nào; đề nghị đơn vị gửi lại tệp.',
        };
      }
      if (format === 'encrypted-office') return encrypted().unread();
      const load = readers[format];
      const misnamed = misnaming(source.file, format);
      if (!load)
        return {
          ok: false,
          rule: 'file-unsupported',
          message: misnamed ? misnamedReason(misnamed, UNSUPPORTED[format]) : UNSUPPORTED[format],
        };
      const result = await readSafely(await load(), bytes, { ...options, passwords });
      if (!misnamed) return result;
      return result.ok
        ? { ...result, issues: [misnamedIssue(misnamed), ...result.issues] }
        : { ...result, message: misnamedReason(misnamed, result.message) };
    },
  };
}

/**
 * The workbook inside an encrypted file that is only protected against changes, or that one of the passwords opens;
 * null where it has another.
 */
async function open(bytes: Uint8Array, passwords: readonly string[]): Promise<Uint8Array | null> {
  try {
    return await (await import('../ole/read-only-password')).openEncrypted(bytes, passwords);
  } catch {
    return null;
  }
}

/** One file with which a reader cannot cope must not end the run over all the others. */
async function readSafely(read: FormatReader, bytes: Uint8Array, options: ReaderOptions): Promise<ReadResult> {
  try {
    const result = await read(bytes, options);
    if (result.ok) checkGrids(result.grids, options.limits ?? READ_LIMITS);
    return result;
  } catch (error) {
    if (error instanceof Refusal) return error.unread();
    const code = error instanceof Error ? error.message.slice(0, 120) : 'không rõ';
    return damaged(`lỗi của chương trình khi đọc, mã lỗi: ${code}`).unread();
  }
}
