import { stat } from 'node:fs/promises';
import { canonicalJson } from '../../app/case/canonical-json';
import { decide } from '../../app/case/decide';
import { type DecisionRequest } from '../../app/case/decision';
import { newCase } from '../../app/case/new-case';
import { findingId, resolveFinding } from '../../app/case/resolve-finding';
import { runCase, type CaseRun } from '../../app/case/run-case';
import { takeDown } from '../../app/case/take-down';
import { figureWords } from '../../app/case/journal-sentences';
import { versionEffect } from '../../app/case/version-effect';
import type { CaseState } from '../../core/model/case';
import { formatCount } from '../../core/text/format-number';
import { JOURNAL_WORDS } from '../../core/text/journal-words';
import { vietnamTime } from '../../core/text/vietnam-time';
import type { WrongUsage } from '../args';
import { loadCase } from '../load-case';
import { otherPeriod, receiveAll, type ReceivedAll } from '../receive-all';
import type { RunDeps } from '../run-request';
import { writeWhole } from '../write-file';
import { readFigure, readOptions, type Console, type Options } from './read-options';

const DECISIONS = [
  'accept',
  'off',
  'on',
  'adjust',
  'approve',
  'reopen',
  'leave-out',
  'return',
  'choose',
  'confirm',
  'control',
  'own',
  'revoke',
] as const;
const LOOKS = ['new', 'save', 'show', 'findings', 'preview'] as const;
type Verb = (typeof DECISIONS)[number] | (typeof LOOKS)[number];

export interface CaseArgs {
  verb: Verb;
  file: string;
  paths: string[];
  options: Options;
}

/** Reads what follows "case" on the command line. */
export function readCaseArgs(rest: readonly string[]): CaseArgs | WrongUsage {
  const read = readOptions(rest, [
    'agencies',
    'confirmations',
    'period',
    'by',
    'reason',
    'at',
    'finding',
    'rule',
    'figure',
    'value',
    'agency',
    'file',
    'form',
    'entry',
    'received-on',
  ]);
  if ('wrong' in read) return read;
  const [verb, file, ...paths] = read.positionals;
  if (![...DECISIONS, ...LOOKS].includes(verb as Verb))
    return { wrong: `Lệnh case cần một việc: ${[...LOOKS, ...DECISIONS].join(', ')}.` };
  if (file === undefined) return { wrong: 'Lệnh case cần tệp hồ sơ (HOSO.json).' };
  const writes = verb !== 'show' && verb !== 'findings' && verb !== 'preview';
  if (writes && !/\.json$/i.test(file))
    return { wrong: 'Hồ sơ được ghi ra tệp .json; hồ sơ trong tệp kết quả .xlsx chỉ để mở lại.' };
  if (paths.length === 0 && !['show', 'revoke', 'off', 'on'].includes(verb!))
    return { wrong: `Việc ${verb} cần tệp hoặc thư mục của các đơn vị.` };
  if ((DECISIONS as readonly string[]).includes(verb!) && (!read.values['by'] || !read.values['reason']))
    return { wrong: 'Quyết định cần --by "Họ tên" và --reason "Lý do".' };
  const day = read.values['received-on'];
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return { wrong: '--received-on viết dạng 2020-12-15.' };
  return { verb: verb as Verb, file, paths, options: read };
}

/**
 * `now` tells the time of a decision that does not name one. Exit codes: 0, 2 wrong usage, 3 the decision cannot stand.
 */
export async function workOnCase(args: CaseArgs, deps: RunDeps & Console & { now(): string }): Promise<0 | 2 | 3> {
  const exists = await stat(args.file).then(
    () => true,
    () => false,
  );
  if (args.verb === 'new' && exists) {
    deps.complain(`Hồ sơ ${args.file} đã có; không ghi đè.`);
    return 2;
  }
  const state = args.verb === 'new' ? newCase() : await loadCase(args.file, deps);
  if ('wrong' in state) {
    deps.complain(state.wrong);
    return 2;
  }
  if (args.verb === 'show') {
    journalLines(state).forEach(deps.say);
    return 0;
  }
  const v = args.options.values;
  const all = await receiveAll(
    {
      paths: args.paths,
      agencies: v['agencies'] ?? null,
      confirmations: v['confirmations'] ?? null,
      period: v['period'] ?? state.period?.label ?? null,
      except: null,
    },
    deps,
  );
  if ('wrong' in all) {
    deps.complain(all.wrong);
    return 2;
  }
  const options = { ...all.options, period: v['period'] ? all.options.period : (state.period ?? all.options.period) };
  const other = otherPeriod(state, options.period);
  if (other) {
    deps.complain(other);
    return 2;
  }
  const run = runCase(all.received, options, state);
  if (args.verb === 'findings') {
    findingList(run).forEach(deps.say);
    return 0;
  }
  if (args.verb === 'preview') return preview(args, run, { ...all, options }, deps);
  if (args.verb === 'new' || args.verb === 'save') {
    const saved = takeDown(state, run, { sizes: all.sizes, receivedOn: v['received-on'] ?? null });
    await writeWhole(args.file, canonicalJson(saved));
    // Once saved, the new content is what the case knows: this is the last time that the change is told.
    for (const f of run.findings) if (f.rule === 'source-changed') deps.complain(`Lưu ý: ${f.message}`);
    deps.say(`Đã ghi hồ sơ ${args.file}: ${saved.files.length} tệp, ${saved.journal.length} dòng nhật ký.`);
    return 0;
  }
  const request = requestOf(args, run);
  if ('wrong' in request) {
    deps.complain(request.wrong);
    return 2;
  }
  const decided = decide(run, request, { by: v['by'] ?? '', reason: v['reason'] ?? '', at: v['at'] ?? deps.now() });
  if (!decided.ok) {
    deps.complain(decided.message);
    for (const f of decided.blocking ?? [])
      deps.complain(`  ${findingId(run.keys[run.findings.indexOf(f)]!)}  ${f.message}`);
    return 3;
  }
  await writeWhole(args.file, canonicalJson(decided.state));
  for (const e of decided.entries) deps.say(`Đã ghi nhật ký số ${e.id} – ${JOURNAL_WORDS[e.kind]}: ${e.about}`);
  return 0;
}

function requestOf({ verb, options: { values: v } }: CaseArgs, run: CaseRun): DecisionRequest | WrongUsage {
  const need = (name: string, what: string): WrongUsage => ({ wrong: `Việc ${verb} cần --${name} ${what}.` });
  switch (verb) {
    case 'accept': {
      const key = v['finding'] ? resolveFinding(run, v['finding']) : null;
      return key ? { kind: 'accept', key } : need('finding', 'MÃ (mã phát hiện in bởi "phuluc case findings")');
    }
    case 'off':
    case 'on':
      return v['rule']
        ? { kind: verb === 'off' ? 'rule-off' : 'rule-on', rule: v['rule'] }
        : need('rule', 'MÃ QUY TẮC');
    case 'adjust': {
      const figure = readFigure(v['figure']);
      const value = Number(v['value']?.replace(',', '.'));
      if (!figure) return need('figure', 'BIEU/DONG/COT');
      return v['value'] === undefined || v['value'].trim() === '' || Number.isNaN(value)
        ? need('value', 'SỐ')
        : { kind: 'adjust', ...figure, value };
    }
    case 'approve':
    case 'reopen': {
      const agency = agencyNamed(run, v['agency'] ?? '');
      return v['agency'] ? (agency ? { kind: verb, agency } : noAgency(v['agency'])) : need('agency', 'MÃ ĐƠN VỊ');
    }
    case 'revoke':
      return Number.isInteger(Number(v['entry']))
        ? { kind: 'revoke', entry: Number(v['entry']) }
        : need('entry', 'SỐ DÒNG');
    case 'confirm': {
      const agency = agencyNamed(run, v['agency'] ?? '');
      return !v['file'] || !v['agency']
        ? need('file', 'TỆP và --agency MÃ ĐƠN VỊ')
        : agency
          ? { kind: 'confirm-agency', file: fileNamed(run, v['file']), agency }
          : noAgency(v['agency']);
    }
    case 'return':
      return v['file'] ? { kind: 'return', file: fileNamed(run, v['file']) } : need('file', 'TỆP');
    case 'leave-out':
      return v['file']
        ? { kind: 'leave-out', file: fileNamed(run, v['file']), template: v['form'] ?? null }
        : need('file', 'TỆP');
    case 'control':
    case 'own':
      return v['file']
        ? {
            kind: 'scope',
            file: fileNamed(run, v['file']),
            template: v['form'] ?? null,
            scope: verb === 'own' ? 'own' : 'province-wide',
          }
        : need('file', 'TỆP');
    case 'choose':
      return v['file']
        ? { kind: 'choose-version', file: fileNamed(run, v['file']), template: v['form'] ?? null }
        : need('file', 'TỆP');
    default:
      return { wrong: `Việc ${verb} không phải là quyết định.` };
  }
}

/** By code, in whatever case, or by full name; null where nobody is called so. */
function agencyNamed({ register, consolidation, files }: CaseRun, name: string): string | null {
  const plain = name.normalize('NFC').trim().toLowerCase();
  const known = [
    ...(register?.agencies ?? []),
    ...consolidation.submissions.map((s) => ({ code: s.key, name: s.name })),
  ];
  const found = known.find((a) => a.code.toLowerCase() === plain) ?? known.find((a) => a.name.toLowerCase() === plain);
  // Without a register or files there is nothing to hold the code against.
  return found?.code ?? (!register && files.length === 0 && plain !== '' ? name.normalize('NFC') : null);
}

const noAgency = (name: string): WrongUsage => ({
  wrong: `Không có đơn vị "${name}" trong danh mục và trong các tệp đã đọc; mã đơn vị xem ở cột đầu của phuluc board.`,
});

/**
 * As named in the run; else with the folder given before it ("nhan/STP.xlsx"), or without its own ("STP.xlsx" in "lan
 * 2") where only one is called so.
 */
function fileNamed(run: CaseRun, name: string): string {
  const plain = name.normalize('NFC').replace(/\\/g, '/');
  const named = (is: (file: string) => boolean): string | undefined => {
    const found = run.files.filter((f) => is(f.file.normalize('NFC')));
    return found.length === 1 ? found[0]!.file : undefined;
  };
  return (
    named((f) => f === plain) ?? named((f) => plain.endsWith(`/${f}`)) ?? named((f) => f.endsWith(`/${plain}`)) ?? plain
  );
}

/** What choosing a version would change. */
function preview({ options: { values: v } }: CaseArgs, run: CaseRun, all: ReceivedAll, deps: Console): 0 | 2 | 3 {
  if (!v['file']) {
    deps.complain('Việc preview cần --file TỆP.');
    return 2;
  }
  const effect = versionEffect(run, all.received, all.options, fileNamed(run, v['file']), v['form'] ?? null);
  if (!effect.ok) {
    deps.complain(effect.message);
    return 3;
  }
  deps.say(
    effect.returned
      ? `Bản gửi lại ${effect.file} đang được tính; khác bản đã trả lại (${effect.counted.join(', ')}) ở ` +
          `${effect.cells.length} ô, làm ${effect.figures.length} số liệu toàn tỉnh khác đi.`
      : `Đang tính: ${effect.counted.join(', ')}. Nếu chọn ${effect.file}: ${effect.cells.length} ô khác, ` +
          `${effect.figures.length} số liệu toàn tỉnh thay đổi.`,
  );
  if (effect.locked) deps.say('Bài nộp của đơn vị đang khóa vì đã duyệt: cần mở lại (reopen) trước khi chọn.');
  for (const c of effect.cells) deps.say(`  ${figureWords(c)}: “${c.before?.text ?? ''}” → “${c.after?.text ?? ''}”`);
  const say = (x: number | string | null): string =>
    x === null ? 'để trống' : typeof x === 'number' ? formatCount(x) : `“${x}”`;
  for (const f of effect.figures) deps.say(`  Toàn tỉnh: ${figureWords(f)}: ${say(f.before)} → ${say(f.after)}`);
  return 0;
}

function findingList(run: CaseRun): string[] {
  return run.findings.map(
    (f, i) =>
      `${findingId(run.keys[i]!)}  ` +
      `${f.setAside ? (f.setAside.how === 'returned' ? 'đã trả lại' : 'không tính') : f.accepted ? 'đã chấp nhận' : { error: 'LỖI', warning: 'CẢNH BÁO', info: 'THÔNG TIN' }[f.severity]}  ${f.file ?? ''}${f.cell ? ` ${f.sheet ?? ''}!${f.cell}` : ''}  ${f.message} [${f.rule}]`,
  );
}

function journalLines(state: CaseState): string[] {
  const revoked = new Map(state.journal.flatMap((e) => (e.kind === 'revoke' ? [[e.entry, e.id] as const] : [])));
  return [
    `Kỳ báo cáo: ${state.period?.label ?? 'chưa rõ'}; ${state.files.length} tệp; ${state.journal.length} dòng nhật ký`,
    ...state.journal.map(
      (e) =>
        `${String(e.id).padStart(4)}  ${vietnamTime(e.at)}  ${e.by}  [${JOURNAL_WORDS[e.kind]}] ${e.about} – ` +
        `${e.reason}${revoked.has(e.id) ? ` (đã hủy ở dòng ${revoked.get(e.id)})` : ''}`,
    ),
  ];
}
