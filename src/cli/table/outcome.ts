import type { Failure as ExpectedFailure } from '../../core/model/outcome';

/** What a command came to: done (1: done, and there is something to look at), or why not. */
export type Outcome = { ok: true; code: 0 | 1 } | Failure;

/** An expected failure. Exit codes: 2 the command cannot be carried out as it stands, 3 there is no result to give. */
export interface Failure extends ExpectedFailure {
  /** Lines that go with the message. */
  more?: readonly string[];
  code?: 2 | 3;
}

export const DONE: Outcome = { ok: true, code: 0 };

/** The command is wrong, or something it names is not as it must be. */
export const wrong = (message: string): Failure => ({ ok: false, message, code: 2 });

/** The command is right, and there is nothing to give or it may not stand. */
export const nothing = (message: string, more: readonly string[] = []): Failure => ({
  ok: false,
  message,
  more,
  code: 3,
});
