import { letterDefaults } from '../../app/returns/letter-defaults';
import { makeReturns } from '../../app/returns/make-returns';
import type { SourceFile } from '../../app/ports';
import { returnNotices } from '../../app/returns/return-notice';
import { collectFiles, type FoundFile } from '../collect-files';
import type { CliDeps } from '../deps';
import { readSources } from '../read-sources';
import { run } from '../run';
import { command } from '../table/command';
import { DONE, nothing, wrong } from '../table/outcome';
import { CASE_RUN_OPTIONS, PATHS, runRequest } from '../table/shared-options';
import { writeTree } from '../write-tree';

/** Writes what goes back to each agency: copies with notes at the cells, a letter, a message. */
export const returnFiles = command({
  name: 'return',
  summary:
    'Trả lại tệp cho các đơn vị có lỗi: bản sao có ghi chú tại ô, công văn, tin nhắn. Mã thoát 3 nếu không có gì để ' +
    'trả lại.',
  words: [PATHS],
  options: {
    out: { kind: 'text', value: 'THUMUC|TEP.zip', help: 'thư mục hoặc tệp nén để ghi', required: true, file: 'tree' },
    ...CASE_RUN_OPTIONS,
    agency: { kind: 'text', value: 'MÃ', help: 'chỉ cho đơn vị này, kể cả khi chỉ cần giải trình' },
    all: { kind: 'flag', help: 'cả các đơn vị chỉ cần giải trình' },
    deadline: { kind: 'text', value: '05/12/2020', help: 'hạn gửi lại' },
    issuer: { kind: 'text', value: '"Sở Nội vụ"', help: 'cơ quan gửi công văn' },
    superior: { kind: 'text', value: '"UBND tỉnh Khánh Hòa"', help: 'cơ quan cấp trên' },
    place: { kind: 'text', value: '"Khánh Hòa"', help: 'địa danh' },
    symbol: { kind: 'text', value: 'SNV-CCHC', help: 'ký hiệu công văn' },
    signer: { kind: 'list', value: '"GIÁM ĐỐC"', help: 'quyền hạn, chức vụ người ký; mỗi dòng một lần' },
    name: { kind: 'text', value: '"Họ tên"', help: 'người ký' },
  },
  async run({ words, options: o }, deps) {
    const done = await run(runRequest(words, o), deps);
    if (!done.ok) return done;
    const choice = { questions: o.all, ...(o.agency === null ? {} : { agency: o.agency }) };
    const notices = returnNotices(done.result, choice, {
      ...letterDefaults(done.result.register),
      ...(o.deadline ? { deadline: o.deadline } : {}),
      ...(o.issuer ? { issuer: o.issuer } : {}),
      ...(o.superior ? { superior: o.superior } : {}),
      ...(o.place ? { place: o.place } : {}),
      ...(o.symbol ? { symbol: o.symbol } : {}),
      ...(o.signer.length > 0 ? { signers: [...o.signer] } : {}),
      ...(o.name ? { signerName: o.name } : {}),
    });
    if (notices.length === 0)
      return nothing(
        o.agency === null
          ? 'Không có đơn vị nào cần trả lại tệp.'
          : `Đơn vị ${o.agency} không có nội dung nào cần trả lại, hoặc không có trong các tệp đã đọc.`,
      );
    const found = await collectFiles(words);
    const files = found.ok ? found.files : [];
    for (const { file } of notices.flatMap((n) => n.files)) {
      const known = done.result.files.find((f) => f.file === file)?.sha256;
      if (known !== (await deps.hasher.sha256((await sourceOf(file, files, deps)).bytes)))
        return wrong(`Tệp “${file}” đã thay đổi từ lúc kiểm tra; chưa ghi tệp nào, đề nghị chạy lại.`);
    }
    const made = await makeReturns(notices, {
      annotator: deps.annotator,
      documents: deps.documents,
      source: (file) => sourceOf(file, files, deps),
    });
    const kept = await writeTree(o.out, made, deps.zip);
    for (const n of notices)
      deps.say(`${n.name}: ${n.errors.length} nội dung cần chỉnh sửa, ${n.questions.length} nội dung cần giải trình`);
    for (const k of kept)
      deps.say(`“${k.kept}” đã có và khác bản vừa lập nên được giữ nguyên; bản vừa lập ghi ở “${k.written}”`);
    deps.say(`Đã ghi ${made.length} tệp cho ${notices.length} đơn vị: ${o.out}`);
    return DONE;
  },
});

/** A file in an archive is called by the archive's name and its own. */
async function sourceOf(file: string, files: readonly FoundFile[], deps: CliDeps): Promise<SourceFile> {
  const at = files.find((f) => f.file === file || file.startsWith(`${f.file}/`)) ?? { path: file, file };
  return (await readSources(at, deps)).find((s) => s.file === file) ?? { file, bytes: new Uint8Array() };
}
