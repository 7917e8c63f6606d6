import type { Level } from '../model/agency';
import { stripMarks } from '../text/strip-marks';
import { commonRegister } from './name-without-register';
import { deriveSymbol } from './derive-symbol';
import { placeOfName } from './level-of-name';

/** An agency of a list, before it has all that a register asks for. */
export interface CodeDraft {
  name: string;
  level: Level;
  code?: string | undefined;
  symbols: readonly string[];
}

/**
 * Codes for a list, in its order: those given stay; a common provincial agency has the one that everybody uses ("SNgV"
 * for Sở Ngoại vụ), others their symbol, places "UBND-" and the name without marks ("UBND-NHATRANG"), with the kind of
 * place where two would be alike.
 */
export function deriveCodes(drafts: readonly CodeDraft[]): string[] {
  const given = new Set(drafts.flatMap((d) => (d.code ? [d.code.toLocaleUpperCase('vi')] : [])));
  const wanted = drafts.map((d) => d.code ?? plainCode(d));
  const times = new Map<string, number>();
  wanted.forEach((code, i) => {
    if (!drafts[i]!.code) times.set(code.toLocaleUpperCase('vi'), (times.get(code.toLocaleUpperCase('vi')) ?? 0) + 1);
  });
  const taken = new Set(given);
  return drafts.map((draft, i) => {
    if (draft.code) return draft.code;
    const plain = wanted[i]!;
    const shared = given.has(plain.toLocaleUpperCase('vi')) || times.get(plain.toLocaleUpperCase('vi'))! > 1;
    const kind = placeOfName(draft.name)?.short;
    const base = shared && kind ? plain.replace(/^UBND-/, `UBND-${kind}-`) : plain;
    let code = base;
    for (let n = 2; taken.has(code.toLocaleUpperCase('vi')); n++) code = `${base}-${n}`;
    taken.add(code.toLocaleUpperCase('vi'));
    return code;
  });
}

function plainCode({ name, symbols }: CodeDraft): string {
  const place = placeOfName(name);
  if (place)
    return `UBND-${
      stripMarks(place.place)
        .replace(/[^a-z0-9]/g, '')
        .toUpperCase() || 'X'
    }`;
  return (
    usualAgency(name)?.code ??
    codeLike(symbols[0] ?? '') ??
    codeLike(deriveSymbol(name) ?? '') ??
    (stripMarks(name)
      .replace(/[^a-z0-9]/g, '')
      .toUpperCase() ||
      'X')
  );
}

/** The provincial agency of that name that nearly every province has. */
export function usualAgency(name: string): ReturnType<typeof commonRegister>['agencies'][number] | undefined {
  const key = stripMarks(name).replace(/[^a-z0-9]/g, '');
  return commonRegister().agencies.find((a) =>
    [a.name, ...a.aliases].some((n) => stripMarks(n).replace(/[^a-z0-9]/g, '') === key),
  );
}

function codeLike(text: string): string | undefined {
  const code = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]/gu, '')
    .replace(/^[.-]+/, '');
  return code === '' ? undefined : code;
}
