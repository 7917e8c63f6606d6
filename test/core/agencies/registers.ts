import { parseRegister } from '../../../src/core/agencies/parse-register';
import type { Register } from '../../../src/core/agencies/register-schema';
import twoLevel from '../../../samples/hai-cap-2026/agencies.json';
import khanhHoa from '../../../samples/khanh-hoa-2020/agencies.json';

function load(json: unknown): Register {
  const parsed = parseRegister(json);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.register;
}

export const register2020 = load(khanhHoa);
export const register2026 = load(twoLevel);
