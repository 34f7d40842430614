import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, instantOf, localDateOf, MINUTE_MS } from "./time.ts";
import { appointmentInForce, urgency, verdict } from "./verdict.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";

const calendar = vietnamCalendar();
const due = instantOf("2026-11-26", 990);

describe("the verdict on a finished case", () => {
  it("is early on an earlier day, on time up to the appointment, late one minute after it", () => {
    expect(verdict(due, instantOf("2026-11-25", 1439))).toBe("early");
    expect(verdict(due, instantOf("2026-11-26", 430))).toBe("on-time");
    expect(verdict(due, due)).toBe("on-time");
    expect(verdict(due, due + MINUTE_MS)).toBe("late");
  });

  it("never gets better with time", () => {
    const rank = { early: 0, "on-time": 1, late: 2 };
    const offset = fc.integer({ min: -20_000, max: 20_000 }).map((minutes) => minutes * MINUTE_MS);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(rank[verdict(due, due + first)]).toBeLessThanOrEqual(rank[verdict(due, due + second)]);
      }),
    );
  });
});

describe("the appointment in force", () => {
  it("is the later of the lawful date and the new one after an apology, else the one there is", () => {
    const later = due + MINUTE_MS;
    expect(appointmentInForce({ dueAt: due, newDueAt: later })).toBe(later);
    // A holiday declared since, or a payment, moved the lawful date past the new one.
    expect(appointmentInForce({ dueAt: later, newDueAt: due })).toBe(later);
    expect(appointmentInForce({ dueAt: due })).toBe(due);
    // While the clock stands there is no lawful date; the new one was promised.
    expect(appointmentInForce({ newDueAt: later })).toBe(later);
    expect(appointmentInForce({})).toBeUndefined();
  });
});

describe("how pressing an open case is", () => {
  it("warns on the last working day, on the day itself, and after it", () => {
    expect(urgency(instantOf("2026-11-24", 600), due, calendar)).toBe("ok");
    expect(urgency(instantOf("2026-11-25", 991), due, calendar)).toBe("soon");
    expect(urgency(instantOf("2026-11-26", 430), due, calendar)).toBe("due-today");
    expect(urgency(due + 1, due, calendar)).toBe("late");
  });

  it("calls a Friday evening soon when the case is due on Monday", () => {
    const monday = instantOf("2026-11-30", 990);
    expect(urgency(instantOf(addDays(localDateOf(monday), -3), 1000), monday, calendar)).toBe("soon");
  });
});
