import type { Register } from '../../core/agencies/register-schema';
import type { NoticeOptions } from './notice-words';

/**
 * What a register says of how letters are headed: place "Khánh Hòa", and above the sender "UBND tỉnh Khánh Hòa".
 * Nothing without a register.
 */
export function letterDefaults(register: Pick<Register, 'province'> | null): Pick<NoticeOptions, 'superior' | 'place'> {
  if (!register) return {};
  const { name, aliases } = register.province;
  // "tỉnh Khánh Hòa", "thành phố Huế": how a committee is called after its province.
  const full = [name, ...aliases].find((n) => /^(tỉnh|thành phố) /i.test(n)) ?? `tỉnh ${name}`;
  return { superior: `UBND ${full}`, place: name };
}
