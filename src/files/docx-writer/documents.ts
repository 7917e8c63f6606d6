import type { Letter } from '../../core/model/letter';
import type { NoticeList } from '../../core/model/notice';
import type { OutputPlan, SheetPlan } from '../../core/model/output-plan';
import { appendixSection } from './appendix-section';
import { letterSection } from './letter-section';
import { listSection } from './list-section';
import { pack } from './pack';

/** Everything that needs the library, behind one import. */
export const appendices = (
  title: string,
  sheets: readonly SheetPlan[],
  styles: OutputPlan['styles'],
): Promise<Uint8Array> =>
  pack(
    title,
    sheets.map((s) => appendixSection(s, styles)),
  );

export const letter = (l: Letter): Promise<Uint8Array> => pack(l.subject, [letterSection(l)]);

export const list = (l: NoticeList): Promise<Uint8Array> => pack(l.title, [listSection(l)]);
