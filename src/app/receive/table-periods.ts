import { wordsWithoutUnseen } from '../../core/text/unseen';
import type { Appendix } from '../../core/model/appendix';
import type { Period } from '../../core/model/period';
import type { SheetClue } from '../../core/recognise/recognise-sheet';
import { readPeriod } from '../../core/text/period';

const NAMES_TIME = /(năm|nam|quý|quy|tháng|thang)\s*\d/i;

/** The period that a table's own title names, else its sheet's name; null where they name none, or two. */
export function tablePeriod(appendix: Pick<Appendix, 'id' | 'sheet'>, clues: readonly SheetClue[]): Period | null {
  const titles = clues.filter((c) => c.of === appendix.id && c.kind === 'title');
  const named = onlyOne(titles.flatMap((c) => readPeriod(c.text) ?? []));
  if (named !== 'none') return named === 'several' ? null : named;
  return sheetPeriod(appendix.sheet);
}

/**
 * The period that a file's titles or its name tell; a report's date alone tells none. A table whose form stands in the
 * file once more, without that period, is a comparison and speaks for itself alone.
 */
export function filePeriod(file: string, clues: readonly SheetClue[], appendices: readonly Appendix[]): Period | null {
  const periods = new Map(appendices.map((a) => [a.id, tablePeriod(a, clues)]));
  const compared = (id: string): boolean => {
    const own = appendices.find((a) => a.id === id);
    const key = keyOf(periods.get(id) ?? null);
    return (
      key !== '' &&
      appendices.some(
        (a) =>
          a.id !== id && a.template === own?.template && !isRestOf(a, own) && keyOf(periods.get(a.id) ?? null) !== key,
      )
    );
  };
  const titles = clues.filter((c) => c.kind === 'title' && !compared(c.of));
  const found = onlyOne(titles.flatMap((c) => readPeriod(c.text) ?? []));
  if (found === 'several') return null;
  if (found !== 'none') return found;
  const name = wordsWithoutUnseen(file)
    .split('/')
    .pop()!
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_]+/g, ' ');
  return NAMES_TIME.test(name) ? readPeriod(name) : null;
}

/** Two parts of one form on two sheets. */
const isRestOf = (a: Appendix, b: Appendix): boolean => a.continues === b.id || b.continues === a.id;

const keyOf = (p: Period | null): string => (p ? `${p.from}/${p.to}` : '');

/** "PL2 năm 2019", "PL2 (2019)", "2019". */
function sheetPeriod(sheet: string): Period | null {
  const name = sheet.replace(/_+/g, ' ');
  if (NAMES_TIME.test(name)) return readPeriod(name);
  const years = [...name.matchAll(/(?<!\d)20\d\d(?!\d)/g)];
  return years.length === 1 && !/\d\s*[-./]\s*20\d\d/.test(name) ? readPeriod(years[0]![0]) : null;
}

function onlyOne(found: readonly Period[]): Period | 'none' | 'several' {
  const distinct = new Map(found.map((p) => [keyOf(p), p]));
  if (distinct.size === 0) return 'none';
  return distinct.size === 1 ? found[0]! : 'several';
}
