import type { HostResult, StepInfo } from '../../app/ports';
import { liveSheets } from '../book/inspect';
import type { Step } from '../book/journal';
import { failure, refuse, toFailure, unfinished } from '../failure';
import { openSession, type Meter, type Session } from '../run-excel';
import { findEdited } from '../write/find-edited';
import { findRelinks } from '../write/find-relinks';
import { cellsChangedSince } from './apply-repairs';
import { readSnapshot } from './cell-snapshot';
import { settle, standingAfterError } from './settle';
import { asideOf, leavesNothing, madeBy, takeBack } from './take-back';

export const infoOf = ({ id, title, at, sheets }: Step): StepInfo => ({ id, title, at, sheets });

/** The kept steps, oldest first. */
export async function listSteps(session: Session): Promise<StepInfo[]> {
  return (await settle(session)).steps.map(infoOf);
}

/**
 * Takes back the newest step; null where there is none. A sheet or cell that the officer changed since is not
 * overwritten unless that was agreed to.
 */
export async function undoStep(overwriteEdited: boolean): Promise<HostResult<StepInfo | null>> {
  const meter: Meter = { trips: 0 };
  let at: Step | undefined;
  let begun = false;
  try {
    return {
      ok: true,
      value: await openSession(async (session) => {
        const book = await settle(session);
        at = book.steps.at(-1);
        if (!at) return null;
        const made = liveSheets(book).filter((s) => madeBy(book, at!.id).includes(s));
        if (at.kind === 'sheets' && book.isProtected) refuse('protected-workbook');
        const touched = at.kind === 'cells' ? book.sheets.filter((s) => at!.sheets.includes(s.name)) : made;
        const locked = touched.find((s) => s.isProtected);
        if (locked)
          refuse(
            'protected-sheet',
            `Trang "${locked.name}" đang được bảo vệ nên không hoàn tác được. Bỏ bảo vệ trang (thẻ Xem lại, ` +
              'Unprotect Sheet) rồi thực hiện lại. Bảng tính vẫn như trước.',
          );
        if (leavesNothing(book, at.id))
          refuse(
            'other',
            'Không hoàn tác được vì bảng tính sẽ không còn trang nào. Thêm một trang tính mới rồi thực hiện lại. ' +
              'Bảng tính vẫn như trước.',
          );
        if (!overwriteEdited) {
          const edited =
            at.kind === 'cells'
              ? await cellsChangedSince(session, book, await readSnapshot(session, at.id))
              : (await findEdited(session, made)).map((s) => `trang "${s.name}"`);
          const lost = at.aside - asideOf(book, at.id).length;
          if (lost > 0)
            refuse(
              'changed-since',
              `${lost} trang được cất khi thực hiện bước "${at.title}" không còn trong bảng tính (đã bị xóa cùng ` +
                'các trang ẩn), nên hoàn tác chỉ bỏ được kết quả mới mà không lấy lại được các trang đó. Cần được ' +
                'đồng ý trước. Bảng tính vẫn như trước.',
            );
          if (edited.length)
            refuse(
              'changed-since',
              `Đã có sửa đổi sau bước "${at.title}": ` +
                `${edited.slice(0, 5).join(', ')}${edited.length > 5 ? ` và ${edited.length - 5} chỗ khác` : ''}. ` +
                'Hoàn tác sẽ làm mất các sửa đổi đó nên cần được đồng ý trước. Bảng tính vẫn như trước.',
            );
        }
        const back = new Set(asideOf(book, at.id).map((s) => s.backup!.name));
        const relinks = await findRelinks(
          session,
          book,
          made.map((s) => s.name).filter((name) => back.has(name)),
        );
        begun = true;
        await takeBack(session, book, { step: at, ...relinks });
        return infoOf(at);
      }, meter),
    };
  } catch (error) {
    const failed = toFailure(error, at?.kind === 'cells' ? 'write-cells' : 'write-sheets');
    if (!begun || !at) return failed;
    const standing = await standingAfterError(at.id, meter);
    if (standing.state === 'gone') return { ok: true, value: infoOf(at) };
    return standing.state === 'done' ? failed : failure(failed.kind, unfinished(failed.message));
  }
}
