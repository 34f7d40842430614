import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { instantOf, toLocalIso } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { walkOf } from "../../processes/index.ts";
import { explainDeadline } from "../explain-deadline/explain-deadline.ts";
import { anyLife, live } from "../testing/random-life.ts";
import { anyProcess } from "../testing/random-process.ts";
import { appointment, resumedAppointment, secondAppointment } from "./appointment.ts";
import type { CaseAction, ClockChange, Matter } from "./case-action.ts";
import type { CaseClock, CaseState } from "./case-state.ts";
import { clockAfter } from "./clock-after.ts";
import type { RuleContext } from "./rule-context.ts";

const calendar = vietnamCalendar();
const contextAt = (now: number): RuleContext => ({
  now,
  who: { kind: "system", posts: [] },
  calendar,
  rules: rulesOn("2026-11-01"),
  process: [],
  walk: walkOf({ code: "1", steps: [] }),
  units: { find: () => undefined, byCode: () => undefined },
  committeeId: 1,
  resultSuffix: "",
  paperNumber: 1,
});
const days = (amount: number) => ({ amount, unit: "working-day" }) as const;
const matterOf = (first: number, second: number): Matter => ({
  procedureId: 1,
  procedureVersion: 1,
  procedureCode: "1",
  procedureName: "",
  field: "Đất đai",
  limit: days(first + second),
  processId: 1,
  appointments: { first: days(first), second: days(second) },
});
const local = (instant: number | undefined) =>
  instant === undefined ? "" : toLocalIso(instant).slice(0, 16);
const RECEIVED = instantOf("2026-11-02", 9 * 60);
const PAID = instantOf("2026-11-16", 9 * 60);

describe("two appointments, with the figures of Đồng Tháp (QĐ 138/2025, Điều 5.3)", () => {
  test.each([
    ["biến động 8 = 5 + 3", 5, 3, "2026-11-09T16:30", "2026-11-19T16:30"],
    ["cấp đổi 5 = 3 + 2", 3, 2, "2026-11-05T16:30", "2026-11-18T16:30"],
    ["cấp đổi 10 = 6 + 4", 6, 4, "2026-11-10T16:30", "2026-11-20T16:30"],
  ] as const)("%s", (_name, first, second, firstDue, secondDue) => {
    const matter = matterOf(first, second);
    expect(local(appointment(matter, RECEIVED, contextAt(RECEIVED)))).toBe(firstDue);
    expect(local(secondAppointment(matter, contextAt(PAID)))).toBe(secondDue);
  });

  test("the days of mountain communes are in the first", () => {
    const matter = { ...matterOf(5, 3), extraWorkingDays: 10 };
    expect(local(appointment(matter, RECEIVED, contextAt(RECEIVED)))).toBe("2026-11-23T16:30");
    expect(local(secondAppointment(matter, contextAt(PAID)))).toBe("2026-11-19T16:30");
  });
});

describe("the verdict on the first appointment", () => {
  const matter = matterOf(5, 3);
  const dueAt = instantOf("2026-11-09", 990);
  const running: CaseClock = { startedAt: RECEIVED, firstDueAt: dueAt, dueAt, calendar: "1", rules: "2026" };
  const act = (at: number, clock: ClockChange): CaseAction => ({
    caseId: "",
    seq: 2,
    at,
    by: { kind: "officer" },
    status: 4,
    data: { type: "passed-on" },
    clock,
  });
  const paused = (why: "financial-duty" | "uncounted"): ClockChange => ({ kind: "paused", why });
  const day = (date: string) => instantOf(date, 600);

  test("is given when the notice goes out, and by the moment at which the clock stopped", () => {
    const onTime = clockAfter(running, act(day("2026-11-09"), paused("financial-duty")), matter);
    expect(onTime.noticed).toMatchObject({ dueAt, verdict: "on-time" });
    const late = clockAfter(running, act(day("2026-11-10"), paused("financial-duty")), matter);
    expect(late.noticed?.verdict).toBe("late");
    // The slip went to the tax office in time; that its answer came later is not the authority's delay.
    const sent = clockAfter(running, act(day("2026-11-06"), paused("uncounted")), matter);
    expect(sent.noticed).toBeUndefined();
    const noticed = clockAfter(sent, act(day("2026-11-20"), paused("financial-duty")), matter);
    expect(noticed).toMatchObject({ pausedAt: day("2026-11-06"), noticed: { dueAt, verdict: "early" } });
  });

  test("is given once, and gone where the time is counted anew", () => {
    const noticed = clockAfter(running, act(day("2026-11-10"), paused("financial-duty")), matter);
    const again = clockAfter(noticed, act(day("2026-11-11"), paused("financial-duty")), matter);
    expect(again.noticed).toEqual(noticed.noticed);
    const anew = { kind: "restarted", dueAt, calendar: "1", rules: "2026" } as const;
    expect(clockAfter(noticed, act(day("2026-11-12"), anew), matter).noticed).toBeUndefined();
  });

  test("is not asked for where there is one appointment only", () => {
    const { appointments: _, ...single } = matter;
    expect(
      clockAfter(running, act(day("2026-11-09"), paused("financial-duty")), single).noticed,
    ).toBeUndefined();
  });
});

describe("what is left after a pause", () => {
  const due = { calendar: { amount: 30, unit: "calendar-day" }, working: days(22) } as const;
  const resumed = (limit: Matter["limit"], clock: CaseClock) => {
    const { appointments: _, ...matter } = matterOf(5, 3);
    const state = { clock, matter: limit === undefined ? matterOf(5, 3) : { ...matter, limit } } as CaseState;
    return resumedAppointment(state, contextAt(instantOf("2026-02-23", 420)));
  };
  const paused = { pausedAt: instantOf("2026-02-13", 990), dueBeforePause: instantOf("2026-02-25", 990) };

  test("are calendar days of a limit in calendar days, over Tết too, and hours of work of others", () => {
    expect(resumed(due.calendar, paused)).toEqual({ dueAt: instantOf("2026-03-09", 990), carried: "days" });
    expect(resumed({ amount: 1, unit: "month" }, paused).carried).toBe("days");
    expect(resumed(due.working, paused)).toEqual({ dueAt: instantOf("2026-02-25", 990) });
    // Of two appointments the one that runs says how.
    expect(resumed(undefined, { ...paused, secondFrom: RECEIVED })).toEqual({
      dueAt: instantOf("2026-02-25", 990),
    });
  });
});

describe("the clock knows one zone", () => {
  test("the same life gives the same dates wherever the program runs", () => {
    const zone = process.env.TZ;
    const [tries] = fc.sample(anyLife, { numRuns: 1, seed: 5 });
    const [drawn] = fc.sample(anyProcess, { numRuns: 1, seed: 5 });
    if (tries === undefined || drawn === undefined) throw new Error("nothing was drawn");
    const told = [
      "Asia/Ho_Chi_Minh",
      "UTC",
      "America/Los_Angeles",
      "Pacific/Kiritimati",
      "Asia/Kathmandu",
    ].map((TZ) => {
      process.env.TZ = TZ;
      // A calendar of its own: what is remembered of days was reckoned in another zone.
      const own = vietnamCalendar();
      const { actions } = live(tries, { process: drawn, limit: days(8) });
      return JSON.stringify(explainDeadline(actions, () => own));
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(told).size).toBe(1);
  });
});
