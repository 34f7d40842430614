import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeLimit } from "../../../../kernel/time-limit.ts";
import { processFaults } from "../../process-faults.ts";
import { makeStep, RECEIVE, randomProcess, wholeProcess } from "../../testing/random-process.ts";
import { longestWay } from "../budget.ts";
import { FACT_VALUES } from "../condition.ts";
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

  it("holds the ways of each channel against the limit of that channel", () => {
    const days = (amount: number): TimeLimit => ({ amount, unit: "working-day" });
    const around = { limitByChannel: { counter: days(5), post: days(20) }, limit: days(15) };
    const plain = wholeProcess(makeStep("a", { budgetMinutes: 6 * 480 }));
    expect(processFaults({ steps: plain }, around)).toEqual([
      { fault: "over-limit", minutes: 6 * 480 + 240, limit: days(5), channel: "counter" },
    ]);
    const came = (channel: string, to: string) =>
      ({ when: { fact: "channel", is: "one-of", values: [channel] }, to }) as const;
    const branched = (counter: number) =>
      wholeProcess(
        makeStep("look", {
          budgetMinutes: 240,
          then: { kind: "choice", branches: [came("post", "a"), came("online", "b")], otherwise: "c" },
        }),
        makeStep("a", { budgetMinutes: 19 * 480, then: { kind: "to", step: "approve" } }),
        makeStep("b", { budgetMinutes: 14 * 480, then: { kind: "to", step: "approve" } }),
        makeStep("c", { budgetMinutes: counter }),
      );
    expect(processFaults({ steps: branched(4 * 480) }, around)).toEqual([]);
    expect(processFaults({ steps: branched(4 * 480 + 1) }, around)).toEqual([
      { fault: "over-limit", minutes: 5 * 480 + 1, limit: days(5), channel: "counter" },
    ]);
    // Silence needs a term in every channel.
    const terms = { whenSilent: { outcome: "granted", basis: "Điều 1" } } as const;
    const without = { ...around, limit: "none" } as const;
    expect(processFaults({ steps: branched(60), terms }, without)).toEqual([
      { fault: "silence-without-limit" },
    ]);
    const all = { limitByChannel: { ...around.limitByChannel, online: days(15) }, limit: "none" } as const;
    expect(processFaults({ steps: branched(60), terms }, all)).toEqual([]);
  });

  it("never finds a longer way for a channel than for all", () => {
    fc.assert(
      fc.property(randomProcess, fc.constantFrom(...FACT_VALUES.channel), (steps, channel) => {
        expect(longestWay(steps, channel)).toBeLessThanOrEqual(longestWay(steps));
      }),
    );
  });

  it("lets two appointments together promise no more than the limit, of each channel its own", () => {
    const pay = makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 });
    const steps = wholeProcess(makeStep("a"), pay);
    const days = (amount: number): TimeLimit => ({ amount, unit: "working-day" });
    const terms = { appointments: { first: days(5), second: days(3) } };
    expect(processFaults({ steps, terms }, { limit: days(8) })).toEqual([]);
    expect(processFaults({ steps, terms }, { limit: days(7) })).toEqual([
      { fault: "appointments-over-limit", limit: days(7) },
    ]);
    expect(processFaults({ steps, terms }, { limit: days(8), limitByChannel: { counter: days(5) } })).toEqual(
      [{ fault: "appointments-over-limit", limit: days(5), channel: "counter" }],
    );
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
