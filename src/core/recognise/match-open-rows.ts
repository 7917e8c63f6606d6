import { foldText } from '../text/fold';
import { trimTail } from '../text/trim-ends';
import { labelKey } from '../text/normalise-label';
import { stripMarks } from '../text/strip-marks';
import type { PreparedTemplate } from './prepared-template';
import type { RowMatch, RowMatching } from './match-rows';
import type { RowLine } from './row-lines';

/** "Trong đó: …", "+ …": a part of the row above, which counts there already. */
const PART_OF = /^[-+*•\s]*(trong đó|trong do|gồm|gom|bao gồm|bao gom)(?![\p{L}])|^\s*\+/iu;

/**
 * Rows of an open list (fields, tasks): every line with a label and figures is a row keyed by its normalised label. The
 * total row may stand first or last; figures under a total row at the end, and parts of rows ("Trong đó: …"), belong to
 * nothing and are asked about. A line of words alone goes with the line before it when it begins in lower case (a
 * broken label), else it is a heading.
 */
export function matchOpenRows(lines: readonly RowLine[], prepared: PreparedTemplate): RowMatching {
  const matching: RowMatching = {
    matches: [],
    unknown: [],
    duplicates: [],
    missing: [],
    renumbered: 0,
    coverage: 1,
    certainty: 1,
  };
  const stranger = (line: RowLine): void => {
    matching.unknown.push({ lines: [line], label: line.label, number: line.number, candidates: [] });
  };
  const totalKey = prepared.template.totalRow?.key;
  // Of several rows called a total only the last is the list's: those before it add up a part ("Cộng (1+2)").
  const lastTotal = lines.findLastIndex((l) => l.counts > 0 && (isTotal(l.label, prepared) || likeTotal(l.label)));
  let pending: RowLine | null = null;
  let ended = false;
  for (const [at, line] of lines.entries()) {
    if (ended || line.struck) {
      stranger(line);
      continue;
    }
    const last = matching.matches[matching.matches.length - 1];
    if (line.counts === 0) {
      if (
        last &&
        last.key !== totalKey &&
        startsLower(line.label) &&
        line.row - last.lines[last.lines.length - 1]!.row <= 2
      ) {
        last.lines.push(line);
        last.label = `${last.label} ${line.label}`;
      } else {
        pending = line;
        if (line.figures.length > 0) stranger(line);
      }
      continue;
    }
    if (line.label === '' || PART_OF.test(line.label)) {
      stranger(line);
      continue;
    }
    const joined: RowLine[] =
      pending && startsLower(line.label) && line.row - pending.row <= 2 ? [pending, line] : [line];
    const label = joined.map((l) => l.label).join(' ');
    pending = null;
    const total = isTotal(label, prepared) && (at >= lastTotal || matching.matches.length === 0);
    matching.matches.push({
      key: total ? totalKey! : '',
      number: line.number,
      label,
      lines: joined,
      confidence: 1,
      matchedBy: 'open',
    });
    ended = total && matching.matches.length > 1;
  }
  return withKeys(matching);
}

/**
 * "Tổng số hồ sơ", "Tổng các lĩnh vực", "Cộng chung": words of a total that the form does not print. "Tổng hợp", "Cộng
 * đồng" are no total.
 */
const LIKE_TOTAL =
  /^(?:tổng|cộng|tong|cong)(?![\p{L}])(?!\s*(?:hợp|hop|cục|cuc|công ty|cong ty|kho|tác|tac|đồng|dong|thể|the|đài|dai|thanh tra|kế|ke|quan|lãnh|lanh)(?![\p{L}]))/u;

/** "T.Cộng", "TC:", "Toàn xã", "Toàn tỉnh": other ways to write it. */
const SHORT_TOTAL =
  /^(?:t\s*[./]?\s*(?:cộng|cong|c)|toàn\s+(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|đơn vị|cơ quan|sở|ngành)|toan\s+(?:xa|phuong|huyen|tinh|don vi|co quan))[\s.:]*(?:\(.*\))?$/u;

/** True for a label that begins as a total's does, whatever follows. */
export const likeTotal = (label: string): boolean => {
  const folded = foldText(label);
  return LIKE_TOTAL.test(folded) || SHORT_TOTAL.test(folded);
};

function isTotal(label: string, prepared: PreparedTemplate): boolean {
  const folded = trimTail(foldText(label), ':.-–');
  return prepared.totalLabels.some(
    (t) =>
      t === folded || stripMarks(t) === folded || (folded.startsWith(t) && /^\s*[(:]/.test(folded.slice(t.length))),
  );
}

/** Keys by wording; equal ones are told apart and listed. */
function withKeys(matching: RowMatching): RowMatching {
  const seen = new Map<string, { times: number; first: RowMatch }>();
  for (const match of matching.matches) {
    const key = match.key !== '' ? match.key : labelKey(match.label);
    const known = seen.get(key);
    if (!known) {
      seen.set(key, { times: 1, first: match });
      match.key = key;
      continue;
    }
    known.times++;
    match.key = `${key} (${known.times})`;
    matching.duplicates.push({ match, first: known.first });
  }
  return matching;
}

function startsLower(label: string): boolean {
  const first = label.trim().charAt(0);
  return first !== '' && first === first.toLowerCase() && first !== first.toUpperCase();
}
