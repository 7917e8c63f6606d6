import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { signNoteWords } from '../../app/signing/sign-note-words';
import { signNotes } from '../../app/signing/sign-notes';
import { signedName } from '../../app/signing/signed-name';
import { signOptions, signSet } from '../../app/signing/sign-set';
import { readDate } from '../../core/text/date';
import { run } from '../run';
import { command } from '../table/command';
import { DONE, nothing } from '../table/outcome';
import { CASE_RUN_OPTIONS, PATHS, runRequest } from '../table/shared-options';
import { writeWhole } from '../write-file';

/** The day of "15/12/2020", or null where it is not one day. */
function dayOf(text: string): string | null {
  const day = readDate(text);
  return day.kind === 'date' && day.from === day.to ? day.from : null;
}

/** Writes the set that the leadership signs. */
export const sign = command({
  name: 'sign',
  summary: 'Bộ phụ lục trình ký, dạng .xlsx và .docx. Mã thoát 3 nếu đối soát không khớp hoặc không có gì để tổng hợp.',
  words: [PATHS],
  options: {
    out: { kind: 'text', value: 'THUMUC', help: 'thư mục để ghi', required: true, file: 'tree' },
    ...CASE_RUN_OPTIONS,
    numerals: {
      kind: 'text',
      value: 'roman|arabic',
      help: 'đánh số phụ lục',
      check: (text) =>
        text === 'roman' || text === 'arabic' ? null : '--numerals là roman (Phụ lục II) hoặc arabic (Phụ lục 2).',
    },
    place: { kind: 'text', value: '"Khánh Hòa"', help: 'địa danh' },
    issuer: { kind: 'text', value: '"UBND tỉnh Khánh Hòa"', help: 'cơ quan ban hành' },
    signer: {
      kind: 'list',
      value: '"TM. ỦY BAN NHÂN DÂN"',
      help: 'quyền hạn, chức vụ người ký; mỗi dòng một lần',
    },
    name: { kind: 'text', value: '"Họ tên"', help: 'người ký' },
    preparer: { kind: 'text', value: '"Họ tên"', help: 'người lập biểu' },
    'report-number': { kind: 'text', value: '312/BC-UBND', help: 'số báo cáo' },
    'report-date': {
      kind: 'text',
      value: '15/12/2020',
      help: 'ngày báo cáo',
      check: (text) => (dayOf(text) === null ? '--report-date là một ngày, ví dụ 15/12/2020.' : null),
    },
  },
  async run({ words, options: o }, deps) {
    const done = await run(runRequest(words, o), deps);
    if (!done.ok) return done;
    const { result } = done;
    const numerals = o.numerals === 'roman' || o.numerals === 'arabic' ? o.numerals : null;
    const reportDate = o['report-date'] === null ? null : dayOf(o['report-date']);
    const set = signSet(
      result,
      signOptions(result.state.settings, {
        ...(numerals ? { numerals } : {}),
        ...(o.place ? { place: o.place } : {}),
        ...(o.issuer ? { issuer: o.issuer } : {}),
        ...(o.signer.length > 0 ? { signers: [...o.signer] } : {}),
        ...(o.name ? { signerName: o.name } : {}),
        ...(o.preparer !== null ? { preparer: o.preparer } : {}),
        ...(o['report-number'] ? { reportNumber: o['report-number'] } : {}),
        ...(reportDate ? { reportDate } : {}),
      }),
    );
    if (!set.ok)
      return nothing(
        set.reason === 'proof'
          ? 'Không lập bộ trình ký vì đối soát không khớp.'
          : 'Không có phụ lục nào để tổng hợp, nên không lập bộ trình ký.',
      );
    const base = path.join(o.out, signedName(result.period));
    await mkdir(o.out, { recursive: true });
    await writeWhole(`${base}.xlsx`, await deps.workbooks.write(set.plan));
    await writeWhole(`${base}.docx`, await deps.documents.writeAppendices(set.plan));
    for (const note of signNotes(result)) deps.complain(`Lưu ý: ${signNoteWords(note)}`);
    deps.say(`Bộ trình ký: ${base}.xlsx`);
    deps.say(`             ${base}.docx`);
    return DONE;
  },
});
