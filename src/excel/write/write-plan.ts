import type { HostResult } from '../../app/ports';
import type { OutputPlan } from '../../core/model/output-plan';
import { touch, type Book, type SheetInfo } from '../book/inspect';
import { JOURNAL, newStepId, saveSteps, type Journal, type Step } from '../book/journal';
import { BACKUP, backupName, backupText, FORM, MARK, markText, TEMP } from '../book/marks';
import { namespaceOf, toParts } from '../book/xml-parts';
import { failure, refuse, toFailure, unfinished } from '../failure';
import { openSession, type Meter, type Session } from '../run-excel';
import { dropOld, findOld } from '../steps/drop-old-steps';
import { settle, standingAfterError } from '../steps/settle';
import { drawSheet, type Drawn, type Extras } from './draw-sheet';
import { figuresOf } from './figures';
import { findEdited } from './find-edited';
import { findRelinks, relink, type Relinks } from './find-relinks';
import { matchSheets, sheetNames, type Matched, type Target } from './match-sheets';
import { Packer } from './packer';
import { moveSheets, movesForNew } from './place-sheets';

export interface WriteOptions {
  overwriteEdited?: boolean;
  /** The sheets are forms for the officer to fill in: they replace nothing and are never replaced. */
  asForm?: boolean;
  progress?(done: number, total: number): void;
  now?: Date;
}

interface Work {
  plan: OutputPlan;
  book: Book;
  matched: Matched;
  step: Step;
  relinks: Relinks;
  form: boolean;
  extras: Extras;
  drop: (() => void) | null;
}

/**
 * Writes all sheets of a plan as one step.
 * New sheets are filled under temporary names, hidden; only when all are complete does one request put the old ones
 * aside and the new ones in their places. Whatever fails before or in it is taken back.
 */
export async function writePlan(plan: OutputPlan, title: string, options: WriteOptions): Promise<HostResult<Written>> {
  const meter: Meter = { trips: 0 };
  const extras: Extras = { page: true, charts: true };
  const notes: string[] = [];
  for (;;) {
    const result = await attempt(plan, title, options, meter, extras);
    if (typeof result !== 'string')
      return result.ok && notes.length > 0 ? { ok: true, value: { ...result.value, notes } } : result;
    // Refused there, and everything is as it was: the same without it. Each can be left out once.
    extras[result] = false;
    notes.push(WITHOUT[result]);
  }
}

export interface Written {
  write: string;
  sheets: string[];
  roundTrips: number;
  notes?: string[];
}

const WITHOUT: Record<keyof Extras, string> = {
  page:
    'Excel không cho đặt khổ giấy, lề và số trang (thường do máy chưa cài máy in), nên các trang kết quả giữ thiết ' +
    'lập in mặc định. Số liệu đã ghi đầy đủ.',
  charts:
    'Excel không vẽ được biểu đồ, nên trang Biểu đồ chỉ có bảng số. Số liệu đã ghi đầy đủ; tệp xuất ra có biểu đồ.',
};

/** One try, left finished or taken back. 'page', 'charts': Excel stopped there and everything is as it was. */
async function attempt(
  plan: OutputPlan,
  title: string,
  options: WriteOptions,
  meter: Meter,
  extras: Extras,
): Promise<HostResult<Written> | keyof Extras> {
  const now = options.now ?? new Date();
  const id = newStepId(now);
  let work: Work | undefined;
  try {
    await openSession(async (session) => {
      const ready = await prepare(session, plan, { id, title, at: now.toISOString() }, options, extras);
      work = ready;
      await carryOut(session, ready, options.progress);
    }, meter);
  } catch (error) {
    const failed = toFailure(error, 'write-sheets');
    if (!work) return failed;
    const standing = await standingAfterError(id, meter);
    if (standing.state === 'pending') return failure(failed.kind, unfinished(failed.message));
    const extra = failed.kind === 'other' ? extraAt(error) : null;
    if (standing.state === 'gone' && extra && extras[extra]) return extra;
    // Sheets that we made a moment ago are not there: this is another workbook.
    if (standing.state === 'gone') return failed.kind === 'not-found' ? failure('workbook-switched') : failed;
  }
  return { ok: true, value: { write: id, sheets: work!.step.sheets, roundTrips: meter.trips } };
}

/** Which extra the failing statement drew, as far as the library says; null for anything else. */
function extraAt(error: unknown): keyof Extras | null {
  const info = (
    error as { debugInfo?: { errorLocation?: string; statement?: string; surroundingStatements?: string[] } } | null
  )?.debugInfo;
  const place = `${info?.errorLocation ?? ''} ${info?.statement ?? ''}`;
  if (/pageLayout|pageBreak|headersFooters|headerFooter|defaultForAllPages/i.test(place)) return 'page';
  // A statement of a chart may name neither chart nor axis ("title1.text = …"), its neighbours do. A wrong guess costs
  // one more try.
  return /chart|categoryAxis|valueAxis|legend/i.test([place, ...(info?.surroundingStatements ?? [])].join(' '))
    ? 'charts'
    : null;
}

/** Everything that can be refused is refused here, before the first change. */
async function prepare(
  session: Session,
  plan: OutputPlan,
  note: Pick<Step, 'id' | 'title' | 'at'>,
  options: WriteOptions,
  extras: Extras,
): Promise<Work> {
  const book = await settle(session);
  if (book.isProtected) refuse('protected-workbook');
  const form = options.asForm === true;
  const matched = matchSheets(book, plan, note.id, form);
  const locked = matched.aside.find((s) => s.isProtected);
  if (locked)
    refuse(
      'protected-sheet',
      `Trang "${locked.name}" đang được bảo vệ nên không thay được. Bỏ bảo vệ trang (thẻ Xem lại, Unprotect ` +
        'Sheet) rồi thực hiện lại. Bảng tính vẫn như trước.',
    );
  if (!options.overwriteEdited) {
    const edited = await findEdited(session, matched.aside);
    if (edited.length) {
      const names = edited.map((s) => `"${s.name}"`).join(', ');
      refuse(
        'changed-since',
        `Đã có sửa đổi từ lần ghi trước ở trang ${names}. Đồng ý thay thì các trang này được cất đi và lấy lại ` +
          'được bằng Hoàn tác. Bảng tính vẫn như trước.',
      );
    }
  }
  const relinks = await findRelinks(
    session,
    book,
    matched.aside.map((s) => s.name),
  );
  const step: Step = {
    ...note,
    kind: 'sheets',
    sheets: matched.targets.map((t) => t.name),
    order: book.sheets.map((s) => s.name),
    active: book.active,
    aside: matched.aside.length,
  };
  const drop = await findOld(session, book, step, matched.aside);
  return { plan, book, matched, step, relinks, form, extras: { ...extras }, drop };
}

async function carryOut(session: Session, work: Work, progress?: (done: number, total: number) => void): Promise<void> {
  const { context } = session;
  const { targets } = work.matched;
  let done = 0;
  const packer = new Packer(session, () => progress?.(Math.min(done, targets.length), targets.length));
  const journal: Journal = { step: work.step, ...work.relinks };
  const made: Excel.Worksheet[] = [];
  await packer.add(2_000 + targets.length * 1_500, () => {
    touch(work.book);
    context.workbook.settings.add(JOURNAL, JSON.stringify(journal));
    for (const target of targets) made.push(addTemporary(context, target, work.step.id));
  });
  const figures = work.form ? null : figuresOf(work.plan, targets);
  for (const part of figures ? toParts(namespaceOf.figures(work.step.id), '1', figures) : [])
    await packer.add(part.length * 3, () => {
      context.workbook.customXmlParts.add(part);
    });
  const names = new Map(targets.map((t) => [t.plan.name, t.name]));
  const drawing = { styles: work.plan.styles, names, during: sheetNames(targets), extras: work.extras };
  const drawn: Drawn[] = [];
  for (const [i, target] of targets.entries()) {
    drawn.push(await drawSheet(packer, made[i]!, target.plan, drawing));
    done = i + 1;
  }
  await packer.add(0, () => {
    context.workbook.load('name');
  });
  await packer.send();
  if (context.workbook.name !== work.book.name) refuse('workbook-switched');
  commit(session, work, made, drawn);
  await session.sync();
  await dropOld(session, work.drop);
  progress?.(targets.length, targets.length);
}

/**
 * A new sheet at the end; frozen while it can be seen, then hidden. Its mark comes first, so that it is never taken for
 * the officer's.
 */
function addTemporary(context: Excel.RequestContext, { temp, plan }: Target, step: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(temp);
  sheet.customProperties.add(TEMP, step);
  const { rows, cols } = plan.freeze ?? { rows: 0, cols: 0 };
  if (rows && cols) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, cols));
  else if (rows) sheet.freezePanes.freezeRows(rows);
  else if (cols) sheet.freezePanes.freezeColumns(cols);
  sheet.visibility = 'Hidden';
  return sheet;
}

/**
 * The last request. It begins by touching every sheet it needs: in another workbook nothing happens. Its very last
 * change removes the note that work is under way.
 */
function commit(
  { context }: Session,
  { book, matched, step, relinks, form }: Work,
  made: Excel.Worksheet[],
  drawn: Drawn[],
): void {
  const { workbook } = context;
  const { targets, aside } = matched;
  workbook.application.suspendScreenUpdatingUntilNextSync();
  touch(book);
  for (const sheet of made) sheet.load('name');
  const asideName = (info: SheetInfo): string => backupName(step.id, aside.indexOf(info));
  for (const info of aside) {
    info.sheet.customProperties.add(
      BACKUP,
      backupText({ step: step.id, visibility: info.visibility, name: info.name }),
    );
    info.sheet.name = asideName(info);
  }
  targets.forEach(({ key, name }, i) => {
    const sheet = made[i]!;
    const { rows, cols, bytes } = drawn[i]!;
    sheet.name = name;
    // A form gets our mark under a key that no plan has, so that undo finds it and nothing replaces it.
    const mark = {
      key: form ? `${FORM}${step.id}:${i}` : key,
      write: step.id,
      print: drawn[i]!.print(),
      rows,
      cols,
      bytes,
      name,
    };
    sheet.customProperties.add(MARK, markText(mark));
    sheet.visibility = 'Visible';
  });
  for (const info of aside) info.sheet.visibility = 'VeryHidden';
  const current = [
    ...book.sheets.map((s) => (aside.includes(s) ? asideName(s) : s.name)),
    ...targets.map((t) => t.name),
  ];
  const fresh = targets.map((t) => ({ name: t.name, before: t.replaces && asideName(t.replaces) }));
  moveSheets(movesForNew(current, fresh), new Map(targets.map((t, i) => [t.name, made[i]!])));
  relink(context, relinks);
  for (const sheet of made) sheet.customProperties.getItem(TEMP).delete();
  saveSteps(context, [...book.steps, step], book.hasSteps);
  workbook.settings.getItem(JOURNAL).delete();
  made[0]?.activate();
}
