import { resolveFinding } from '../../../app/case/resolve-finding';
import { wrong } from '../../table/outcome';
import type { OptionSpec } from '../../table/specs';
import { figureTrouble, readFigure } from '../read-figure';
import { decisionCommand } from './decision-command';
import { agencyNamed, fileNamed } from './names';

const FILE = { kind: 'text', value: 'TỆP', help: 'tệp, tên như trong phuluc check', required: true } as const;
const FORM = { kind: 'text', value: 'BIEU', help: 'chỉ biểu này của tệp' } as const;
const AGENCY = { kind: 'text', value: 'MÃ', help: 'đơn vị, theo mã hoặc tên đầy đủ', required: true } as const;
const RULE = { kind: 'text', value: 'MÃ', help: 'quy tắc, xem phuluc rules', required: true } as const;
const FIGURE = {
  kind: 'text',
  value: 'BIEU/DONG/COT',
  help: 'số liệu, ví dụ phu-luc-2/26/district',
  required: true,
  check: figureTrouble,
} as const satisfies OptionSpec;

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));

/** Every decision that a person can take on a case, in the order of the help. */
export const DECISIONS = [
  decisionCommand({
    verb: 'accept',
    summary: 'Chấp nhận một phát hiện.',
    options: {
      finding: { kind: 'text', value: 'MÃ', help: 'mã phát hiện in bởi "phuluc case findings"', required: true },
    },
    request({ finding }, run) {
      const key = resolveFinding(run, finding);
      return key
        ? { kind: 'accept', key }
        : wrong(`Không có phát hiện "${finding}"; mã phát hiện in bởi "phuluc case findings".`);
    },
  }),
  decisionCommand({
    verb: 'off',
    summary: 'Tắt một quy tắc kiểm tra.',
    options: { rule: RULE },
    withoutFiles: true,
    request: ({ rule }) => ({ kind: 'rule-off', rule }),
  }),
  decisionCommand({
    verb: 'on',
    summary: 'Bật lại một quy tắc kiểm tra.',
    options: { rule: RULE },
    withoutFiles: true,
    request: ({ rule }) => ({ kind: 'rule-on', rule }),
  }),
  decisionCommand({
    verb: 'adjust',
    summary: 'Điều chỉnh một số liệu toàn tỉnh.',
    options: {
      figure: FIGURE,
      value: {
        kind: 'text',
        value: 'SỐ',
        help: 'số mới',
        required: true,
        check: (text) => (Number.isFinite(numberOf(text)) ? null : '--value là một số, ví dụ 40 hoặc 12,5.'),
      },
    },
    request({ figure, value }) {
      const named = readFigure(figure);
      const trouble = figureTrouble(figure);
      return named ? { kind: 'adjust', ...named, value: numberOf(value) } : wrong(trouble ?? figure);
    },
  }),
  decisionCommand({
    verb: 'approve',
    summary: 'Duyệt bài nộp của một đơn vị.',
    options: { agency: AGENCY },
    request({ agency }, run) {
      const code = agencyNamed(run, agency);
      return typeof code === 'string' ? { kind: 'approve', agency: code } : code;
    },
  }),
  decisionCommand({
    verb: 'reopen',
    summary: 'Mở lại bài nộp đã duyệt.',
    options: { agency: AGENCY },
    request({ agency }, run) {
      const code = agencyNamed(run, agency);
      return typeof code === 'string' ? { kind: 'reopen', agency: code } : code;
    },
  }),
  decisionCommand({
    verb: 'leave-out',
    summary: 'Không tính một tệp (hoặc một biểu của tệp), ví dụ vì trùng.',
    options: { file: FILE, form: FORM },
    request: ({ file, form }, run) => ({ kind: 'leave-out', file: fileNamed(run, file), template: form }),
  }),
  decisionCommand({
    verb: 'return',
    summary: 'Trả lại một tệp cho đơn vị.',
    options: { file: FILE },
    request: ({ file }, run) => ({ kind: 'return', file: fileNamed(run, file) }),
  }),
  decisionCommand({
    verb: 'choose',
    summary: 'Chọn bản được tính khi một đơn vị gửi nhiều bản.',
    options: { file: FILE, form: FORM },
    request: ({ file, form }, run) => ({ kind: 'choose-version', file: fileNamed(run, file), template: form }),
  }),
  decisionCommand({
    verb: 'confirm',
    summary: 'Xác nhận đơn vị gửi của một tệp.',
    options: { file: FILE, agency: AGENCY },
    request({ file, agency }, run) {
      const code = agencyNamed(run, agency);
      return typeof code === 'string' ? { kind: 'confirm-agency', file: fileNamed(run, file), agency: code } : code;
    },
  }),
  decisionCommand({
    verb: 'control',
    summary: 'Biểu toàn tỉnh chỉ để đối chiếu, không cộng.',
    options: { file: FILE, form: FORM },
    request: ({ file, form }, run) => ({
      kind: 'scope',
      file: fileNamed(run, file),
      template: form,
      scope: 'province-wide',
    }),
  }),
  decisionCommand({
    verb: 'own',
    summary: 'Biểu là số của riêng đơn vị, được cộng.',
    options: { file: FILE, form: FORM },
    request: ({ file, form }, run) => ({ kind: 'scope', file: fileNamed(run, file), template: form, scope: 'own' }),
  }),
  decisionCommand({
    verb: 'revoke',
    summary: 'Hủy một dòng nhật ký.',
    options: {
      entry: {
        kind: 'text',
        value: 'SỐ',
        help: 'số của dòng nhật ký',
        required: true,
        check: (text) => (/^\d{1,9}$/.test(text) ? null : '--entry là số của dòng nhật ký.'),
      },
    },
    withoutFiles: true,
    request: ({ entry }) => ({ kind: 'revoke', entry: Number(entry) }),
  }),
];
