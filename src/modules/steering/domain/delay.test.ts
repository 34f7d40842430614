import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import { attributeDelay, caseMinutes, type WorkedStep } from "./delay.ts";

const calendar = vietnamCalendar();
const START = instantOf("2026-11-23", 9 * 60);
const later = (minutes: number) => addWorkingMinutes(calendar, START, minutes);
const step = (change: Partial<WorkedStep>): WorkedStep => ({
  seq: 1,
  work: "process",
  unitId: 7,
  post: "specialist",
  openedAt: START,
  closedAt: later(100),
  dueAt: later(60),
  ...change,
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("whose delay it is", () => {
  it("blames nobody for time that does not count, nor the branch beside it for what it waited", () => {
    const survey = step({
      work: "await-outside",
      openedAt: later(20),
      closedAt: later(520),
      uncounted: true,
    });
    // Due where the pause had moved it; its own budget is an hour.
    const beside = step({ seq: 2, closedAt: later(550), dueAt: later(560), budgetMinutes: 60 });
    expect(attributeDelay([survey, beside], calendar, later(900))).toMatchObject([
      { seq: 2, budget: 60, consumed: 50, overrun: 0 },
    ]);
    expect(caseMinutes([survey, beside], calendar, later(900))).toBe(50);
  });

  it("gives what is beyond the budget to step, unit and post", () => {
    const steps = [
      step({ work: "receive", unitId: 1, post: "desk-officer", closedAt: later(30) }),
      step({ seq: 2, openedAt: later(30), closedAt: later(200), dueAt: later(130) }),
    ];
    expect(attributeDelay(steps, calendar, later(500))).toMatchObject([
      { unitId: 1, post: "desk-officer", budget: 60, consumed: 30, overrun: 0 },
      { seq: 2, unitId: 7, post: "specialist", budget: 100, consumed: 170, overrun: 70 },
    ]);
  });

  it("blames nobody for an opinion that came on the last day of its term, and the desk for what it kept overnight", () => {
    const opinion = step({
      work: "opinion",
      budgetMinutes: 1440,
      dueAt: instantOf("2026-11-26", 990),
      closedAt: instantOf("2026-11-26", 900),
    });
    const [came] = attributeDelay([opinion], calendar, later(3000));
    expect(came).toMatchObject({ consumed: 1710, budget: 1800, overrun: 0 });
    const kept = step({ work: "receive", budgetMinutes: 600, dueAt: instantOf("2026-11-23", 990) });
    const late = { ...kept, closedAt: instantOf("2026-11-24", 480) };
    expect(attributeDelay([late], calendar, later(3000))).toMatchObject([{ overrun: 60 }]);
  });

  it("counts an open step until now", () => {
    expect(attributeDelay([step({ closedAt: null })], calendar, later(500))[0]?.overrun).toBe(440);
  });

  it("never counts waiting for the applicant against anybody, also under a step that stayed open", () => {
    const waiting = step({
      seq: 2,
      work: "await-payment",
      openedAt: later(20),
      closedAt: later(90),
      dueAt: null,
    });
    const shares = attributeDelay([step({}), waiting], calendar, later(500));
    expect(shares).toMatchObject([{ consumed: 30, overrun: 0 }]);
    const fetching = step({
      seq: 3,
      work: "return",
      openedAt: later(100),
      closedAt: null,
      dueAt: later(101),
    });
    expect(attributeDelay([fetching], calendar, later(5000))).toEqual([]);
    const both = [step({ closedAt: later(300) }), waiting, { ...waiting, seq: 3, closedAt: later(120) }];
    expect(attributeDelay(both, calendar, later(500))[0]?.consumed).toBe(200);
  });
});

/** A case whose steps follow one another; some of them wait for the applicant. Minutes are whole. */
const sequential = fc
  .array(
    fc.record({
      take: fc.integer({ min: 0, max: 6000 }),
      budget: fc.integer({ min: 1, max: 3000 }),
      work: fc.constantFrom("receive", "process", "review", "approve", "issue", "await-supplement"),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((plan) => {
    let at = START;
    return plan.map(({ take, budget, work }, index): WorkedStep => {
      const openedAt = at;
      at += take * MINUTE_MS;
      const dueAt = work === "await-supplement" ? null : addWorkingMinutes(calendar, openedAt, budget);
      return { seq: index + 1, work, unitId: index % 3, post: "specialist", openedAt, closedAt: at, dueAt };
    });
  });

describe("the sums of a case whose steps follow one another", () => {
  it("what its steps consumed is what it consumed", () => {
    fc.assert(
      fc.property(sequential, (steps) => {
        const shares = attributeDelay(steps, calendar, START);
        expect(sum(shares.map((share) => share.consumed))).toBe(caseMinutes(steps, calendar, START));
      }),
    );
  });

  it("the overruns are at least what it took beyond its budgets, and exactly that if nobody saved time", () => {
    fc.assert(
      fc.property(sequential, (steps) => {
        const shares = attributeDelay(steps, calendar, START);
        const overruns = sum(shares.map((share) => share.overrun));
        const beyond = sum(shares.map((share) => share.consumed - (share.budget ?? share.consumed)));
        expect(overruns).toBeGreaterThanOrEqual(beyond);
        if (shares.every((share) => share.consumed >= (share.budget ?? 0))) expect(overruns).toBe(beyond);
      }),
    );
  });

  it("steps side by side never make the case longer than its own time", () => {
    fc.assert(
      fc.property(sequential, sequential, (main, side) => {
        const both = [...main, ...side.filter((one) => one.dueAt !== null)];
        const shares = attributeDelay(both, calendar, START);
        expect(caseMinutes(both, calendar, START)).toBeLessThanOrEqual(
          sum(shares.map((one) => one.consumed)),
        );
      }),
    );
  });
});
