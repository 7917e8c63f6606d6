import type { Outcome } from '../../core/model/outcome';
import { parseConfirmations, type Confirmations } from '../../core/agencies/confirmations';
import { existsOn } from '../../core/agencies/exists-on';
import type { Register } from '../../core/agencies/register-schema';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import { confirmAgency } from './confirm-agency';
import { mergeConfirmations } from './merge-confirmations';
import type { WorkbookReader } from '../ports';
import { registerFromGrid, type NoRegister } from './register-from-grid';
import type { Level } from '../../core/model/agency';

/** An agency of the register; `current`: it exists at the end of the period. */
export interface SenderView {
  code: string;
  name: string;
  level: Level;
  current: boolean;
  from: string | null;
  to: string | null;
}

export interface RegisterView {
  province: string;
  agencies: SenderView[];
  warnings: string[];
  /** The register as a file. */
  content: string;
}

/** The confirmed senders as the text of their file, and how many they are. */
export type SendersKept = Outcome<{ content: string; count: number }>;

/** `confirmations`: the file as it is, null where there is none yet; `agency`: its code; `at`: ISO time. */
export interface RememberRequest {
  confirmations: string | null;
  file: string;
  agency: string;
  by: string;
  at: string;
}

export interface ImportRequest {
  confirmations: string;
  shared: string;
}

export interface RegisterListRequest {
  file: string;
  bytes: Uint8Array;
  province: string;
}

export type RegisterMade = Outcome<{ register: RegisterView }, NoRegister>;

/** Agencies of a register; those that do not exist at the end of the period are told apart. */
export function senderViews(register: Register | null, period: Period | null): SenderView[] {
  return (register?.agencies ?? []).map((a) => ({
    code: a.code,
    name: a.name,
    level: a.level,
    current: existsOn(a, period?.to),
    from: a.from ?? null,
    to: a.to ?? null,
  }));
}

export type ReadConfirmations = Outcome<{ confirmations: Confirmations | null }>;

/** Confirmed senders from the text of their file; an empty text is none. */
export function readConfirmations(text: string): ReadConfirmations {
  if (text.trim() === '') return { ok: true, confirmations: null };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, message: 'Tệp xác nhận đơn vị không phải là JSON đọc được.' };
  }
  return parseConfirmations(json);
}

/** The file of confirmed senders with this one in it. */
export function rememberSender(
  files: readonly ReceivedFile[],
  { confirmations, file, agency, by, at }: RememberRequest,
): SendersKept {
  const before = readConfirmations(confirmations ?? '');
  if (!before.ok) return before;
  const received = files.find((f) => f.file === file);
  if (!received) return { ok: false, message: `Không có tệp “${file}” trong lần chạy hiện tại.` };
  const done = confirmAgency(before.confirmations, received, agency, by, at);
  return done.ok ? { ok: true, content: done.content, count: done.confirmations.confirmations.length } : done;
}

/**
 * Senders of a shared file put into those at hand; where both speak of one, the shared file holds. What is wrong with
 * it leaves them as they are.
 */
export function importSenders({ confirmations, shared }: ImportRequest): SendersKept {
  const [kept, given] = [readConfirmations(confirmations), readConfirmations(shared)];
  if (!given.ok) return given;
  const { content, confirmations: all } = mergeConfirmations(
    kept.ok ? kept.confirmations : null,
    given.confirmations?.confirmations ?? [],
  );
  return { ok: true, content, count: all.confirmations.length };
}

/** A register from an officer's list, with what a person should look at before it is used. */
export async function registerFromList(
  { file, bytes, province }: RegisterListRequest,
  reader: WorkbookReader,
): Promise<RegisterMade> {
  const read = await reader.read({ file, bytes });
  if (!read.ok) return { ok: false, message: read.message, warnings: [] };
  const made = registerFromGrid(read.grids, province);
  if (!made.ok) return made;
  return {
    ok: true,
    register: {
      province: made.register.province.name,
      agencies: senderViews(made.register, null),
      warnings: made.warnings,
      content: made.content,
    },
  };
}
