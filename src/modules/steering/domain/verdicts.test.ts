import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIso } from "../../../kernel/time.ts";
import {
  figuresOf,
  HONEST,
  honestVerdict,
  type JudgedCase,
  OFFICIAL,
  officialUntil,
  officialVerdict,
} from "./verdicts.ts";

const at = (local: string) => parseIso(`${local}+07:00`);
const NOW = at("2026-12-31T17:00");
const DUE = at("2026-12-07T17:00");
const judged = (change: Partial<JudgedCase> = {}): JudgedCase => ({
  status: 4,
  acceptedAt: at("2026-11-23T09:00"),
  dueAt: DUE,
  redated: false,
  supplements: 0,
  waits: [],
  ...change,
});
const official = (change: Partial<JudgedCase>) => officialVerdict(judged(change), NOW);
const honest = (change: Partial<JudgedCase>) => honestVerdict(judged(change), NOW);
const BEFORE = at("2026-12-04T10:00");
const ON = at("2026-12-07T16:00");
const AFTER = at("2026-12-08T08:00");

describe("a case with two appointments", () => {
  it("is late when the first was missed, whatever became of the second", () => {
    expect(honest({ finishedAt: BEFORE })).toBe("early");
    expect(honest({ finishedAt: BEFORE, missedFirst: true })).toBe("late");
    expect(honest({ missedFirst: true, pausedAt: BEFORE })).toBe("late");
  });
});

describe("the first of two appointments, missed by the notice", () => {
  it("is not overdue for the formula, which knows the second alone, with papers asked for as without", () => {
    const waits = [{ from: BEFORE, to: ON, carried: true } as const];
    const missed = { at: BEFORE, dueAt: at("2026-11-27T17:00"), first: true } as const;
    expect(official({ missedFirst: true, finishedAt: DUE })).toBe("on-time");
    expect(official({ missed, supplements: 1, waits, finishedAt: DUE })).toBe("on-time");
    expect(officialUntil(judged({ missed, supplements: 1, waits }))).toBe(DUE);
    expect(official({ missed, supplements: 1, waits, finishedAt: DUE + 1 })).toBe("overdue");
    expect(honest({ missed, supplements: 1, waits, finishedAt: DUE })).toBe("late");
  });
});

describe("the official verdict (index 766)", () => {
  it("compares the end of processing with the appointment, to the moment", () => {
    expect(official({ finishedAt: DUE })).toBe("on-time");
    expect(official({ finishedAt: DUE + 1 })).toBe("overdue");
  });

  it("takes the finishing before the return, the return before the stopping", () => {
    expect(official({ finishedAt: BEFORE, returnedAt: AFTER })).toBe("on-time");
    expect(official({ finishedAt: AFTER, returnedAt: BEFORE })).toBe("overdue");
    expect(official({ returnedAt: AFTER, endedAt: BEFORE })).toBe("overdue");
    for (const status of [3, 7, 8]) {
      expect(official({ status, endedAt: BEFORE })).toBe("on-time");
      expect(official({ status, endedAt: AFTER })).toBe("overdue");
    }
  });

  it("subtracts the time in which papers were awaited from a date that does not have it in it", () => {
    const waits = [{ from: at("2026-11-25T09:00"), to: at("2026-11-27T09:00") }];
    expect(official({ supplements: 1, waits, finishedAt: at("2026-12-09T17:00") })).toBe("on-time");
    expect(official({ supplements: 1, waits, finishedAt: at("2026-12-09T17:01") })).toBe("overdue");
  });

  it("credits the supplement once: not again where the date was counted anew for it", () => {
    const waits = [{ from: at("2026-11-03T09:00"), to: at("2026-11-30T09:00"), carried: true } as const];
    expect(official({ supplements: 1, waits, finishedAt: DUE })).toBe("on-time");
    expect(official({ supplements: 1, waits, finishedAt: DUE + 1 })).toBe("overdue");
    const open = judged({ supplements: 1, waits });
    expect(officialVerdict(open, DUE)).toBe("on-time");
    expect(officialVerdict(open, DUE + 1)).toBe("overdue");
  });

  it("stays overdue where papers were asked for after the appointment in force, whatever the date counted anew", () => {
    const waits = [{ from: BEFORE, to: ON, carried: true } as const];
    const asked = { supplements: 1, waits, finishedAt: ON };
    const dueAt = at("2026-11-27T17:00");
    expect(official({ ...asked, missed: { at: BEFORE, dueAt } })).toBe("overdue");
    expect(official({ ...asked, missed: { at: BEFORE, dueAt, newDueAt: ON } })).toBe("on-time");
  });

  it("ends a case that still awaits papers with the asking", () => {
    expect(official({ status: 5, supplements: 1, waits: [{ from: BEFORE }] })).toBe("on-time");
    expect(official({ status: 5, supplements: 1, waits: [{ from: AFTER }] })).toBe("overdue");
  });

  it("calls more than one request overdue, however quick", () => {
    expect(official({ supplements: 2, finishedAt: BEFORE })).toBe("overdue");
    expect(official({ status: 5, supplements: 2, waits: [{ from: BEFORE }] })).toBe("overdue");
  });

  it("compares an open case with the end of the period", () => {
    expect(officialVerdict(judged(), DUE)).toBe("on-time");
    expect(officialVerdict(judged(), DUE + 1)).toBe("overdue");
  });

  it("takes a new date for the appointment, and counts neither what was not accepted nor what has no date", () => {
    expect(official({ redated: true, newDueAt: AFTER, finishedAt: AFTER })).toBe("on-time");
    // Where a payment or a holiday moved the lawful date past the new one, that is the appointment.
    const moved = { redated: true, newDueAt: BEFORE, supplements: 1 } as const;
    expect(official({ ...moved, finishedAt: DUE })).toBe("on-time");
    expect(officialUntil(judged(moved))).toBe(DUE);
    const missed = { at: ON, dueAt: DUE, newDueAt: BEFORE };
    expect(official({ ...moved, missed, finishedAt: DUE })).toBe("on-time");
    const { acceptedAt: _, ...never } = judged({ status: 3, endedAt: BEFORE });
    expect(officialVerdict(never, NOW)).toBe("not-counted");
    const { dueAt: __, ...dateless } = judged({ finishedAt: BEFORE });
    expect(officialVerdict(dateless, NOW)).toBe("not-counted");
  });
});

describe("the honest verdict", () => {
  it("knows early, on time and late by the lawful date", () => {
    expect(honest({ status: 9, finishedAt: BEFORE })).toBe("early");
    expect(honest({ status: 9, finishedAt: ON })).toBe("on-time");
    expect(honest({ status: 10, finishedAt: AFTER })).toBe("late");
  });

  it("is late for ever where papers were asked for after the appointment", () => {
    const missed = { at: BEFORE, dueAt: at("2026-11-27T17:00") };
    expect(honest({ status: 9, supplements: 1, missed, finishedAt: BEFORE })).toBe("late");
    expect(honestVerdict(judged({ supplements: 1, missed }), BEFORE)).toBe("late");
    expect(honest({ status: 5, supplements: 1, missed, waits: [{ from: BEFORE }] })).toBe("late");
  });

  it("does not lose sight of what was late when its clock stopped", () => {
    expect(honest({ status: 6, pausedAt: AFTER })).toBe("late");
    expect(honest({ pausedAt: AFTER })).toBe("late");
    expect(honest({ status: 6, pausedAt: BEFORE })).toBe("running");
  });

  it("shows apart what the formula covers", () => {
    expect(honest({ status: 7, endedAt: AFTER })).toBe("withdrawn");
    expect(honest({ status: 8, endedAt: BEFORE })).toBe("stopped");
    expect(honest({ status: 3, endedAt: BEFORE })).toBe("stopped");
    expect(honest({ status: 9, redated: true, newDueAt: AFTER, finishedAt: AFTER })).toBe("re-dated");
    expect(honest({ status: 9, acceptedLate: true, finishedAt: BEFORE })).toBe("accepted-late");
    expect(honest({ status: 9, acceptedLate: true, finishedAt: AFTER })).toBe("late");
    expect(honest({ status: 9, supplements: 2, finishedAt: BEFORE })).toBe("many-supplements");
  });

  it("calls an open case late after its date, and does not judge what runs, waits or has no date", () => {
    expect(honest({})).toBe("late");
    expect(honestVerdict(judged(), DUE)).toBe("running");
    expect(honest({ status: 5, supplements: 1, waits: [{ from: BEFORE }] })).toBe("running");
    // Time that does not count: the state is still 4.
    expect(honest({ pausedAt: BEFORE })).toBe("running");
    expect(honest({})).toBe("late");
    const { dueAt: _, ...dateless } = judged({ status: 9, finishedAt: BEFORE });
    expect(honestVerdict(dateless, NOW)).toBe("no-date");
    const { acceptedAt: __, ...never } = judged();
    expect(honestVerdict(never, NOW)).toBeUndefined();
  });
});

describe("the figures of a period", () => {
  it("stand side by side, and the difference has its reasons", () => {
    const figures = figuresOf([
      { official: "on-time", honest: "early", cases: 60 },
      { official: "on-time", honest: "on-time", cases: 20 },
      { official: "on-time", honest: "re-dated", cases: 10 },
      { official: "on-time", honest: "withdrawn", cases: 5 },
      { official: "overdue", honest: "late", cases: 5 },
      { official: "not-counted", honest: "no-date", cases: 100 },
    ]);
    expect(figures.official).toBe(0.95);
    expect(figures.honest).toBeCloseTo(80 / 95);
    expect(figures.calledOnTime).toMatchObject({ "re-dated": 10, withdrawn: 5, late: 0 });
    expect(figuresOf([])).toMatchObject({ official: undefined, honest: undefined, overdue: 0 });
  });

  it("count every case once, in whatever pairs they come", () => {
    const pair = fc.record({
      official: fc.constantFrom(...OFFICIAL),
      honest: fc.constantFrom(...HONEST),
      cases: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(pair), (counts) => {
        const { classes, calledOnTime, overdue } = figuresOf(counts);
        const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((a, b) => a + b, 0);
        expect(sum(classes)).toBe(counts.reduce((all, count) => all + count.cases, 0));
        expect(sum(calledOnTime) + overdue).toBeLessThanOrEqual(sum(classes));
      }),
    );
  });
});
