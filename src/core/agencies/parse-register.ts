import type { Outcome } from '../model/outcome';
import { registerSchema, type Register } from './register-schema';
import { registerTrouble } from './register-trouble';

/** The register in a parsed JSON value, or one Vietnamese sentence on the first thing to mend in the file. */
export function parseRegister(json: unknown): Outcome<{ register: Register }> {
  const parsed = registerSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      message: `Danh mục cơ quan không đúng mẫu: ${place(issue?.path ?? [], json)} ${words(issue)}.`,
    };
  }
  const trouble = registerTrouble(parsed.data);
  return trouble === null ? { ok: true, register: parsed.data } : { ok: false, message: trouble };
}

/** 'cơ quan thứ 3 (STP), mục "from"': officers count from 1. */
function place(path: readonly PropertyKey[], json: unknown): string {
  const [first, index, ...rest] = path;
  if (first !== 'agencies' || typeof index !== 'number') return path.length === 0 ? 'tệp' : `mục "${path.join('.')}"`;
  const written = (json as { agencies: { code?: unknown }[] }).agencies[index]?.code;
  const code = typeof written === 'string' ? ` (${written})` : '';
  return `cơ quan thứ ${index + 1}${code}${rest.length === 0 ? '' : `, mục "${rest.join('.')}"`}`;
}

function words(issue: { code?: string; message: string } | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return 'thiếu hoặc không đúng kiểu';
    case 'invalid_value':
      return 'có giá trị không nằm trong các giá trị cho phép';
    case 'unrecognized_keys':
      return 'có mục lạ, cần bỏ hoặc sửa tên mục';
    default:
      return /\p{L}/u.test(issue?.message ?? '') ? (issue?.message ?? '') : 'chưa đúng';
  }
}
