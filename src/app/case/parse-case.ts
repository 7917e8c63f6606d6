import type { CaseState } from '../../core/model/case';
import type { Outcome } from '../../core/model/outcome';
import { CASE_SCHEMA, caseSchema } from './case-schema';
import type { Migration } from './migrations/migration';
import { migrations as shipped } from './migrations/registry';

/** Longest text that is taken for a case: 190 agencies with their figures are about 3 MB. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** `migrated`: names of the migrations that were run. */
export type ParsedCase = Outcome<{ state: CaseState; migrated: string[] }>;

/** The case in a saved text, brought up to the newest form, or one Vietnamese sentence on why it cannot be opened. */
export function parseCase(text: string, migrations: readonly Migration[] = shipped): ParsedCase {
  if (text.length > MAX_LENGTH) return { ok: false, message: 'Tệp hồ sơ quá lớn.' };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, message: 'Tệp hồ sơ không phải là JSON đọc được.' };
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    return { ok: false, message: 'Đây không phải là hồ sơ tổng hợp.' };
  let value = json as Record<string, unknown>;
  const migrated: string[] = [];
  if (typeof value['schema'] === 'number' && value['schema'] > CASE_SCHEMA) {
    return {
      ok: false,
      message:
        `Hồ sơ được lưu bằng phiên bản mới hơn của chương trình (mẫu ${value['schema']}); cần cập nhật chương ` +
        'trình để mở.',
    };
  }
  for (const step of migrations) {
    if (value['schema'] !== step.from) continue;
    value = { ...step.up(value), schema: step.to };
    migrated.push(step.name);
  }
  const parsed = caseSchema.safeParse(value);
  if (!parsed.success)
    return { ok: false, message: `Hồ sơ không đúng mẫu: ${place(parsed.error.issues[0]?.path ?? [])}.` };
  const trouble = journalTrouble(parsed.data);
  return trouble ? { ok: false, message: trouble } : { ok: true, state: parsed.data, migrated };
}

function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'nội dung tệp thiếu hoặc không đúng kiểu';
  return `mục "${path.map((p) => (typeof p === 'number' ? p + 1 : String(p))).join('.')}" thiếu hoặc không đúng`;
}

/** Numbers run from 1, and only an earlier line can be taken back. */
function journalTrouble({ journal }: CaseState): string | null {
  for (const [i, entry] of journal.entries()) {
    if (entry.id !== i + 1) return `Nhật ký trong hồ sơ không liền mạch ở dòng ${i + 1}.`;
    if (entry.kind === 'revoke' && entry.entry >= entry.id) return `Dòng ${entry.id} của nhật ký hủy một dòng chưa có.`;
  }
  return null;
}
