import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, instantOf } from "../../../kernel/time.ts";
import type { CaseAction, ClockChange, Matter } from "./case-action.ts";
import type { CaseClock } from "./case-state.ts";
import { clockAfter } from "./clock-after.ts";
import { verdictByDates } from "./verdict-by-dates.ts";

const DUE = instantOf("2026-11-09", 990);
const day = (date: string) => instantOf(date, 600);
const MATTER: Matter = {
  procedureId: 1,
  procedureVersion: 1,
  procedureCode: "1",
  procedureName: "",
  field: "Đất đai",
  limit: { amount: 5, unit: "working-day" },
  processId: 1,
};
const RUNNING: CaseClock = {
  startedAt: day("2026-11-02"),
  firstDueAt: DUE,
  dueAt: DUE,
  calendar: "1",
  rules: "2026",
};
const ASKED: ClockChange = { kind: "paused", why: "supplement" };
const ANEW: ClockChange = { kind: "restarted", dueAt: day("2026-12-30"), calendar: "1", rules: "2026" };

type Happened = readonly [date: string, change: ClockChange];
/** The clock after what happened on these days. */
const clockAfterAll = (matter: Matter, happened: readonly Happened[]): CaseClock =>
  happened.reduce((clock, [date, change], index) => {
    const base = { caseId: "", seq: index + 2, at: day(date), by: { kind: "officer" }, status: 4 } as const;
    const action: CaseAction = { ...base, data: { type: "passed-on" }, clock: change };
    return clockAfter(clock, action, matter);
  }, RUNNING);
const clockOf = (...happened: readonly Happened[]) => clockAfterAll(MATTER, happened);

describe("an appointment that had passed when papers were asked for", () => {
  test("stays missed when the time is counted anew, however long", () => {
    const missed = { at: day("2026-11-20"), dueAt: DUE };
    expect(clockOf(["2026-11-20", ASKED]).missed).toEqual(missed);
    const anew = clockOf(["2026-11-20", ASKED], ["2026-11-21", ANEW]);
    expect(anew).toMatchObject({ missed, dueAt: day("2026-12-30"), firstDueAt: DUE });
    expect(clockOf(["2026-11-09", ASKED], ["2026-11-21", ANEW]).missed).toBeUndefined();
  });

  test("is kept with the new date after an apology, which the counting anew takes the place of", () => {
    const newDueAt = instantOf("2026-11-16", 990);
    const clock = clockOf(
      ["2026-11-09", { kind: "re-dated", dueAt: newDueAt }],
      ["2026-11-12", ASKED],
      ["2026-11-13", ANEW],
    );
    expect(clock.missed).toEqual({ at: day("2026-11-12"), dueAt: DUE, newDueAt });
    expect(clock.newDueAt).toBeUndefined();
  });

  test("is the first one for ever, and judged by when the clock stopped", () => {
    const again = clockOf(
      ["2026-11-20", ASKED],
      ["2026-11-21", ANEW],
      ["2027-01-20", ASKED],
      ["2027-01-21", ANEW],
    );
    expect(again.missed).toEqual({ at: day("2026-11-20"), dueAt: DUE });
    // It stood for the tax office since before the appointment: that papers are asked for later misses nothing.
    const stood = clockOf(["2026-11-06", { kind: "paused", why: "uncounted" }], ["2026-11-20", ASKED]);
    expect(stood.missed).toBeUndefined();
  });

  describe("of two appointments", () => {
    const notice: ClockChange = { kind: "paused", why: "financial-duty" };
    const second: ClockChange = {
      kind: "second-appointment",
      dueAt: day("2026-12-01"),
      calendar: "1",
      rules: "2026",
    };
    const twice = { ...MATTER, appointments: { first: MATTER.limit, second: MATTER.limit } } as Matter;
    const clockOfTwo = (...happened: readonly Happened[]) => clockAfterAll(twice, happened);
    const first = { at: day("2026-11-12"), dueAt: DUE, first: true };

    test("is also the first, which the counting anew would forget, marked as the one that the notice missed", () => {
      const paid = clockOfTwo(
        ["2026-11-12", notice],
        ["2026-11-13", second],
        ["2026-11-16", ASKED],
        ["2026-11-17", ANEW],
      );
      expect(paid.noticed).toBeUndefined();
      expect(paid.missed).toEqual(first);
      // Papers asked for while the payment is awaited: that the first has passed is no later asking.
      expect(clockOfTwo(["2026-11-12", notice], ["2026-11-16", ASKED]).missed).toEqual(first);
    });

    test("keeps the new date after an apology with it", () => {
      const newDueAt = instantOf("2026-11-16", 990);
      const clock = clockOfTwo(
        ["2026-11-09", { kind: "re-dated", dueAt: newDueAt }],
        ["2026-11-12", notice],
        ["2026-11-13", second],
        ["2026-11-16", ASKED],
        ["2026-11-17", ANEW],
      );
      expect(clock.missed).toEqual({ ...first, newDueAt });
    });

    test("is the second where that had passed too: then papers were asked for too late", () => {
      const clock = clockOfTwo(
        ["2026-11-12", notice],
        ["2026-11-13", second],
        ["2026-12-02", ASKED],
        ["2026-12-03", ANEW],
      );
      expect(clock.missed).toEqual({ at: day("2026-12-02"), dueAt: day("2026-12-01") });
    });
  });

  test("whatever happens to the clock, the verdict is late exactly if a date was missed then or is missed now", () => {
    const turn = fc.record({
      days: fc.integer({ min: 0, max: 9 }),
      waits: fc.integer({ min: 0, max: 9 }),
      kind: fc.constantFrom("supplement", "uncounted", "re-dated", "re-measured"),
    });
    const law = { calendar: "1", rules: "2026" };
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), fc.integer({ min: 0, max: 9 }), (turns, last) => {
        let now = day("2026-11-02");
        let due = DUE;
        let wasLate = false;
        let clock = RUNNING;
        const act = (change: ClockChange) => {
          const base = { caseId: "", seq: 2, at: now, by: { kind: "officer" }, status: 4 } as const;
          clock = clockAfter(clock, { ...base, data: { type: "passed-on" }, clock: change }, MATTER);
        };
        for (const { days, waits, kind } of turns) {
          now += days * DAY_MS;
          if (kind === "re-dated") {
            act({ kind, dueAt: due + waits * DAY_MS });
            continue;
          }
          if (kind === "re-measured") {
            due = Math.max(due, now) + waits * DAY_MS;
            act({ kind, dueAt: due, calendar: "2" });
            continue;
          }
          act({ kind: "paused", why: kind });
          wasLate ||= kind === "supplement" && now > due;
          if (now <= due) due += waits * DAY_MS;
          now += waits * DAY_MS;
          if (kind === "supplement") due = now + 5 * DAY_MS;
          act({ kind: kind === "supplement" ? "restarted" : "resumed", dueAt: due, ...law });
        }
        const finishedAt = now + last * DAY_MS;
        const isLate = verdictByDates({ clock, finishedAt }) === "late";
        expect(isLate).toBe(wasLate || finishedAt > due);
      }),
      { numRuns: 1000 },
    );
  });
});
