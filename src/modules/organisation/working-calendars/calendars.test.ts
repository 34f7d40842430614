import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { intakeCalendar } from "../../../kernel/intake-calendar.ts";
import { instantOf } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import {
  endOfWorkingDay,
  isWorkingDay,
  sessionsOf,
  whyNotWorking,
} from "../../../kernel/working-calendar.ts";
import { runCommand } from "../../../platform/command.ts";
import type { Actor, PostKind } from "../../../platform/permission.ts";
import { type Directory, loadDirectory } from "../directory.ts";
import { type Calendars, loadCalendars } from "./calendars.ts";
import { declareDays } from "./declare-days.ts";
import { DeclareForm } from "./declare-form.ts";
import { intakeHours } from "./intake-hours.ts";

const MODERN = [
  { start: 450, end: 690 },
  { start: 780, end: 1020 },
];
let db: TestDatabase;
let directory: Directory;
let calendars: Calendars;
const clock = testClock();
const id = (code: string) => directory.unitByCode(code)?.id ?? 0;
const holds = (kind: PostKind): Actor => ({
  kind: "officer",
  id: directory.officersIn(id("H21.18"))[0]?.officerId ?? 0,
  name: "",
  posts: [{ unitId: id("H21.01"), kind }],
});

const form = (input: Record<string, unknown> = {}) =>
  DeclareForm.parse({
    rest: "24/12/2026",
    name: "Ngày hội",
    decision: "12/QĐ-UBND",
    reason: "Lễ hội của tỉnh",
    previous: calendars.current(undefined).version,
    ...input,
  });
const declare = async (input: Record<string, unknown> = {}, kind: PostKind = "procedure-controller") => {
  const command = declareDays(calendars, directory);
  const declared = await runCommand(
    { database: db.database, clock: clock.read },
    holds(kind),
    command,
    form(input),
  );
  await calendars.refresh();
  return declared;
};
const jobs = async () =>
  (
    await db.ownerPool.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'recompute-deadlines'",
    )
  ).rowCount;

beforeAll(async () => {
  db = await testDatabase();
  directory = await loadDirectory(db.database, clock.read);
  calendars = await loadCalendars(db.database, directory, clock.read);
});
afterAll(() => db.close());

describe("the working calendars", () => {
  it("begin with the one that came with the program, once, however many processes start", async () => {
    await Promise.all([1, 2, 3].map(() => loadCalendars(db.database, directory, clock.read)));
    expect(calendars.versions().map((one) => one.version)).toEqual(["2026-1"]);
    const { exceptions, sessions, restWeekdays } = vietnamCalendar();
    expect(calendars.calendarOf(id("H21.18"))).toMatchObject({ exceptions, sessions, restWeekdays });
  });

  it("become another version by a declaration, with the job for the open cases; the old one stays", async () => {
    expect(await declare()).toEqual({ ok: true, value: { version: "2026-2" } });
    const now = calendars.calendarOf(id("H21.18"));
    expect(whyNotWorking(now, "2026-12-24")).toEqual({
      kind: "holiday",
      name: "Ngày hội",
      source: "12/QĐ-UBND",
    });
    expect(isWorkingDay(await calendars.calendarVersion("2026-1"), "2026-12-24")).toBe(true);
    expect(await jobs()).toBe(1);
    const audit = await db.ownerPool.query("select subject from platform.audit where command = $1", [
      "calendar.declare-days",
    ]);
    expect(audit.rows).toEqual([{ subject: "2026-2" }]);
  });

  it("are known to another process, which reads them when an action names one it has never seen", async () => {
    const other = await loadCalendars(db.database, directory, clock.read);
    expect(await declare({ working: "26/12/2026", rest: "" })).toMatchObject({ ok: true });
    expect(isWorkingDay(await other.calendarVersion("2026-3"), "2026-12-26")).toBe(true);
    await expect(other.calendarVersion("2026-99")).rejects.toThrow("2026-99");
  });

  it("of a unit keep its own days and follow what is declared for the province", async () => {
    const declared = await declare({ unit: "H21.18", rest: "15/12/2026", previous: "2026-3" });
    expect(declared).toEqual({ ok: true, value: { version: "H21.18-2026-1" } });
    expect(isWorkingDay(calendars.calendarOf(id("H21.18")), "2026-12-15")).toBe(false);
    expect(isWorkingDay(calendars.calendarOf(id("H21.106")), "2026-12-15")).toBe(true);
    expect(await declare({ rest: "16/12/2026" })).toEqual({ ok: true, value: { version: "2026-4" } });
    const own = calendars.calendarOf(id("H21.18"));
    expect([own.version, isWorkingDay(own, "2026-12-15"), isWorkingDay(own, "2026-12-16")]).toEqual([
      "H21.18-2026-2",
      false,
      false,
    ]);
    const since = calendars.since(id("H21.18"), "2026-2").map((one) => one.version);
    expect(since).toEqual(["2026-3", "H21.18-2026-1", "H21.18-2026-2"]);
    expect(calendars.since(id("H21.18"), "H21.18-2026-2")).toEqual([]);
  });

  it("take the days back: a day becomes ordinary again", async () => {
    await declare({ rest: "", ordinary: "16/12/2026" });
    expect(isWorkingDay(calendars.calendarOf(id("H21.106")), "2026-12-16")).toBe(true);
    expect(isWorkingDay(calendars.calendarOf(id("H21.18")), "2026-12-16")).toBe(true);
  });

  it("are not changed on an old view, by nothing, for an unknown unit, or by somebody else", async () => {
    const before = calendars.versions().length;
    expect(await declare({ rest: "30/12/2026", previous: "2026-1" })).toMatchObject({
      refusal: "changed-meanwhile",
    });
    expect(await declare()).toMatchObject({ refusal: "nothing-changes" });
    expect(await declare({ unit: "H99", rest: "30/12/2026" })).toMatchObject({ refusal: "unit-unknown" });
    for (const kind of ["leader", "administrator", "desk-officer"] as const)
      expect(await declare({ rest: "30/12/2026" }, kind)).toMatchObject({ refusal: "not-permitted" });
    expect(calendars.versions().length).toBe(before);
  });

  it("take hours of work and of intake from a day on, and half days, and take them back", async () => {
    const hours = { rest: "", hours: "07:30-11:30, 13:00-17:00", hoursFrom: "04/01/2027" };
    await declare({ ...hours, half: "31/12/2026", halfHours: "07:00-11:30" });
    const now = calendars.current(undefined);
    expect(now.changes).toEqual([
      { date: "2026-12-31", as: "half-day", sessions: [{ start: 420, end: 690 }] },
      { date: "2027-01-04", as: "hours", sessions: MODERN },
    ]);
    // Another process reads them from the database.
    const stored = await (await loadCalendars(db.database, directory, clock.read)).calendarVersion(
      now.version,
    );
    expect(endOfWorkingDay(stored, "2026-12-31")).toBe(instantOf("2026-12-31", 690));
    expect(endOfWorkingDay(stored, "2027-01-04")).toBe(instantOf("2027-01-04", 1020));
    expect(await declare(hours)).toMatchObject({ refusal: "nothing-changes" });
    await declare({
      rest: "",
      hours: "07:00-11:30, 13:00-16:30",
      hoursFrom: "04/01/2027",
      ordinary: "31/12/2026",
    });
    const back = calendars.calendarOf(id("H21.106"));
    expect(endOfWorkingDay(back, "2027-01-04")).toBe(instantOf("2027-01-04", 990));
    expect(endOfWorkingDay(back, "2026-12-31")).toBe(instantOf("2026-12-31", 990));
  });

  it("of a unit with hours of its own keep them, and have the province's days", async () => {
    const own = "thứ 2–thứ 6 07:00-11:30, 13:00-16:30; thứ 7 07:00-11:00";
    const unit = "H21.18";
    const previous = calendars.current(id(unit)).version;
    await declare({ unit, rest: "", intake: own, intakeFrom: "01/12/2026", previous });
    await declare({
      rest: "28/12/2026",
      hours: "07:30-11:30, 13:00-17:00",
      hoursFrom: "04/01/2027",
      intake: "thứ 2–thứ 6 07:30-11:00",
      intakeFrom: "01/12/2026",
    });
    const [ofUnit, ofOthers] = [unit, "H21.106"].map((code) =>
      intakeCalendar(calendars.calendarOf(id(code))),
    );
    if (ofUnit === undefined || ofOthers === undefined) throw new Error("no calendars");
    expect(sessionsOf(ofUnit, "2026-12-05")).toEqual([{ start: 420, end: 660 }]);
    expect(sessionsOf(ofOthers, "2026-12-05")).toEqual([]);
    expect(sessionsOf(ofUnit, "2026-12-28")).toEqual([]);
    // It declared hours of intake alone: those of work are the province's.
    expect(endOfWorkingDay(calendars.calendarOf(id(unit)), "2027-01-04")).toBe(instantOf("2027-01-04", 1020));
    expect(intakeHours(calendars, directory, "2026-12-01", "vi")).toEqual([
      { unit: undefined, hours: "thứ hai–thứ sáu 07:30–11:00" },
      {
        unit: "Sở Xây dựng tỉnh Gia Lai",
        hours: "thứ hai–thứ sáu 07:00–11:30, 13:00–16:30; thứ bảy 07:00–11:00",
      },
    ]);
    // Nobody brings papers to a unit that has ended.
    const endedOn = "2026-11-01" as const;
    const findUnit = (one: number) => ({ ...directory.unit(one), ...(one === id(unit) ? { endedOn } : {}) });
    const later = await loadCalendars(db.database, { findUnit }, clock.read);
    expect(intakeHours(later, directory, "2026-12-01", "vi")).toEqual([
      { unit: undefined, hours: "thứ hai–thứ sáu 07:30–11:00" },
    ]);
    expect(later.scopesBelow(undefined)).toContain(id(unit));
    const before = calendars.current(id(unit)).version;
    await declare({ unit, rest: "", intake: "như giờ làm việc", intakeFrom: "01/12/2026", previous: before });
    expect(sessionsOf(intakeCalendar(calendars.calendarOf(id(unit))), "2026-12-05")).toEqual([]);
  });

  it("never have a working day of other than eight hours, nor a half day of eight", async () => {
    expect(
      await declare({ rest: "", hours: "07:30-11:30, 13:30-17:00", hoursFrom: "04/01/2027" }),
    ).toMatchObject({ refusal: "not-a-full-day" });
    expect(await declare({ rest: "", half: "30/12/2026", halfHours: "07:00-15:00" })).toMatchObject({
      refusal: "no-half-day",
    });
  });

  it("are append-only: the program may neither change nor remove a version", async () => {
    for (const sql of [
      "update organisation.working_calendar set name = 'x'",
      "delete from organisation.working_calendar",
    ])
      await expect(db.database.pool.query(sql)).rejects.toThrow("permission denied");
  });
});

describe("the form of a declaration", () => {
  const fault = (input: Record<string, unknown>) => {
    const parsed = DeclareForm.safeParse({
      name: "a",
      decision: "b",
      reason: "c",
      previous: "2026-1",
      ...input,
    });
    return parsed.success
      ? parsed.data
      : parsed.error.issues.map((issue) => `${issue.path}: ${issue.message}`);
  };

  it("takes days one by one and from one day to another", () => {
    expect(fault({ rest: "31/12/2026 - 02/01/2027, 1.5.2027\n3/5/2027" })).toMatchObject({
      rest: ["2026-12-31", "2027-01-01", "2027-01-02", "2027-05-01", "2027-05-03"],
    });
  });

  it.each([
    "thứ 2–thứ 6: 07:00-11:30, 13:00-16:30; thứ 7: 07:00-11:00",
    "T2-T6 7h-11h30, 13h–16h30\nT7 7h00 đến 11h",
    "Thứ hai, thứ ba, thứ tư đến thứ sáu 07:00–11:30 và 13:00–16:30; Thứ Bảy 07:00 - 11:00",
    "Mon-Fri 07:00-11:30, 13:00-16:30; Sat 07:00-11:00",
  ])("takes a week as people write it: %s", (intake) => {
    const day = [
      { start: 420, end: 690 },
      { start: 780, end: 990 },
    ];
    expect(fault({ intake, intakeFrom: "01/12/2026" })).toMatchObject({
      intake: { week: [day, day, day, day, day, [{ start: 420, end: 660 }], []] },
      intakeFrom: "2026-12-01",
    });
  });

  it.each([
    ["no day at all", {}, "rest: required"],
    ["no such day", { rest: "31/11/2026" }, "rest: not-days"],
    ["words", { working: "mai" }, "working: not-days"],
    ["the end before the beginning", { rest: "02/11/2026-01/11/2026" }, "rest: not-days"],
    ["a year that no calendar reaches", { rest: "01/01/3026" }, "rest: not-days"],
    [
      "more days than a slip of the pen should cost",
      { rest: "01/01/2027-31/12/2027" },
      "rest: too-many-days",
    ],
    ["one day twice", { rest: "24/11/2026", working: "24/11/2026" }, "working: day-twice"],
    ["hours without a day", { hours: "07:00-11:30" }, "hoursFrom: required"],
    [
      "hours of two days",
      { hours: "07:00-11:30", hoursFrom: "01/12/2026, 02/12/2026" },
      "hoursFrom: not-a-day",
    ],
    ["hours backwards", { hours: "13:00-17:00, 07:00-11:30" }, "hours: not-hours"],
    ["hours in words", { hours: "sáng chiều" }, "hours: not-hours"],
    ["a half day without its hours", { half: "24/11/2026" }, "halfHours: required"],
    ["a rest day that is half a day", { rest: "24/11/2026", half: "24/11/2026" }, "working: day-twice"],
    ["a weekday twice", { intake: "T2-T6 07:00-11:00; T6 13:00-14:00" }, "intake: not-intake"],
    ["a day that is none", { intake: "thứ 8 07:00-11:00" }, "intake: not-intake"],
    ["days without hours", { intake: "thứ 2–thứ 6" }, "intake: not-intake"],
    ["intake without a day", { intake: "thứ 7 07:00-11:00" }, "intakeFrom: required"],
    ["no decision", { rest: "24/11/2026", decision: " " }, "decision: required"],
    ["no reason", { rest: "24/11/2026", reason: undefined }, "reason: required"],
  ])("refuses %s", (_what, input, word) => {
    expect(fault(input)).toContain(word);
  });
});
