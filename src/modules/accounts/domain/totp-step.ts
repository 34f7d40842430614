import type { Instant } from "../../../kernel/time.ts";

/** A code of an authenticator app is valid for a step of 30 seconds (RFC 6238, 4.1). */
export const STEP_MS = 30_000;

/** The step in which an instant lies. */
export function stepAt(now: Instant): number {
  return Math.floor(now / STEP_MS);
}

/**
 * The steps whose code may be used now: the present one and one on either side for telephones whose clock is off,
 * but none that is not later than the last used one, so that a code works once (RFC 6238, 5.2).
 */
export function usableSteps(now: Instant, lastUsedStep: number | undefined): readonly number[] {
  const present = stepAt(now);
  return [present, present - 1, present + 1].filter((step) => step > (lastUsedStep ?? -1));
}
