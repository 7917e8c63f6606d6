import { parseRegister } from '../../core/agencies/parse-register';
import type { Register } from '../../core/agencies/register-schema';
import { failure, type Outcome } from '../../core/model/outcome';
import { readConfirmations } from '../agencies/sender-views';
import type { EngineSettings, RegisterChoice, SettingsInfo } from '../calls/work-calls';
import { expectedAgencies } from '../consolidate/missing-senders';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';
import { namedPeriod } from './work-period';

/** Puts settings into a session. A setting that cannot be read counts as not set and is told in `wrong`. */
export async function settle(
  state: SessionState,
  { register, period, confirmations }: EngineSettings,
  registers: SessionDeps['registers'],
): Promise<SettingsInfo> {
  const wrong: SettingsInfo['wrong'] = [];
  const read = <T>(field: SettingsInfo['wrong'][number]['field'], outcome: Outcome<{ value: T }>): T | null => {
    if (outcome.ok) return outcome.value;
    wrong.push({ field, message: outcome.message });
    return null;
  };
  state.register = read('register', await chosenRegister(register, registers));
  state.period = read('period', namedPeriod(period));
  state.confirmations = read('confirmations', confirmed(confirmations ?? ''));
  state.settled();
  return {
    register: state.register && {
      province: state.register.province.name,
      agencies: expectedAgencies({ register: state.register, period: state.period }).length,
    },
    period: state.period,
    confirmations: state.confirmations?.confirmations.length ?? 0,
    wrong,
  };
}

async function chosenRegister(
  choice: RegisterChoice,
  registers: SessionDeps['registers'],
): Promise<Outcome<{ value: Register | null }>> {
  if (choice.kind === 'none') return { ok: true, value: null };
  let json: unknown;
  try {
    json = choice.kind === 'own' ? JSON.parse(choice.json) : await registers[choice.id]?.();
  } catch {
    return failure('Tệp danh mục không phải là JSON đọc được.');
  }
  const parsed = parseRegister(json);
  return parsed.ok ? { ok: true, value: parsed.register } : parsed;
}

function confirmed(text: string): Outcome<{ value: SessionState['confirmations'] }> {
  const read = readConfirmations(text);
  return read.ok ? { ok: true, value: read.confirmations } : read;
}
