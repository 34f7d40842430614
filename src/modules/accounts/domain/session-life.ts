import { type Instant, MINUTE_MS } from "../../../kernel/time.ts";

/** A working day: after this time the officer signs in again, however busy. */
export const SESSION_MS = 8 * 60 * MINUTE_MS;
/** Without a request for so long a session ends: somebody left the desk. */
export const IDLE_MS = 60 * MINUTE_MS;
/** How long the code of the second factor may take after the password. */
const PENDING_MS = 10 * MINUTE_MS;
/** The last request is noted at most this often, so that reading pages writes next to nothing. */
const TOUCH_MS = MINUTE_MS;

export type SessionTimes = { readonly lastSeenAt: Instant; readonly expiresAt: Instant };

/** Whether a session still opens the door. */
export function isAlive(session: SessionTimes, now: Instant): boolean {
  return now < session.expiresAt && now < session.lastSeenAt + IDLE_MS;
}

/** Whether the last request must be noted again. */
export function needsTouch(session: SessionTimes, now: Instant): boolean {
  return now >= session.lastSeenAt + TOUCH_MS;
}

/** When a session begun now ends at the latest. */
export function expiryOf(now: Instant, secondFactorPending: boolean): Instant {
  return now + (secondFactorPending ? PENDING_MS : SESSION_MS);
}
