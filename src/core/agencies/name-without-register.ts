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
const SHORT: Readonly<Record<string, string>> = { xã: 'X-', phường: 'P-', 'đặc khu': 'DK-', 'thị trấn': 'TT-' };
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

/** A committee's name that goes on in the next line, and the province's own line above a lower committee's. */
const OPEN_NAME = /^\s*(?:UBND|U\.B\.N\.D|(?:Ủ|U|Uỷ|Ủy|ủy|uỷ)y? ?ban nhân dân|uy ban nhan dan)\s*$/iu;
const PROVINCE_LINE =
  /^\s*(?:UBND|(?:Ủ|U|Uỷ|Ủy|ủy|uỷ)y? ?ban nhân dân|uy ban nhan dan)\s+(?:tỉnh|tinh|thành phố|tp\.?)\s/iu;

/**
 * "UBND TỈNH X\nUBND HUYỆN DIÊN KHÁNH" and "ỦY BAN NHÂN DÂN\nHUYỆN DIÊN KHÁNH" → UBND huyện Diên Khánh; null where no
 * unit below the province is named.
 */
export function localCommittee(text: string): Agency | null {
  const given = text
    .normalize('NFC')
    .replace(/^.*\//, '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/_/g, ' ')
    .split('\n');
  const lines = given.map((line, i) => {
    const above = given[i - 1];
    const joins = above !== undefined && (OPEN_NAME.test(above) || PROVINCE_LINE.test(`${above} `));
    return joins && startsWithUnit(line) ? `UBND ${line.trim()}` : line;
  });
  for (const line of lines.reverse()) {
    const m = COMMITTEE.exec(line);
    if (!m) continue;
    const found = committeeOf(line.slice(m.index + m[0].length).trim());
    if (found) return found;
  }
  return null;
}

/** A sheet or file named after the place alone: "P. Vĩnh Hải" → UBND phường Vĩnh Hải; null for other words. */
export function committeeNamed(text: string): Agency | null {
  const plain = text.normalize('NFC').trim();
  return /^x(ã|a) h(ộ|o)i$/iu.test(plain) ? null : (localCommittee(plain) ?? committeeOf(plain));
}

const startsWithUnit = (line: string): boolean =>
  UNITS.some(([pattern]) => pattern.test(line.trim())) && !/[,;]|ngày/iu.test(line);

/** "XÃ VĨNH THẠNH" → UBND xã Vĩnh Thạnh. */
function committeeOf(rest: string): Agency | null {
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
    const key = stripMarks(name)
      .replace(/[^a-z0-9]+/gi, '')
      .toUpperCase();
    return {
      // A phường and a xã of one name are two senders.
      code: level === 'commune' ? `UBND-${SHORT[unit] ?? ''}${key}` : `UBND-${key}`,
      name: `UBND ${unit} ${name}`,
      level,
    };
  }
  return null;
}

function titleCase(name: string): string {
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toLocaleUpperCase('vi'));
}
