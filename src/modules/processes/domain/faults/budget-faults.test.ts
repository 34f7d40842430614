import { describe, expect, it } from "vitest";
import type { TimeLimit } from "../../../../kernel/time-limit.ts";
import { processFaults } from "../../process-faults.ts";
import { makeStep, RECEIVE, wholeProcess } from "../../testing/random-process.ts";
import type { Flow } from "../process.ts";

describe("the time of a process against its limits", () => {
  it("compares the longest way with the limit, and says both figures", () => {
    const steps = wholeProcess(makeStep("a", { budgetMinutes: 480 }));
    expect(processFaults({ steps }, { limit: { amount: 12, unit: "hour" } })).toEqual([]);
    expect(processFaults({ steps }, { limit: { amount: 11, unit: "hour" } })).toEqual([
      { fault: "over-limit", minutes: 720, limit: { amount: 11, unit: "hour" } },
    ]);
  });

  it.each<[TimeLimit, number]>([
    [{ amount: 20, unit: "calendar-day" }, 20],
    [{ amount: 2, unit: "month" }, 46],
    [{ amount: 1, unit: "in-day" }, 1],
  ])("finds what no %o can hold, on whichever dates it falls", (limit, days) => {
    // Receipt, approval, issue and return have an hour each.
    const steps = (minutes: number) => wholeProcess(makeStep("a", { budgetMinutes: minutes - 240 }));
    expect(processFaults({ steps: steps(days * 480) }, { limit })).toEqual([]);
    const over = { minutes: days * 480 + 1, limit };
    expect(processFaults({ steps: steps(days * 480 + 1) }, { limit })).toEqual([
      { fault: "over-limit", ...over },
    ]);
    const pay = makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 });
    const terms = { appointments: { first: limit, second: { amount: 9, unit: "month" } } } as const;
    const paid = [
      RECEIVE,
      makeStep("a", { budgetMinutes: over.minutes - 60 }),
      pay,
      ...wholeProcess().slice(1),
    ];
    expect(processFaults({ steps: paid, terms })).toEqual([{ fault: "over-appointment", part: 1, ...over }]);
  });

  it("holds each part of two appointments against its own limit: 5 days and 3 after the payment", () => {
    const day = 480;
    const steps = (before: number, after: number) =>
      wholeProcess(
        makeStep("a", { budgetMinutes: before - 60 }),
        makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 }),
        makeStep("b", { budgetMinutes: after - 180 }),
      );
    const terms = {
      appointments: {
        first: { amount: 5, unit: "working-day" },
        second: { amount: 3, unit: "working-day" },
      },
    } as const;
    expect(processFaults({ steps: steps(5 * day, 3 * day), terms })).toEqual([]);
    expect(processFaults({ steps: steps(6 * day, 3 * day), terms })).toEqual([
      { fault: "over-appointment", part: 1, minutes: 6 * day, limit: terms.appointments.first },
    ]);
    expect(processFaults({ steps: steps(5 * day, 4 * day), terms })).toEqual([
      { fault: "over-appointment", part: 2, minutes: 4 * day, limit: terms.appointments.second },
    ]);
    expect(processFaults({ steps: wholeProcess(makeStep("a")), terms })).toEqual([
      { fault: "appointments-without-payment" },
    ]);
  });

  it.each<TimeLimit>([
    { amount: 1.5, unit: "month" },
    { amount: 2.5, unit: "calendar-day" },
    { amount: 1e9, unit: "working-day" },
  ])("lets nobody be given an appointment of %o", (first) => {
    const pay = makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 });
    const terms = { appointments: { first, second: { amount: 3, unit: "working-day" } } } as const;
    expect(processFaults({ steps: wholeProcess(makeStep("a"), pay), terms })).toEqual([
      { fault: "appointment-uncountable", part: 1 },
    ]);
  });

  it("counts each of two payments of which a case meets one: before any, and after the one with the longer rest", () => {
    const day = 480;
    const pay = { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 } as const;
    const mountain = { fact: "mountain", is: "one-of", values: [true] } as const;
    const either: Flow = { kind: "choice", branches: [{ when: mountain, to: "pay-a" }], otherwise: "b" };
    const terms = {
      appointments: { first: { amount: 5, unit: "working-day" }, second: { amount: 3, unit: "working-day" } },
    } as const;
    // Receipt, and behind the payments approval, issue and return, have an hour each.
    const found = (restOfA: number, beforeB: number, restOfB: number) =>
      processFaults({
        steps: wholeProcess(
          makeStep("x", { budgetMinutes: day - 60, then: either }),
          makeStep("pay-a", pay),
          makeStep("a", { budgetMinutes: restOfA * day - 180, then: { kind: "to", step: "approve" } }),
          makeStep("b", { budgetMinutes: beforeB * day }),
          makeStep("pay-b", pay),
          makeStep("c", { budgetMinutes: restOfB * day - 180 }),
        ),
        terms,
      }).map((fault) =>
        fault.fault === "over-appointment" ? [fault.part, fault.minutes / day] : fault.fault,
      );
    expect(found(3, 4, 3)).toEqual([]);
    expect(found(3, 5, 3)).toEqual([[1, 6]]);
    expect(found(4, 4, 3)).toEqual([[2, 4]]);
    expect(found(3, 4, 4)).toEqual([[2, 4]]);
  });
});
