import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ReadResult } from '../../src/app/ports';
import { phuluc } from '../../src/cli/phuluc';
import { createAnnotator } from '../../src/files/annotate/create-annotator';
import { createExpander } from '../../src/files/archives/expand-archive';
import { createDocumentWriter } from '../../src/files/docx-writer/create-document-writer';
import { readAttachment } from '../../src/files/readers/read-attachment';
import { createReader } from '../../src/files/readers/read-workbook';
import { openRefusal, sizeRefusal } from '../../src/files/unopened';
import { webHasher } from '../../src/files/hash/web-hasher';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { zipFiles } from '../../src/files/zip/zip-files';
import { ruleList } from '../../src/core/validate/rule-list';
import type { Came } from './the-year';

export interface Answer {
  code: number;
  out: string;
  err: string;
}

/**
 * The folder of one officer and the command line in it. Paths are those of the folder; files are unpacked once, for
 * speed.
 */
export class Office {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-nam-'));
  private readonly unpacked = new Map<string, Promise<ReadResult>>();

  at(name: string): string {
    return path.join(this.folder, name);
  }
  read(name: string): Buffer {
    return readFileSync(this.at(name));
  }
  exists(name: string): boolean {
    return existsSync(this.at(name));
  }
  sha(name: string): string {
    return createHash('sha256').update(this.read(name)).digest('hex');
  }
  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  put(folder: string, ...came: Came[]): void {
    for (const { file, bytes } of came) this.write(`${folder}/${file}`, bytes);
  }

  write(name: string, bytes: Uint8Array | string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), bytes);
  }

  /** Words that begin with "./" are paths in the folder. */
  async phuluc(...words: string[]): Promise<Answer> {
    const [out, err]: [string[], string[]] = [[], []];
    const reader = createReader();
    const code = await phuluc(
      words.map((w) => (w.startsWith('./') ? this.at(w.slice(2)) : w)),
      {
        reader: {
          read: (source) => {
            const key = `${path.extname(source.file)} ${createHash('sha1').update(source.bytes).digest('hex')}`;
            const known = this.unpacked.get(key) ?? reader.read(source);
            this.unpacked.set(key, known);
            return known;
          },
        },
        archives: createExpander(),
        unopened: (size) => (size === null ? openRefusal() : sizeRefusal(size)),
        hasher: webHasher,
        attachment: readAttachment,
        workbooks: createXlsxWriter(),
        documents: createDocumentWriter(),
        annotator: createAnnotator(),
        zip: zipFiles,
        rules: ruleList,
        now: () => '2026-06-30T01:00:00.000Z',
        progress: () => undefined,
        say: (line) => {
          out.push(line);
        },
        complain: (line) => {
          err.push(line);
        },
      },
    );
    return { code, out: out.join('\n').replaceAll(this.folder, '.'), err: err.join('\n').replaceAll(this.folder, '.') };
  }
}
