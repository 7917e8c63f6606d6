import type { Agency, AgencyMatch, Level } from '../model/agency';
import { stripMarks } from '../text/strip-marks';
import type { Clue } from './clue';
import common from './common-register.json';
import { matchAgency } from './match-agency';
import { parseRegister } from './parse-register';
import type { Register } from './register-schema';

let loaded: Register | undefined;

/** Provincial agencies that nearly every province has; stands in until the province's own register is chosen. */
export function commonRegister(): Register {
  if (!loaded) {
    const parsed = parseRegister(common);
    if (!parsed.ok) throw new Error(parsed.message);
    loaded = parsed.register;
  }
  return loaded;
}

/** What follows "UBND": the kind of unit, its level and how it is written out. Order matters: "thị xã" before "xã". */
const UNITS: readonly (readonly [RegExp, Level, string])[] = [
  [/^(?:huyện|huyen|h\.)\s+/i, 'district', 'huyện'],
  [/^(?:thị xã|thi xa|tx\.?)\s+/i, 'district', 'thị xã'],
  [/^(?:thành phố|thanh pho|tp\.?)\s*/i, 'district', 'thành phố'],
  [/^(?:quận|quan|q\.)\s+/i, 'district', 'quận'],
  [/^(?:phường|phuong|p\.)\s+/i, 'commune', 'phường'],
  [/^(?:đặc khu|dac khu)\s+/i, 'commune', 'đặc khu'],
  [/^(?:thị trấn|thi tran|tt\.)\s+/i, 'commune', 'thị trấn'],
  [/^(?:xã|xa|x\.)\s+/i, 'commune', 'xã'],
];
const COMMITTEE = /(?:UBND|U\.B\.N\.D|(?:Ủ|U|Uỷ|Ủy|ủy|uỷ)y? ?ban nhân dân)\s+/iu;

/**
 * Who sent a file where no register was given: a common provincial agency, or "UBND huyện …" as the heading or the file
 * name says it. A name that stands only on the file is doubtful, so that a person confirms it.
 */
export function nameWithoutRegister(clues: readonly Clue[], on?: string): AgencyMatch {
  const match = matchAgency(commonRegister(), clues, on);
  if (match.agency) return match;
  for (const kind of ['letterhead', 'file-name'] as const) {
    for (const clue of clues.filter((c) => c.kind === kind)) {
      const agency = localCommittee(clue.text);
      if (agency)
        return {
          agency,
          score: 0.6,
          because: [`${kind === 'letterhead' ? 'Tên cơ quan ở đầu trang' : 'Tên tệp'}: ${agency.name}`],
          candidates: match.candidates,
          state: 'doubtful',
        };
    }
  }
  return match;
}

/** "UBND TỈNH X\nUBND HUYỆN DIÊN KHÁNH" → UBND huyện Diên Khánh; null where no unit below the province is named. */
export function localCommittee(text: string): Agency | null {
  const lines = text
    .normalize('NFC')
    .replace(/^.*\//, '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/_/g, ' ')
    .split('\n');
  for (const line of lines.reverse()) {
    const m = COMMITTEE.exec(line);
    if (!m) continue;
    const rest = line.slice(m.index + m[0].length).trim();
    for (const [pattern, level, unit] of UNITS) {
      const hit = pattern.exec(rest);
      if (!hit) continue;
      const name = titleCase(
        rest
          .slice(hit[0].length)
          .replace(/[-–(,;].*$/, '')
          .replace(/\s\d.*$/, '')
          .trim(),
      );
      if (name === '') continue;
      return {
        code: `UBND-${stripMarks(name)
          .replace(/[^a-z0-9]+/gi, '')
          .toUpperCase()}`,
        name: `UBND ${unit} ${name}`,
        level,
      };
    }
  }
  return null;
}

function titleCase(name: string): string {
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toLocaleUpperCase('vi'));
}
