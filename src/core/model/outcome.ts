/**
 * An expected failure: something a person can mend (a file that is no JSON, a decision that cannot stand). A bug throws
 * instead.
 */
export interface Failure {
  ok: false;
  /** In Vietnamese, what is wrong and what to do: "Tệp hồ sơ quá lớn." */
  message: string;
}

/**
 * What may fail in an expected way: the fields of `T` with `ok: true`, or a failure. `F` is a failure that says more,
 * such as the findings in the way of a decision.
 */
export type Outcome<T extends object, F extends Failure = Failure> = ({ ok: true } & T) | F;

/** The failure with this sentence: `failure('Cần ghi lý do.')`. */
export function failure(message: string): Failure {
  return { ok: false, message };
}
