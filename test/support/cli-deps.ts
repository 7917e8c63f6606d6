import type { CliDeps } from '../../src/cli/deps';
import { ruleList } from '../../src/core/validate/rule-list';
import { createAnnotator } from '../../src/files/annotate/create-annotator';
import { createExpander } from '../../src/files/archives/expand-archive';
import { createDocumentWriter } from '../../src/files/docx-writer/create-document-writer';
import { webHasher } from '../../src/files/hash/web-hasher';
import { readAttachment } from '../../src/files/readers/read-attachment';
import { createReader } from '../../src/files/readers/read-workbook';
import { openRefusal, sizeRefusal } from '../../src/files/unopened';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { zipFiles } from '../../src/files/zip/zip-files';

/** What the command line is made of, as in cli/main.ts; what it prints is kept in `said` and `complaints`. */
export function cliDeps(): CliDeps & { said: string[]; complaints: string[] } {
  const [said, complaints]: [string[], string[]] = [[], []];
  return {
    said,
    complaints,
    reader: createReader(),
    archives: createExpander(),
    unopened: (size) => (size === null ? openRefusal() : sizeRefusal(size)),
    hasher: webHasher,
    attachment: readAttachment,
    workbooks: createXlsxWriter(),
    documents: createDocumentWriter(),
    annotator: createAnnotator(),
    zip: zipFiles,
    rules: ruleList,
    now: () => '2020-12-16T02:00:00.000Z',
    progress: () => undefined,
    say: (line) => {
      said.push(line);
    },
    complain: (line) => {
      complaints.push(line);
    },
  };
}
