import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, instantOf, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { buildCalendar, isWorkingDay, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { CaseAction, DueCause, Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { countBy, countingOf } from "../domain/counting.ts";
import { evolve, replay } from "../domain/evolve.ts";
import { explainDeadline } from "../explain-deadline/explain-deadline.ts";
import { anyLife, live } from "../testing/random-life.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { startOf } from "./decide-batch.ts";
import { changeOf } from "./recompute-store.ts";
import { type CalendarsOfCase, type Recomputed, recomputeDue } from "./recomputed-due.ts";

const FIRST = vietnamCalendar();
const CAUSE: DueCause = { name: "Ngày hội", decision: "1/QĐ", rest: [], working: [], ordinary: [] };

/** A later calendar in which these days are turned round: a working day rests, a day of rest is worked. */
function turned(base: WorkingCalendar, version: string, dates: readonly LocalDate[]): WorkingCalendar {
  const others = base.exceptions.filter((one) => !dates.includes(one.date));
  const days = dates.map((date) => ({
    date,
    working: !isWorkingDay(base, date),
    name: "Ngày hội",
    source: "1/QĐ",
  }));
  return buildCalendar({ ...base, version, exceptions: [...others, ...days] });
}

/** Calendars declared one after the other; the last is in force. */
function declared(...calendars: readonly WorkingCalendar[]): CalendarsOfCase {
  const all = [FIRST, ...calendars];
  const later = (from: number) =>
    all.slice(from).map((calendar) => ({ calendar, cause: { ...CAUSE, name: calendar.version } }));
  return {
    current: all.at(-1) ?? FIRST,
    counted: (version) => all.find((one) => one.version === version),
    since: (version) => later(all.findIndex((one) => one.version === version) + 1),
    all: () => later(0),
  };
}

const BUDGET = (open: { readonly processStep: string }) =>
  DEPARTMENT_PROCESS.steps.find((step) => step.id === open.processStep)?.budgetMinutes;
const dateOf = ({ clock }: CaseState) => clock.dueAt ?? clock.dueBeforePause;
const isOwed = ({ status }: CaseState) => status === 2 || status === 4 || status === 6;

type History = { readonly actions: readonly CaseAction[]; readonly state: CaseState };

/** Every open moment of a life. */
function openMoments(tries: Parameters<typeof live>[0]): History[] {
  const { actions, states } = live(tries);
  return states.flatMap((state, index) =>
    isOwed(state) ? [{ state, actions: actions.slice(0, index + 1) }] : [],
  );
}

function apply({ state, actions }: History, answer: Recomputed): History {
  const at = actions.at(-1)?.at ?? 0;
  const action: CaseAction = {
    caseId: state.id,
    seq: state.version + 1,
    at,
    by: { kind: "system" },
    ...answer.decision,
  };
  return { state: evolve(state, action), actions: [...actions, action] };
}

function recomputed(history: History, calendars: CalendarsOfCase): History {
  const answer = recomputeDue(history.state, history.actions, calendars, BUDGET);
  if (answer === "unexplained") throw new Error("a date that its calendar does not give");
  return answer === "same" ? history : apply(history, answer);
}

/** The same life of a case that was filed online and accepted at the moment at which the other was received. */
function filedOnline({ actions }: History): History {
  const [received, ...later] = actions;
  if (received?.data.type !== "received") throw new Error("a life begins with its receipt");
  const { clock: _, opened: __, ...first } = received;
  const registered: CaseAction = { ...first, status: 1, data: { ...received.data, type: "registered" } };
  const accepted: CaseAction = { ...received, data: { type: "accepted", paperNumber: 1 } };
  const all = [registered, accepted, ...later].map((action, index) => ({ ...action, seq: index + 1 }));
  return { actions: all, state: replay(all) };
}

/** Received on 23/11 at 8:00, noticed on 24/11 and paid on 27/11, each at 8:00; the second has three working days. */
function twoAppointments(whole?: Matter["limit"]) {
  const [received] = openMoments([])[0]?.actions ?? [];
  if (received?.data.type !== "received" || received.clock?.kind !== "started")
    throw new Error("a life begins with its receipt");
  const at = (date: LocalDate) => instantOf(date, 480);
  const days = (amount: number) => ({ amount, unit: "working-day" }) as const;
  const matter = {
    ...received.data.matter,
    limit: days(5),
    appointments: { first: days(2), second: days(3) },
  };
  const { calendar, rules } = received.clock;
  const within = whole && { sinceAt: at("2026-11-23"), limit: whole, rules };
  const began = { kind: "started", calendar, rules, ...(within && { within }) } as const;
  const happened = [
    [at("2026-11-23"), { ...received.data, matter }, began],
    [at("2026-11-24"), { type: "passed-on" }, { kind: "paused", why: "financial-duty" }],
    [at("2026-11-27"), { type: "passed-on" }, { kind: "second-appointment", calendar, rules }],
  ] as const;
  const actions = happened.map(
    ([when, data, clock], index): CaseAction => ({ ...received, seq: index + 1, at: when, data, clock }),
  );
  const dueAt = instantOf("2026-12-02", 990);
  const clock = { startedAt: at("2026-11-23"), secondFrom: at("2026-11-27"), dueAt, calendar, rules };
  return { actions, clock };
}

const someDays = fc
  .uniqueArray(fc.integer({ min: -10, max: 90 }), { minLength: 1, maxLength: 6 })
  .map((offsets) => offsets.map((offset) => addDays("2026-11-23", offset)));
const check = (property: fc.IProperty<unknown[]> | fc.IProperty<[never]>) =>
  fc.assert(property as fc.IProperty<unknown[]>, { numRuns: 150 });

describe("an appointment counted again", () => {
  it("is the stored one by the calendar that counted it, at every moment of any life", () => {
    check(
      fc.property(anyLife, (tries) => {
        for (const { state, actions } of openMoments(tries)) {
          const counting = countingOf(actions);
          expect(counting && countBy(counting, FIRST)?.dueAt).toBe(dateOf(state));
        }
      }),
    );
  });

  it("is what it would have been, had the calendar been known; a second time changes nothing", () => {
    check(
      fc.property(anyLife, someDays, (tries, days) => {
        const calendars = declared(turned(FIRST, "2026-2", days));
        for (const moment of openMoments(tries)) {
          const after = recomputed(moment, calendars);
          const counting = countingOf(after.actions);
          expect(dateOf(after.state)).toBe(counting && countBy(counting, calendars.current)?.dueAt);
          expect(recomputeDue(after.state, after.actions, calendars, BUDGET)).toBe("same");
        }
      }),
    );
  });

  it("comes back when the declaration is taken back, and the first appointment never moves", () => {
    check(
      fc.property(anyLife, someDays, (tries, days) => {
        const second = turned(FIRST, "2026-2", days);
        const third = buildCalendar({ ...FIRST, version: "2026-3" });
        for (const moment of openMoments(tries)) {
          const back = recomputed(recomputed(moment, declared(second)), declared(second, third));
          expect(dateOf(back.state)).toBe(dateOf(moment.state));
          expect(back.state.clock.firstDueAt).toBe(moment.state.clock.firstDueAt);
          const steps = (state: CaseState) => state.open.map((step) => step.dueAt);
          expect(steps(back.state)).toEqual(steps(moment.state));
        }
      }),
    );
  });

  it("does not move for days before it began or after its date", () => {
    const far = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
    check(
      fc.property(anyLife, far, (tries, offsets) => {
        for (const { state, actions } of openMoments(tries)) {
          const last = localDateOf(dateOf(state) ?? 0);
          const first = localDateOf(countingOf(actions)?.from ?? 0);
          const days = offsets.flatMap((offset) => [addDays(last, offset), addDays(first, -offset)]);
          const calendars = declared(turned(FIRST, "2026-2", days));
          // Steps that were opened late may look beyond the date; the appointment does not.
          expect(recomputeDue(state, actions, calendars, BUDGET)).toBe("same");
        }
      }),
    );
  });

  it("is explained line by line by the calendar that counted each of its dates", () => {
    check(
      fc.property(anyLife, someDays, (tries, days) => {
        const calendars = declared(turned(FIRST, "2026-2", days));
        for (const moment of openMoments(tries)) {
          const { actions, state } = recomputed(moment, calendars);
          const explanation = explainDeadline(actions, (version) => calendars.counted(version) ?? FIRST);
          expect(explanation.agrees).toBe(true);
          expect(explanation.dueAt).toBe(state.clock.dueAt);
        }
      }),
    );
  });

  it("comes out of the state alone as out of the history, where nothing but receipt, acceptance and recomputations timed it", () => {
    let seen = 0;
    const plain = ({ type }: CaseAction["data"]) =>
      type === "received" || type === "accepted" || type === "due-recomputed";
    check(
      fc.property(anyLife, someDays, (tries, days) => {
        const second = turned(FIRST, "2026-2", days);
        const third = turned(second, "2026-3", ["2026-11-27"]);
        for (const moment of openMoments(tries).flatMap((one) => [one, filedOnline(one)])) {
          for (const now of [moment, recomputed(moment, declared(second))]) {
            if (now.actions.some(({ clock, data }) => clock !== undefined && !plain(data))) continue;
            const start = startOf(now.state);
            if (start === undefined) throw new Error("a received case whose clock did not start");
            seen++;
            for (const calendars of [declared(second), declared(second, third)])
              expect(recomputeDue(now.state, [start], calendars, BUDGET)).toEqual(
                recomputeDue(now.state, now.actions, calendars, BUDGET),
              );
          }
        }
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("of a member of a group is ended by the time of the whole, also out of the state alone", () => {
    const [moment] = openMoments([]);
    const [received] = moment?.actions ?? [];
    if (received?.clock?.kind !== "started") throw new Error("a life begins with its receipt");
    const limit = { amount: 3, unit: "working-day" } as const;
    const within = { sinceAt: received.at, limit, rules: received.clock.rules };
    const dueAt = instantOf("2026-11-26", 16 * 60 + 30);
    const member: CaseAction = { ...received, clock: { ...received.clock, dueAt, within } };
    const state = evolve(undefined, member);
    const calendars = declared(turned(FIRST, "2026-2", ["2026-11-25"]));
    const answer = recomputeDue(state, [member], calendars, BUDGET);
    expect(answer).toMatchObject({ newDueAt: instantOf("2026-11-27", 16 * 60 + 30) });
    const start = startOf(state);
    expect(start && recomputeDue(state, [start], calendars, BUDGET)).toEqual(answer);
    // What only its own limit of five days would span moves nothing.
    expect(recomputeDue(state, [member], declared(turned(FIRST, "2026-2", ["2026-11-27"])), BUDGET)).toBe(
      "same",
    );
  });

  it("of a member that was put right after its second appointment is ended by the time of the whole again", () => {
    const days = (amount: number) => ({ amount, unit: "working-day" }) as const;
    const { actions } = twoAppointments(days(6));
    const second = countingOf(actions);
    if (second === undefined) throw new Error("a second appointment is counted");
    // The whole ends on 01/12, before the second appointment, which it does not end.
    expect(countBy(second, FIRST)).toMatchObject({ dueAt: instantOf("2026-12-02", 990) });
    expect(countBy(second, FIRST)?.cap).toBeUndefined();
    const at = instantOf("2026-11-27", 600);
    const clock = { kind: "re-measured", dueAt: instantOf("2026-12-01", 990), rules: "2026" } as const;
    const { matter } = second;
    const righted = {
      ...actions[0],
      seq: 4,
      at,
      data: { type: "procedure-changed", matter: { ...matter, limit: days(8), appointments: undefined } },
      clock,
    } as unknown as CaseAction;
    const counting = countingOf([...actions, righted]);
    expect(counting && countBy(counting, FIRST)).toMatchObject({
      dueAt: instantOf("2026-12-01", 990),
      cap: { ownDueAt: instantOf("2026-12-03", 990) },
    });
  });

  it("leaves to parallel work the time of the payment, also where the second appointment runs", () => {
    const { actions, clock } = twoAppointments();
    const [moment] = openMoments([]);
    const [main] = moment?.state.open ?? [];
    if (moment === undefined || main === undefined) throw new Error("a life begins open");
    // Two days of work from the receipt on; from 24/11 to 27/11 the payment was awaited.
    const step = { ...main, work: "process", openedAt: actions[0]?.at ?? 0, budgetMinutes: 960 } as const;
    const due = instantOf("2026-11-30", 480);
    const state: CaseState = { ...moment.state, status: 4, clock, open: [{ ...step, dueAt: due }] };
    const answer = recomputeDue(state, actions, declared(turned(FIRST, "2026-2", ["2026-12-02"])), BUDGET);
    expect(answer).toMatchObject({ newDueAt: instantOf("2026-12-03", 990) });
    // The day of rest comes after the step: it stays.
    expect(typeof answer === "string" ? answer : answer.decision.remeasured).toBeUndefined();
  });

  it("is written as what changed of the state, a small part of it, or whole where something is gone", () => {
    const [moment] = openMoments([]);
    if (moment === undefined) throw new Error("a life begins open");
    const after = recomputed(moment, declared(turned(FIRST, "2026-2", ["2026-11-25"])));
    const change = changeOf(moment.state, after.state);
    expect(change.isWhole).toBe(false);
    expect(Object.keys(change.state)).toEqual(["version", "open", "clock"]);
    expect({ ...moment.state, ...change.state }).toEqual(after.state);
    const { fee: _, ...feeless } = { ...after.state, fee: undefined };
    const paid = { ...moment.state, fee: { amount: 1, paid: true } } as CaseState;
    expect(changeOf(paid, feeless)).toEqual({ state: feeless, isWhole: true });
  });

  it("names only the declarations that moved it", () => {
    const [moment] = openMoments([]);
    if (moment === undefined) throw new Error("a life begins open");
    const second = turned(FIRST, "2026-2", ["2027-03-01"]);
    const third = turned(second, "2026-3", ["2026-11-25"]);
    const answer = recomputeDue(moment.state, moment.actions, declared(second, third), BUDGET);
    if (typeof answer === "string") throw new Error(answer);
    expect(answer.decision.data).toMatchObject({ calendarVersion: "2026-3", causes: [{ name: "2026-3" }] });
    expect(localDateOf(answer.oldDueAt)).toBe("2026-11-30");
    expect(localDateOf(answer.newDueAt)).toBe("2026-12-01");
  });

  it("leaves a date alone that its own calendar does not give: that needs a person", () => {
    const [moment] = openMoments([]);
    if (moment?.state.clock.dueAt === undefined) throw new Error("a life begins open");
    const clock = { ...moment.state.clock, dueAt: moment.state.clock.dueAt + 86_400_000 };
    const calendars = declared(turned(FIRST, "2026-2", ["2026-11-25"]));
    expect(recomputeDue({ ...moment.state, clock }, moment.actions, calendars, BUDGET)).toBe("same");
    const other = declared(turned(FIRST, "2026-2", ["2026-11-25", "2026-11-26"]));
    expect(recomputeDue({ ...moment.state, clock }, moment.actions, other, BUDGET)).toBe("unexplained");
  });
});
