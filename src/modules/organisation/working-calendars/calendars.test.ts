import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { isWorkingDay, whyNotWorking } from "../../../kernel/working-calendar.ts";
import { runCommand } from "../../../platform/command.ts";
import type { Actor, PostKind } from "../../../platform/permission.ts";
import { type Directory, loadDirectory } from "../directory.ts";
import { type Calendars, loadCalendars } from "./calendars.ts";
import { declareDays } from "./declare-days.ts";
import { DeclareForm } from "./declare-form.ts";

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
    ["no decision", { rest: "24/11/2026", decision: " " }, "decision: required"],
    ["no reason", { rest: "24/11/2026", reason: undefined }, "reason: required"],
  ])("refuses %s", (_what, input, word) => {
    expect(fault(input)).toContain(word);
  });
});
