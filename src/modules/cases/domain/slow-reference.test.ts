import { describe, expect, test } from "vitest";
import type { Sessions } from "../../../kernel/day-sessions.ts";
import { deadline } from "../../../kernel/deadline.ts";
import { rulesById } from "../../../kernel/deadline-rules.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { buildCalendar, dueAfterPause, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { type CalendarsOfCase, recomputeDue } from "../recompute-deadlines/recomputed-due.ts";
import {
  instantAt,
  minuteOf,
  type SlowCalendar,
  slowAfterDaysOff,
  slowAfterPause,
  slowBetween,
  slowCalendar,
  slowDue,
} from "../testing/slow-clock.ts";
import type { CaseAction, ClockChange, Matter } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import { consumptionOf } from "./consumption.ts";
import { countBy, countingOf } from "./counting.ts";

type Pair = { readonly fast: WorkingCalendar; readonly slow: SlowCalendar };

const BASE = vietnamCalendar();
const rest = (date: string) => ({ date, working: false, name: "Ngày hội", source: "QĐ" });
const work = (date: string) => ({ date, working: true, name: "Làm bù", source: "QĐ" });
const half = (date: string, sessions: Sessions) => ({ ...work(date), sessions });
const span = (start: number, end: number) => ({ start, end });
const STORM = [rest("2026-03-11"), rest("2026-03-12")];
const BETTER = [...STORM, work("2026-03-14"), rest("2026-05-20"), work("2026-05-23")];
const HALVES = [half("2026-03-16", [span(420, 690)]), half("2026-04-11", [span(810, 840), span(870, 930)])];
const SUMMER = { from: "2026-04-15", sessions: [span(390, 660), span(810, 1020)] };
/** The calendar of the law, and what a province or a unit declared after it: days, then half days, then hours. */
const CALENDARS: readonly Pair[] = [
  { more: [] },
  { more: STORM },
  { more: BETTER },
  { more: [...BETTER, ...HALVES] },
  {
    more: [...STORM, ...HALVES],
    hours: [{ from: "2026-02-03", sessions: [span(450, 690), span(780, 1020)] }, SUMMER],
  },
].map(({ more, hours = [] }, index) => {
  const definition = {
    ...BASE,
    version: index === 0 ? BASE.version : `declared-${index}`,
    exceptions: [...BASE.exceptions, ...more],
    hours,
  };
  return { fast: buildCalendar(definition), slow: slowCalendar(definition) };
});
const calendarOf = (version: string): WorkingCalendar =>
  CALENDARS.find(({ fast }) => fast.version === version)?.fast ?? BASE;

/** A small generator of its own, so that a history is named by its number. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const UNITS: readonly TimeLimit["unit"][] = [
  "working-day",
  "working-day",
  "working-day",
  "hour",
  "calendar-day",
  "in-day",
  "month",
];

function limitOf(roll: (below: number) => number): TimeLimit {
  const unit = UNITS[roll(UNITS.length)] ?? "hour";
  switch (unit) {
    case "working-day":
      return { amount: (1 + roll(28)) / 4, unit };
    case "hour":
      return { amount: (1 + roll(60)) / 4, unit };
    case "calendar-day":
      return { amount: 1 + roll(12), unit };
    case "month":
      return { amount: 1, unit };
    case "in-day":
      return { amount: 1, unit };
  }
}

/** What the slow reading remembers of a history. */
type Slow = {
  from: number;
  limit: TimeLimit;
  extraDays: number;
  pauses: { from: number; to: number; inDays: boolean }[];
};

/**
 * One random history: received; then pauses for payments, supplements and time that does not count, said once or twice;
 * the second of two appointments; calendars declared in between. As actions for the fast reading, and plainly for the slow one.
 */
function history(seed: number) {
  const roll = dice(seed);
  const rules = roll(8) === 0 ? "2010" : "2026";
  const limit = limitOf(roll);
  const extraDays = roll(8) === 0 ? 1 + roll(10) : 0;
  const appointments = roll(4) === 0 ? { first: limitOf(roll), second: limitOf(roll) } : undefined;
  const matter: Matter = {
    procedureId: 1,
    procedureVersion: 1,
    procedureCode: "1.115362",
    procedureName: "Đăng ký biến động",
    field: "Đất đai",
    limit,
    processId: 1,
    ...(extraDays === 0 ? {} : { extraWorkingDays: extraDays }),
    ...(appointments === undefined ? {} : { appointments }),
  };
  let at = minuteOf(Date.UTC(2026, 0, 5)) + roll(150 * 1440);
  let version = roll(CALENDARS.length);
  const actions: CaseAction[] = [];
  const running: [number, number][] = [];
  let ranFrom: number | undefined;
  const act = (clock: ClockChange | undefined, data: object) => {
    const instant = instantAt(at);
    const base = { caseId: "", seq: actions.length + 1, at: instant, by: { kind: "officer" }, status: 4 };
    actions.push({ ...base, data, ...(clock === undefined ? {} : { clock }) } as CaseAction);
    const isStanding = clock?.kind === "paused";
    if (ranFrom !== undefined) running.push([ranFrom, at]);
    ranFrom = isStanding || (clock === undefined && ranFrom === undefined) ? undefined : at;
  };
  const named = () => ({ calendar: CALENDARS[version]?.fast.version ?? "", rules });
  act({ kind: "started", ...named() }, { type: "received", matter });
  const slow: Slow = { from: at, limit: appointments?.first ?? limit, extraDays, pauses: [] };
  let noticed = false;
  for (let left = roll(5); left > 0; left--) {
    at += roll(3 * 1440);
    const pausedAt = at;
    const why = (["supplement", "financial-duty", "uncounted", "uncounted"] as const)[roll(4)] ?? "uncounted";
    act({ kind: "paused", why }, { type: "passed-on" });
    noticed ||= why === "financial-duty" && appointments !== undefined;
    if (roll(3) === 0) {
      at += roll(3 * 1440);
      act({ kind: "paused", why: "uncounted", reason: "survey" }, { type: "wait-ended" });
    }
    at += roll(4) === 0 ? 0 : roll(4 * 1440);
    if (roll(6) === 0) version = Math.max(version, roll(CALENDARS.length));
    // Actions of old carry working time whatever the limit.
    const inDays = ["calendar-day", "month"].includes(slow.limit.unit) && roll(3) > 0;
    const carried = inDays ? { carried: "days" as const } : {};
    if (why === "supplement") {
      act(
        { kind: "restarted", ...named(), ...(rules === "2010" ? carried : {}) },
        { type: "supplement-completed", papers: [] },
      );
      if (rules === "2010") slow.pauses.push({ from: pausedAt, to: at, inDays });
      else {
        Object.assign(slow, { from: at, limit: appointments?.first ?? limit, extraDays, pauses: [] });
        noticed = false;
      }
    } else if (noticed && appointments !== undefined && slow.limit !== appointments.second) {
      act({ kind: "second-appointment", ...named() }, { type: "wait-ended" });
      Object.assign(slow, { from: at, limit: appointments.second, extraDays: 0, pauses: [] });
    } else {
      act({ kind: "resumed", calendar: named().calendar, ...carried }, { type: "wait-ended" });
      slow.pauses.push({ from: pausedAt, to: at, inDays });
    }
    if (roll(6) === 0) {
      at += roll(1440);
      version = Math.max(version, roll(CALENDARS.length));
      const calendarVersion = named().calendar;
      act({ kind: "re-measured", calendar: calendarVersion }, { type: "due-recomputed", calendarVersion });
    }
  }
  const until = at + roll(3 * 1440);
  if (ranFrom !== undefined) running.push([ranFrom, until]);
  return { actions, slow, version, running, until };
}

const HISTORIES = 100_000;
/** In parts, so that none takes long on a busy machine. */
const PART = 20_000;
const PARTS = Array.from({ length: HISTORIES / PART }, (_, index) => index * PART);

describe("the legal clock against a second reading, minute by minute", () => {
  test.each(PARTS)(
    `agrees on ${PART} of ${HISTORIES} random histories of receipts, limits, pauses, supplements, appointments and calendars, from %i on`,
    (start) => {
      let moved = 0;
      for (let seed = start + 1; seed <= start + PART; seed++) {
        const { actions, slow, version, running, until } = history(seed);
        const pair = CALENDARS[version];
        const counting = countingOf(actions);
        if (pair === undefined || counting === undefined)
          throw new Error(`history ${seed} begins with nothing`);
        const { limit, extraDays, pauses } = slow;
        let due = slowDue(pair.slow, slow.from, { ...limit, extraDays });
        for (const { from, to, inDays } of pauses)
          due = (inDays ? slowAfterDaysOff : slowAfterPause)(pair.slow, due, from, to);
        const fast = countBy(counting, pair.fast)?.dueAt;
        if (fast !== instantAt(due)) throw new Error(`history ${seed}: ${fast} is not ${instantAt(due)}`);
        if (pauses.length > 0) moved++;
        if (seed % 8 !== 0) continue;
        const worked = running.reduce((sum, [from, to]) => sum + slowBetween(pair.slow, from, to), 0);
        const spent = consumptionOf(actions, calendarOf, instantAt(until)).caseMinutes;
        if (spent !== worked) throw new Error(`history ${seed}: ${spent} minutes are not ${worked}`);
      }
      expect(moved).toBeGreaterThan(PART / 4);
    },
    120_000,
  );
});

describe("what any reading of the law must keep", () => {
  const rules = rulesById("2026");

  test("later receipts are never due earlier, longer limits never earlier than shorter ones", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const roll = dice(seed);
      const { fast: calendar } = CALENDARS[roll(CALENDARS.length)] ?? { fast: BASE };
      const limit = limitOf(roll);
      const from = instantAt(minuteOf(Date.UTC(2026, 0, 5)) + roll(200 * 1440));
      const later = from + roll(3000) * 60_000;
      const due = deadline({ from, limit, calendar, rules }).dueAt;
      expect(deadline({ from: later, limit, calendar, rules }).dueAt).toBeGreaterThanOrEqual(due);
      if (limit.unit === "in-day") continue;
      const longer = { ...limit, amount: limit.amount + 1 };
      expect(deadline({ from, limit: longer, calendar, rules }).dueAt).toBeGreaterThanOrEqual(due);
    }
  });

  test("a pause of nothing shifts nothing; a longer pause never brings a date forward", () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const roll = dice(seed);
      const { fast: calendar } = CALENDARS[roll(CALENDARS.length)] ?? { fast: BASE };
      const from = instantAt(minuteOf(Date.UTC(2026, 0, 5)) + roll(200 * 1440));
      const due = deadline({ from, limit: limitOf(roll), calendar, rules }).dueAt;
      const pausedAt = from + roll(5 * 1440) * 60_000;
      expect(dueAfterPause(calendar, due, pausedAt, pausedAt)).toBe(due);
      const resumedAt = pausedAt + roll(5 * 1440) * 60_000;
      const once = dueAfterPause(calendar, due, pausedAt, resumedAt);
      expect(once).toBeGreaterThanOrEqual(due);
      expect(dueAfterPause(calendar, due, pausedAt, resumedAt + 600 * 60_000)).toBeGreaterThanOrEqual(once);
    }
  });

  test("a case counted again by another calendar has its date, a second time the same, and by its own the old one", () => {
    let moved = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const { actions, version } = history(seed);
      const counting = countingOf(actions);
      const old = CALENDARS[version]?.fast ?? BASE;
      const dueAt = counting && countBy(counting, old)?.dueAt;
      if (counting === undefined || dueAt === undefined) throw new Error(`history ${seed} has no date`);
      for (const { fast: current } of CALENDARS) {
        const counted = recounted(actions, dueAt, current);
        expect(counted.dueAt).toBe(countBy(counting, current)?.dueAt);
        expect(recounted(counted.actions, counted.dueAt, current)).toEqual(counted);
        expect(recounted(counted.actions, counted.dueAt, old).dueAt).toBe(dueAt);
        if (counted.dueAt !== dueAt) moved++;
      }
    }
    expect(moved).toBeGreaterThan(1000);
  });
});

/** What the recomputation makes of a case with this history and date, where a calendar is in force. */
function recounted(actions: readonly CaseAction[], dueAt: number, current: WorkingCalendar) {
  const cause = { name: "", decision: "", rest: [], working: [], ordinary: [] };
  const calendars: CalendarsOfCase = {
    current,
    counted: calendarOf,
    since: () => [{ calendar: current, cause }],
    all: () => [{ calendar: current, cause }],
  };
  const state = { status: 4, open: [], clock: { dueAt } } as Pick<CaseState, "status" | "open" | "clock">;
  const answer = recomputeDue(state as CaseState, actions, calendars, () => undefined);
  if (answer === "unexplained") throw new Error("a date that its own calendar does not give");
  if (answer === "same") return { actions, dueAt };
  const { decision, newDueAt } = answer;
  const last = actions.at(-1) as CaseAction;
  return { actions: [...actions, { ...last, ...decision } as CaseAction], dueAt: newDueAt };
}
