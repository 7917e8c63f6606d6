import type { Register, RegisterAgency } from './register-schema';

/** The first contradiction in a well-formed register as a Vietnamese sentence, or null where there is none. */
export function registerTrouble(register: Register): string | null {
  const byCode = new Map<string, RegisterAgency>();
  for (const agency of register.agencies) {
    const key = agency.code.toLocaleUpperCase('vi');
    if (byCode.has(key)) return `Mã cơ quan "${agency.code}" được ghi hai lần trong danh mục.`;
    byCode.set(key, agency);
  }
  for (const agency of register.agencies) {
    const trouble =
      linkTrouble(agency, (code) => byCode.has(code.toLocaleUpperCase('vi'))) ??
      spanTrouble(agency) ??
      symbolTrouble(agency);
    if (trouble !== null) return trouble;
  }
  return sharedName(register.agencies);
}

function linkTrouble(agency: RegisterAgency, known: (code: string) => boolean): string | null {
  for (const successor of agency.successors ?? []) {
    if (!known(successor)) return `Cơ quan kế thừa "${successor}" của ${agency.name} không có trong danh mục.`;
    if (successor === agency.code) return `${agency.name} được ghi là cơ quan kế thừa của chính mình.`;
  }
  if (agency.parent !== undefined && (!known(agency.parent) || agency.parent === agency.code)) {
    return `Cơ quan cấp trên "${agency.parent}" của ${agency.name} không có trong danh mục.`;
  }
  return null;
}

function spanTrouble({ name, from, to }: RegisterAgency): string | null {
  return from && to && from > to ? `${name}: ngày bắt đầu ${from} sau ngày kết thúc ${to}.` : null;
}

function symbolTrouble({ name, symbols, abbreviations }: RegisterAgency): string | null {
  const generic = [...symbols, ...abbreviations].find((symbol) => letters(symbol) === 'ubnd');
  return generic === undefined
    ? null
    : `${name}: "${generic}" là ký hiệu chung của UBND các cấp, không dùng để nhận ra một cơ quan.`;
}

/** Two agencies that exist on the same day may not answer to the same name: a file would be given to either. */
function sharedName(agencies: readonly RegisterAgency[]): string | null {
  const owners = new Map<string, RegisterAgency[]>();
  for (const agency of agencies) {
    const written = [agency.name, ...agency.aliases, ...agency.abbreviations, ...agency.symbols];
    for (const [key, shown] of new Map(written.map((item) => [letters(item), item]))) {
      const rival = (owners.get(key) ?? []).find((other) => overlap(other, agency));
      if (rival) return `Tên gọi "${shown}" được ghi cho cả ${rival.name} và ${agency.name}, cần bỏ ở một nơi.`;
      owners.set(key, [...(owners.get(key) ?? []), agency]);
    }
  }
  return null;
}

function overlap(a: RegisterAgency, b: RegisterAgency): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
}

/** Letters and digits only, lower-case; diacritics count, since "Hòa Trí" and "Hòa Tri" may be two places. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
