import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDateOf, MINUTE_MS, minuteOfDay } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { dueAfterPause, sessionsOf, workingTimeBetween } from "../../../kernel/working-calendar.ts";
import { walkOf } from "../../processes/index.ts";
import { explainDeadline } from "../explain-deadline/explain-deadline.ts";
import { stepRows } from "../projection.ts";
import { anyLife, type Birth, type Life, live } from "../testing/random-life.ts";
import { anyProcess } from "../testing/random-process.ts";
import type { CaseAction } from "./case-action.ts";
import { CASE_STATUS, isFinal } from "./case-status.ts";
import { consumptionOf } from "./consumption.ts";
import { countBy, countingOf } from "./counting.ts";
import { isMain, replay } from "./evolve.ts";
import { standsStill } from "./go-on.ts";
import { stretchedSteps } from "./stretched-steps.ts";

const calendar = vietnamCalendar();
const calendarOf = () => calendar;

const anyBirth: fc.Arbitrary<Birth> = fc.record({
  process: anyProcess,
  limit: fc.constantFrom(
    { amount: 5, unit: "working-day" } as const,
    { amount: 8, unit: "working-day" } as const,
    { amount: 12, unit: "calendar-day" } as const,
    { amount: 1, unit: "month" } as const,
  ),
  ...{},
});
const anyAppointments = fc.option(
  fc.constant({
    first: { amount: 5, unit: "working-day" },
    second: { amount: 3, unit: "working-day" },
  } as const),
  { nil: undefined },
);

/** Checks random lives of random branching processes. */
function property(check: (life: Life, birth: Birth) => void, numRuns = 150): void {
  fc.assert(
    fc.property(anyLife, anyBirth, anyAppointments, (tries, birth, appointments) => {
      const whole = appointments === undefined ? birth : { ...birth, appointments };
      check(live(tries, whole), whole);
    }),
    { numRuns },
  );
}

const lastOf = ({ states }: Life) => {
  const last = states.at(-1);
  if (last === undefined) throw new Error("a life begins with a receipt");
  return last;
};

describe("whatever happens to a case on a branching process", () => {
  test("replaying its actions gives the state it has, and rows hold exactly the open steps open", () => {
    property((life) => {
      const last = lastOf(life);
      expect(replay(life.actions)).toEqual(last);
      const open = stepRows([], life.actions, last).filter((row) => row.closed_at === null);
      expect(open.map((row) => row.seq).sort()).toEqual(last.open.map((step) => step.seq).sort());
    });
  });

  test("no step of the process is open twice: a join opens once, when the last of its branches has come", () => {
    property((life, { process }) => {
      const walk = walkOf(process ?? { code: "", steps: [] });
      const forks = walk && process?.steps.filter(({ then }) => then?.kind === "parallel");
      for (const state of life.states) {
        const ids = state.open.filter(isMain).map((step) => step.processStep);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { then } of forks ?? []) {
          if (then?.kind !== "parallel" || !ids.includes(then.join)) continue;
          const inside = between(then.branches, then.join, (id) => walk.mayFollow(id).map((step) => step.id));
          expect(ids.filter((id) => inside.has(id))).toEqual([]);
        }
      }
    });
  });

  test("it never stops short: something is open until the case has ended", () => {
    property((life) => {
      for (const state of life.states) {
        if (isFinal(state.status)) expect(state.open).toEqual([]);
        else expect(state.open.length).toBeGreaterThan(0);
      }
    });
  });

  test("the clock stands exactly while time runs that does not count; state 6 exactly while a payment is awaited", () => {
    property((life) => {
      for (const state of life.states) {
        const stands = state.open.some(standsStill);
        if (state.clock.endedAt === undefined) expect(state.clock.pausedAt !== undefined).toBe(stands);
        if (state.clock.pausedAt !== undefined) expect(state.clock.dueAt).toBeUndefined();
        const owes = state.open.some((step) => step.work === "await-payment");
        expect(state.status === CASE_STATUS.financialDuty).toBe(owes);
      }
    });
  });

  test("it is never due in time in which nobody works", () => {
    property((life) => {
      for (const { clock } of life.states) {
        if (clock.dueAt === undefined) continue;
        const minute = minuteOfDay(clock.dueAt);
        const sessions = sessionsOf(calendar, localDateOf(clock.dueAt));
        expect(sessions.some(({ start, end }) => minute >= start && minute <= end)).toBe(true);
      }
    });
  });

  test("every date is the one that the explanation counts again, and the one that the facts of its counting give", () => {
    property((life) => {
      expect(explainDeadline(life.actions, calendarOf).agrees).toBe(true);
      const { clock } = lastOf(life);
      const counting = countingOf(life.actions);
      if (counting === undefined || clock.noticed !== undefined) return;
      const due = clock.dueAt ?? clock.dueBeforePause;
      if (due !== undefined) expect(countBy(counting, calendar)?.dueAt).toBe(due);
    });
  });

  test("a date that was carried by working time, before calendar days were, is explained as it was", () => {
    let seen = 0;
    const inDays = { amount: 12, unit: "calendar-day" } as const;
    const told = fc.property(anyLife, anyProcess, (tries, process) => {
      const old: CaseAction[] = [];
      for (const action of live(tries, { process, limit: inDays }).actions) {
        const { clock } = action;
        const { dueAt, pausedAt = 0, dueBeforePause } = old.length === 0 ? {} : replay(old).clock;
        if (clock?.kind === "resumed" && clock.carried === "days" && dueBeforePause !== undefined) {
          const { carried: _, ...before } = clock;
          const carried = dueAfterPause(calendar, dueBeforePause, pausedAt, action.at);
          old.push({ ...action, clock: { ...before, dueAt: carried } });
          if (carried !== clock.dueAt) seen++;
        } else if (clock?.kind === "reopened" && dueAt !== undefined)
          old.push({ ...action, clock: { ...clock, dueAt } });
        else old.push(action);
      }
      expect(explainDeadline(old, calendarOf).agrees).toBe(true);
    });
    fc.assert(told, { numRuns: 400, seed: 7 });
    expect(seen).toBeGreaterThan(3);
  });

  test("what its steps consumed adds up to what the case consumed, to the minute; so do its units and posts", () => {
    property((life) => {
      const until = (life.actions.at(-1)?.at ?? 0) + 3000 * MINUTE_MS;
      const spent = consumptionOf(life.actions, calendarOf, until);
      const sum = (parts: readonly { readonly countedMinutes: number }[]) =>
        parts.reduce((minutes, part) => minutes + part.countedMinutes, 0);
      expect(sum(spent.steps)).toBe(spent.caseMinutes);
      expect(sum(spent.places)).toBe(spent.caseMinutes);
      expect(spent.caseMinutes).toBe(Math.floor(runningTime(life, until) / MINUTE_MS));
      for (const step of spent.steps) expect(step.ranMinutes).toBeGreaterThanOrEqual(step.countedMinutes - 1);
    });
  });

  test("consumption only grows, whatever happens and however long one waits", () => {
    property((life) => {
      let before = 0;
      for (const [index, action] of life.actions.entries()) {
        const { caseMinutes } = consumptionOf(life.actions.slice(0, index + 1), calendarOf, action.at);
        expect(caseMinutes).toBeGreaterThanOrEqual(before);
        before = caseMinutes;
      }
      const last = life.actions.at(-1)?.at ?? 0;
      for (const later of [1, 100, 10_000]) {
        const { caseMinutes } = consumptionOf(life.actions, calendarOf, last + later * MINUTE_MS);
        expect(caseMinutes).toBeGreaterThanOrEqual(before);
        before = caseMinutes;
      }
    }, 60);
  });

  test("these lives do fork, join, wait, keep silent and see two appointments", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyLife, anyBirth, anyAppointments, (tries, birth, appointments) => {
        const { actions, states } = live(
          tries,
          appointments === undefined ? birth : { ...birth, appointments },
        );
        for (const state of states) if (state.open.filter(isMain).length > 1) seen.add("parallel");
        for (const { data, clock, closed } of actions) {
          seen.add(data.type);
          if (clock !== undefined) seen.add(clock.kind);
          for (const step of closed ?? []) seen.add(step.outcome);
        }
        if (states.at(-1)?.status === CASE_STATUS.returned) seen.add("returned");
      }),
      { numRuns: 600, seed: 11 },
    );
    const wanted = [
      "parallel",
      "wait-ended",
      "opinion-silent",
      "opinion-given",
      "sent-back",
      "silent-consent",
    ];
    for (const word of [
      ...wanted,
      "silent",
      "paused",
      "resumed",
      "second-appointment",
      "restarted",
      "returned",
    ])
      expect(seen).toContain(word);
  });
});

/** Working time in which the clock of the case ran, read off the states alone. */
function runningTime({ actions, states }: Life, until: number): number {
  return states.reduce((sum, { clock }, index) => {
    const runs = clock.startedAt !== undefined && clock.pausedAt === undefined && clock.endedAt === undefined;
    const [from = 0, to = until] = [actions[index]?.at, actions[index + 1]?.at];
    return runs ? sum + workingTimeBetween(calendar, from, to) : sum;
  }, 0);
}

function between(
  from: readonly string[],
  end: string,
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...from];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (id === end || found.has(id)) continue;
    found.add(id);
    left.push(...next(id));
  }
  return found;
}

describe("the days of mountain communes", () => {
  test("are shared out over the steps so that budgets add up to the stretched limit to the minute", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 12 }), (budgets) => {
        const steps = budgets.map((budgetMinutes) => ({ budgetMinutes }));
        const whole = budgets.reduce((sum, minutes) => sum + minutes, 0);
        const limit = { amount: whole / 60, unit: "hour" } as const;
        const stretched = stretchedSteps(steps, { limit, extraWorkingDays: 10 });
        const sum = stretched.reduce((minutes, step) => minutes + step.budgetMinutes, 0);
        expect(sum).toBe(whole + 4800);
        for (const [index, step] of stretched.entries())
          expect(step.budgetMinutes).toBeGreaterThanOrEqual(budgets[index] ?? 0);
      }),
    );
  });

  test("leave time that does not count as it is", () => {
    const steps = [{ budgetMinutes: 2400 }, { budgetMinutes: 960, uncounted: "survey" }];
    const limit = { amount: 5, unit: "working-day" } as const;
    expect(stretchedSteps(steps, { limit, extraWorkingDays: 10 })).toEqual([
      { budgetMinutes: 7200 },
      steps[1],
    ]);
    expect(stretchedSteps(steps, { limit })).toBe(steps);
  });
});
