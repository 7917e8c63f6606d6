import { HostError } from './wire';

/**
 * How an injected failure shows.
 * A code is what the host answers inside a normal response; a number is an error of the transport, as Excel for Windows
 * gives it.
 */
export type FailureKind =
  | { code: string; message?: string; httpStatus?: number }
  | { transport: 5004 | 5012 | 5016 | 5102 | 5103 | 5104 | 7000 | 1014 | number };

export interface Failure {
  error: FailureKind;
  /**
   * How much of the batch is carried out first: nothing (default), so many actions, or everything (the answer is lost
   * on its way). Transport errors normally come before anything is done.
   */
  done?: 'nothing' | 'all' | number;
}

/** Meaning of the transport's numbers where there is no numeric channel (plain Node bridge). */
export const TRANSPORT_CODES: Record<number, string> = {
  5004: 'InvalidOperationInCellEditMode',
  5012: 'InvalidOrTimedOutSession',
  5016: 'WriteNotSupportedWhenModalDialogOpen',
  5102: 'ActivityLimitReached',
  5103: 'RequestPayloadSizeLimitExceeded',
  5104: 'ResponsePayloadSizeLimitExceeded',
  7000: 'AccessDenied',
  1014: 'InvalidSheetName',
};

export const CELL_EDIT: FailureKind = { transport: 5004 };
export const SESSION_LOST: FailureKind = { transport: 5012 };
export const REQUEST_TOO_LARGE: FailureKind = { transport: 5103 };
export const RESPONSE_TOO_LARGE: FailureKind = { transport: 5104 };

interface Rule {
  from: number;
  to: number;
  failure: Failure;
  when?: (request: { write: boolean }) => boolean;
}

/**
 * Which requests fail. Requests count from 1 since the host was made or `clear` was called; the library's own clean-up
 * requests are not counted and never fail.
 */
export class FailurePlan {
  private rules: Rule[] = [];
  private count = 0;
  /** A person is typing in a cell: every request is refused until this is false again. */
  editing = false;

  /** The n-th request from now fails (1 = the next). */
  failNth(n: number, failure: Failure): void {
    this.rules.push({ from: this.count + n, to: this.count + n, failure });
  }
  /** The next request fails. */
  failNext(failure: Failure): void {
    this.failNth(1, failure);
  }
  /** Every request after the first n from now fails. */
  failAfter(n: number, failure: Failure): void {
    this.rules.push({ from: this.count + n + 1, to: Infinity, failure });
  }
  /** The n-th writing request from now fails, whatever reads lie between. */
  failNthWrite(n: number, failure: Failure): void {
    let seen = 0;
    this.rules.push({ from: 0, to: Infinity, failure, when: (r) => r.write && ++seen === n });
  }
  clear(): void {
    this.rules = [];
    this.count = 0;
    this.editing = false;
  }

  /** Called once per counted request. */
  next(request: { write: boolean }): Failure | null {
    this.count += 1;
    if (this.editing) return { error: CELL_EDIT };
    for (const rule of this.rules)
      if (this.count >= rule.from && this.count <= rule.to && (!rule.when || rule.when(request))) return rule.failure;
    return null;
  }
}

export function hostErrorOf(kind: FailureKind): HostError {
  if ('transport' in kind)
    return new HostError(TRANSPORT_CODES[kind.transport] ?? 'GeneralException', 'Injected failure.', 500);
  return new HostError(kind.code, kind.message ?? 'Injected failure.', kind.httpStatus ?? 500);
}
