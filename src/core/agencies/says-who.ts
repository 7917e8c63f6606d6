import { isNoise, isPlaceType } from './noise';
import { tokenise } from './tokens';

/** Words that any sender may use of itself, and names that programs give to files. */
const GENERIC = new Set(
  (
    'so ubnd hdnd ub vp ban phong quan tinh huyen book workbook worksheet sheet document untitled new microsoft ' +
    'excel word trang tai lieu mau cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc'
  ).split(' '),
);

/**
 * Whether words tell one sender from others, once those of every sender and of the province's name are left out. "ubnd
 * tỉnh khánh hòa" and "book 1" do not, "phường 7" does.
 */
export function saysWho(words: string, province: ReadonlySet<string>): boolean {
  const tokens = tokenise(words);
  if (tokens.some((token, i) => isPlaceType(token) && /^\p{N}+$/u.test(tokens[i + 1]?.key ?? ''))) return true;
  return tokens.some(
    (token) => !isNoise(token) && !isPlaceType(token) && !GENERIC.has(token.key) && !province.has(token.key),
  );
}
