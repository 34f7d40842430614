import { DAY_MS, type Instant, MINUTE_MS } from "../../../kernel/time.ts";

/** How often signing in under one name failed in a row, and until when that name must wait. */
export type Lockout = {
  readonly failedCount: number;
  readonly lastFailedAt: Instant;
  readonly lockedUntil: Instant | undefined;
};

/** Failures that cost nothing; the last of them begins the first wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** After this time without a failure the count begins anew. */
export const FORGET_AFTER_MS = DAY_MS;

/** Whether the name must still wait at `now`. */
export function isLocked(lockout: Lockout | undefined, now: Instant): boolean {
  return lockout?.lockedUntil !== undefined && now < lockout.lockedUntil;
}

/** The wait after the n-th failure in a row, in milliseconds: none, then 1 minute, doubling to 1 hour. */
export function waitAfter(failedCount: number): number {
  if (failedCount < FREE_FAILURES) return 0;
  // 2 ** 6 minutes is already more than an hour; a larger exponent would only risk the number's range.
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failedCount - FREE_FAILURES, 6));
}

/** The count with one more failure at `now`. */
export function afterFailure(before: Lockout | undefined, now: Instant): Lockout {
  const remembered = before !== undefined && now - before.lastFailedAt < FORGET_AFTER_MS;
  const failedCount = (remembered ? before.failedCount : 0) + 1;
  const wait = waitAfter(failedCount);
  return { failedCount, lastFailedAt: now, lockedUntil: wait === 0 ? undefined : now + wait };
}

/**
 * Takes back the failure that was counted before a right password was checked, without forgetting the others:
 * while the second factor is owed, a right password alone must not clear the guesses at its code.
 */
export function takenBack(counted: Lockout): Lockout {
  return { ...counted, failedCount: Math.max(0, counted.failedCount - 1), lockedUntil: undefined };
}
