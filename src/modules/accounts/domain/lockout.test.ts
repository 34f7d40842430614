import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, FORGET_AFTER_MS, isLocked, type Lockout, takenBack, waitAfter } from "./lockout.ts";

const START = 1_795_000_000_000;
const MINUTE = 60_000;

function failTimes(times: number, now = START): Lockout | undefined {
  let lockout: Lockout | undefined;
  for (let n = 0; n < times; n++) lockout = afterFailure(lockout, now);
  return lockout;
}

test("four failures cost nothing, the fifth costs one minute", () => {
  expect(isLocked(failTimes(4), START)).toBe(false);
  expect(failTimes(5)?.lockedUntil).toBe(START + MINUTE);
});

test("the wait doubles from the fifth failure and stays at one hour", () => {
  const minutes = [5, 6, 7, 8, 9, 10, 11, 12, 1000].map((count) => waitAfter(count) / MINUTE);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("the lock ends exactly when it said", () => {
  const lockout = failTimes(5);
  expect(isLocked(lockout, START + MINUTE - 1)).toBe(true);
  expect(isLocked(lockout, START + MINUTE)).toBe(false);
});

test("a name without failures is not locked", () => {
  expect(isLocked(undefined, START)).toBe(false);
});

test("failures of the day before are forgotten", () => {
  const lockout = failTimes(9);
  expect(afterFailure(lockout, START + FORGET_AFTER_MS).failedCount).toBe(1);
  expect(afterFailure(lockout, START + FORGET_AFTER_MS - 1).failedCount).toBe(10);
});

test("taking a failure back keeps the earlier ones and the next wait as long as it was", () => {
  const counted = failTimes(7);
  if (counted === undefined) throw new Error("no count");
  const after = takenBack(counted);
  expect(isLocked(after, START)).toBe(false);
  expect(afterFailure(after, START).lockedUntil).toBe(counted.lockedUntil);
});

test("no sequence of failures shortens a wait, and none locks for more than an hour", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: FORGET_AFTER_MS - 1 }), { maxLength: 40 });
  fc.assert(
    fc.property(gaps, (pauses) => {
      let now = START;
      let lockout: Lockout | undefined;
      let wait = 0;
      for (const pause of pauses) {
        now += pause;
        lockout = afterFailure(lockout, now);
        const next = (lockout.lockedUntil ?? now) - now;
        expect(next).toBeGreaterThanOrEqual(wait);
        expect(next).toBeLessThanOrEqual(60 * MINUTE);
        wait = next;
      }
    }),
  );
});

test("who guesses only when allowed gets fewer than forty guesses in a day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (patience) => {
      let now = START;
      let lockout: Lockout | undefined;
      let guesses = 0;
      while (now < START + FORGET_AFTER_MS) {
        lockout = afterFailure(lockout, now);
        guesses++;
        now = Math.max(now, lockout.lockedUntil ?? now) + patience;
      }
      expect(guesses).toBeLessThan(40);
    }),
  );
});
