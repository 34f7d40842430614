import { instantOf, type LocalDate } from "../../src/kernel/time.ts";
import { SettableClock } from "../../src/platform/clock.ts";

/** A clock that stands still until the test moves it; by default Monday 23/11/2026, 09:00 in Vietnam. */
export function testClock(date: LocalDate = "2026-11-23", minute = 9 * 60): SettableClock {
  return new SettableClock(instantOf(date, minute));
}
