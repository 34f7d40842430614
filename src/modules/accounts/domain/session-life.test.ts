import { expect, test } from "vitest";
import { expiryOf, isAlive, needsTouch } from "./session-life.ts";

const START = 1_795_000_000_000;
const MINUTE = 60_000;

test("an idle session ends after sixty minutes", () => {
  const session = { lastSeenAt: START, expiresAt: START + 480 * MINUTE };
  expect(isAlive(session, START + 60 * MINUTE - 1)).toBe(true);
  expect(isAlive(session, START + 60 * MINUTE)).toBe(false);
});

test("a busy session ends after eight hours", () => {
  const expiresAt = expiryOf(START, false);
  expect(isAlive({ lastSeenAt: expiresAt - 1, expiresAt }, expiresAt - 1)).toBe(true);
  expect(isAlive({ lastSeenAt: expiresAt - 1, expiresAt }, expiresAt)).toBe(false);
  expect(expiresAt - START).toBe(480 * MINUTE);
});

test("the second factor may take ten minutes", () => {
  expect(expiryOf(START, true) - START).toBe(10 * MINUTE);
});

test("requests are noted once a minute", () => {
  const session = { lastSeenAt: START, expiresAt: START + 480 * MINUTE };
  expect(needsTouch(session, START + MINUTE - 1)).toBe(false);
  expect(needsTouch(session, START + MINUTE)).toBe(true);
});
