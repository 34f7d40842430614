import type { QueryConfig } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDateTime, instantOf, MINUTE_MS } from "../../../kernel/time.ts";
import type { Job } from "../../../platform/jobs.ts";
import { findCase, listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { dueCauses } from "../due-causes.ts";
import { explainCase } from "../explain-deadline/explain-case.ts";
import { checkChain } from "../history/check-chain.ts";
import { rebuild } from "../history/rebuild.ts";
import { type OfficerRoom, officerRoom } from "../testing/officer-room.ts";
import { decideBatch, declaredCalendars, type RecomputeDeps } from "./decide-batch.ts";
import { movedCases, movedCounts } from "./moved-cases.query.ts";
import { recomputeDeadlines, type Walk } from "./recompute-deadlines.ts";
import { recomputeJobs } from "./recompute-jobs.ts";
import { latestRun } from "./recompute-run-store.ts";
import { findCases, otherwiseTimed, saveRecomputed } from "./recompute-store.ts";

let room: OfficerRoom;
let deps: RecomputeDeps;

const at = (date: string, minute: number) => room.clock.moveTo(instantOf(date, minute));
const stateOf = async ({ id }: { readonly id: string }): Promise<CaseState> => {
  const found = await findCase(room.deps.database.pool, id);
  if (found === undefined) throw new Error("no such case");
  return found.state;
};
const dueOf = async (state: { readonly id: string }) => {
  const { clock } = await stateOf(state);
  const due = clock.dueAt ?? clock.dueBeforePause;
  return due === undefined ? "none" : formatDateTime(due);
};
const job = (name: string): Job => {
  const found = recomputeJobs(deps).find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const run = (name = "recompute-deadlines") =>
  job(name).run({}, { now: room.clock.read(), progress: async () => {} });
const steps = async ({ id }: { readonly id: string }) =>
  (
    await room.db.ownerPool.query<{ due_at: number; queue_due: number }>(
      "select due_at, queue_due from cases.step where case_id = $1 and closed_at is null",
      [id],
    )
  ).rows.map((row) => [formatDateTime(row.due_at), formatDateTime(row.queue_due)]);
const waiting = async () =>
  (
    await room.db.ownerPool.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'recompute-deadlines'",
    )
  ).rowCount;
const succeed = async (...[person, verb, target, input]: Parameters<OfficerRoom["run"]>) => {
  const done = await room.run(person, verb, { id: target.id }, input);
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
};

beforeAll(async () => {
  room = await officerRoom();
  const { database, clock, process } = room.deps;
  deps = { database, clock, process, calendars: room.calendars };
});
afterAll(() => room.close());

describe("a declared holiday", () => {
  it("moves the open cases that span it, their queue and their steps, and no others", async () => {
    const first = await room.receive();
    at("2026-11-24", 10 * 60);
    const second = await room.receive();
    const stopped = await room.receive();
    await succeed("desk", "withdraw", stopped, {
      reason: "Đổi ý",
      proof: "signed-form",
      proofText: "Đơn",
      files: [{ sha256: "a".repeat(64), name: "don.pdf", mediaType: "application/pdf", bytes: 10 }],
    });
    expect(await dueOf(first)).toBe("16:30 ngày 30/11/2026");
    await room.declare({ rest: "24/11/2026 - 25/11/2026, 01/12/2026" });
    expect(await run()).toEqual({ done: 2, message: "2 of 2 open cases moved" });
    // The second was received on what became a holiday: its first day is the next one all the same.
    expect(await dueOf(first)).toBe("16:30 ngày 03/12/2026");
    expect(await dueOf(second)).toBe("16:30 ngày 03/12/2026");
    expect(await dueOf(stopped)).toBe("16:30 ngày 01/12/2026");
    // 240 minutes of the desk from 10:00 on a day that rests now.
    expect(await steps(second)).toEqual([["11:00 ngày 26/11/2026", "16:30 ngày 03/12/2026"]]);
    expect((await stateOf(first)).clock).toMatchObject({
      firstDueAt: instantOf("2026-11-30", 990),
      calendar: "2026-2",
    });
  });

  it("changes nothing a second time, and keeps the old date, the cause and who did it in the history", async () => {
    expect(await run()).toEqual({ done: 2, message: "0 of 2 open cases moved" });
    const [moved] = await movedCases(room.deps.database.pool, room.actor("controller"), {
      version: "2026-2",
      effect: "moved",
      after: { caseId: "00000000-0000-0000-0000-000000000000", seq: 0 },
      limit: 1,
    });
    const actions = await listActions(room.deps.database.pool, moved?.caseId ?? "");
    expect(actions.at(-1)).toMatchObject({
      by: { kind: "system" },
      data: {
        type: "due-recomputed",
        oldDueAt: instantOf("2026-11-30", 990),
        newDueAt: instantOf("2026-12-03", 990),
        calendarVersion: "2026-2",
        causes: [{ name: "Ngày hội", rest: ["2026-11-24", "2026-11-25", "2026-12-01"] }],
      },
    });
    const audit = await room.db.ownerPool.query("select actor_kind from platform.audit where command = $1", [
      "case.recompute-due",
    ]);
    expect(audit.rows).toEqual([{ actor_kind: "system" }, { actor_kind: "system" }]);
  });

  it("leaves old explanations true and explains the new date", async () => {
    const state = await room.receive();
    await room.declare({ rest: "27/11/2026", name: "Nghỉ bão số 9" });
    const before = await explainCase(room.deps, await listActions(room.deps.database.pool, state.id));
    expect(before.agrees).toBe(true);
    await run();
    const after = await explainCase(room.deps, await listActions(room.deps.database.pool, state.id));
    expect(after.agrees).toBe(true);
    expect(after.sections.map((section) => section.kind)).toEqual(["counted", "recomputed"]);
    expect(after.sections[0]).toEqual(before.sections[0]);
    expect(after.sections[1]).toMatchObject({ calendar: "2026-3", causes: [{ name: "Nghỉ bão số 9" }] });
    const page = (await room.get("specialist", `/officer/cases/${state.id}`)).body;
    expect(page).toContain("Lịch làm việc thay đổi (Nghỉ bão số 9: nghỉ 27/11/2026), ngày hẹn được tính lại");
    expect(page).toContain("12/QĐ-UBND");
  });

  it("is explained from where the counting really began, and the API says all that the page does", async () => {
    const state = await room.receive();
    await succeed("desk", "pass-on", state, {});
    const missing = { items: "Ảnh", reason: "thiếu" };
    await succeed("specialist", "propose-supplement", state, missing);
    await succeed("desk", "request-supplement", state, missing);
    await succeed("desk", "complete-supplement", state, { papers: "Ảnh" });
    const owed = await dueOf(state);
    const day = owed.slice(-10);
    await room.declare({ rest: day });
    await run();
    const page = (await room.get("specialist", `/officer/cases/${state.id}/explain`)).body;
    expect(page.split("Tính lại vì lịch làm việc thay đổi")[1]).toContain("Nhận đủ giấy tờ bổ sung lúc");
    const { sections } = (await room.get("specialist", `/api/v1/cases/${state.id}/deadline`)).json();
    const counted = sections.at(-1);
    expect(counted).toMatchObject({
      kind: "recomputed",
      why: "restarted",
      limit: { amount: 5, unit: "working-day" },
      causes: [{ decision: "12/QĐ-UBND" }],
      goneOn: [],
    });
    expect(counted.from).toMatch(/\+07:00$/);
    expect(counted.oldDueAt < counted.dueAt).toBe(true);
    expect(counted.lines.at(-1)).toMatchObject({ kind: "due", date: counted.dueAt.slice(0, 10) });
  });

  it("taken back gives the old dates back", async () => {
    const state = await room.receive();
    const due = await dueOf(state);
    await room.declare({ rest: "30/11/2026" });
    await run();
    expect(await dueOf(state)).not.toBe(due);
    await room.declare({ ordinary: "30/11/2026" });
    await run();
    expect(await dueOf(state)).toBe(due);
  });

  it("of one unit moves the cases of that unit alone", async () => {
    const own = await room.receive();
    const due = await dueOf(own);
    await room.declare({ unit: "H21.106", rest: "26/11/2026" });
    await run();
    expect(await dueOf(own)).toBe(due);
    await room.declare({ unit: "H21.18", rest: "26/11/2026" });
    await run();
    expect(await dueOf(own)).not.toBe(due);
  });

  it("tells who became late, and who is late no longer", async () => {
    at("2026-12-21", 9 * 60);
    const state = await room.receive();
    // Due on 28/12 at 16:30.
    at("2026-12-28", 990);
    room.clock.moveTo(room.clock.read() + MINUTE_MS);
    const relieved = await room.declare({ unit: "H21.18", rest: "24/12/2026" });
    await run();
    const { pool } = room.deps.database;
    expect(await movedCounts(pool, room.actor("controller"), relieved)).toMatchObject({
      "became-late": 0,
      "no-longer-late": 1,
    });
    const late = await room.declare({ unit: "H21.18", ordinary: "24/12/2026" });
    await run();
    expect(await movedCounts(pool, room.actor("controller"), late)).toMatchObject({
      "became-late": 1,
      "no-longer-late": 0,
    });
    const page = {
      version: late,
      after: { caseId: "00000000-0000-0000-0000-000000000000", seq: 0 },
      limit: 10,
    };
    expect(
      await movedCases(pool, room.actor("controller"), { ...page, effect: "became-late" }),
    ).toMatchObject([{ code: state.code }]);
    expect(await movedCases(pool, room.actor("controller"), { ...page, effect: "no-longer-late" })).toEqual(
      [],
    );
  });
});

describe("a clock that stands still", () => {
  it("keeps the working time that was left, whether it went on before or after the recomputation", async () => {
    at("2027-01-04", 9 * 60);
    const cases = [await room.receive(), await room.receive()];
    for (const state of cases) {
      await succeed("desk", "pass-on", state, {});
      await succeed("specialist", "note-financial-duty", state, { name: "Lệ phí", amount: "1", notice: "1" });
    }
    const [early, late] = cases as [CaseState, CaseState];
    expect(await dueOf(early)).toBe("16:30 ngày 11/01/2027");
    at("2027-01-05", 9 * 60);
    await room.declare({ rest: "07/01/2027" });
    // Paid before anybody counted again: the date mixes two calendars until the walk comes.
    await succeed("desk", "confirm-payment", early, { receipt: "1" });
    await run();
    expect(await dueOf(late)).toBe("16:30 ngày 12/01/2027");
    expect((await stateOf(late)).clock.pausedAt).toBe(instantOf("2027-01-04", 9 * 60));
    await succeed("desk", "confirm-payment", late, { receipt: "1" });
    expect(await dueOf(early)).toBe(await dueOf(late));
    for (const { id } of cases)
      expect((await explainCase(room.deps, await listActions(room.deps.database.pool, id))).agrees).toBe(
        true,
      );
  });
});

describe("the walk over the open cases", () => {
  it("leaves out whoever was changed meanwhile, with everything that belongs to it", async () => {
    const [changed, other] = [await room.receive(), await room.receive()];
    await room.declare({ rest: "08/01/2027" });
    const { pool } = deps.database;
    const loaded = await findCases(pool, [changed.id, other.id]);
    const decided = await decideBatch(deps, pool, loaded, declaredCalendars(room.calendars));
    expect(decided.length).toBe(2);
    await succeed("desk", "pass-on", changed, {});
    const before = (await listActions(pool, changed.id)).length;
    let notes = 0;
    await recomputeDeadlines(
      {
        ...deps,
        database: {
          ...deps.database,
          // The first answer is what was loaded before somebody else was faster.
          pool: new Proxy(pool, {
            get: (target, key) =>
              key === "query" && notes++ === 2
                ? async () => ({
                    rows: loaded.map(({ state, headHash }) => ({ state, head_hash: headHash })),
                  })
                : Reflect.get(target, key, target).bind?.(target),
          }),
        },
      },
      async () => {},
    );
    expect((await listActions(pool, changed.id)).length).toBe(before + 1);
    expect((await stateOf(changed)).version).toBe(before + 1);
    expect(await saveRecomputed(pool, [])).toEqual(new Set());
  });

  it.each([1, 2] as const)("writes %i batches at once where the pace says so", async (writers) => {
    const cases = [await room.receive(), await room.receive(), await room.receive()];
    const dues = await Promise.all(cases.map(dueOf));
    await room.declare({ rest: `${dues[0]?.slice(-10)}` });
    const { pool } = deps.database;
    let [writing, most] = [0, 0];
    const counted = async (query: QueryConfig) => {
      if (query.name !== "cases.recompute.save") return pool.query(query);
      most = Math.max(most, ++writing);
      // The next batch is ready before this one is written, if it may be.
      for (let turns = 0; turns < 200 && writing < writers; turns++) await pool.query("select 1");
      return pool.query(query).finally(() => writing--);
    };
    const database = {
      ...deps.database,
      pool: new Proxy(pool, {
        get: (target, key) => (key === "query" ? counted : Reflect.get(target, key, target).bind?.(target)),
      }),
    };
    const walks: Walk[] = [];
    const note = async (walk: Walk) => void walks.push(walk);
    const walk = await recomputeDeadlines({ ...deps, database }, note, {
      batch: 1,
      writers,
      rest: async () => {},
    });
    expect(most).toBe(writers);
    expect(walks.at(-1)).toEqual(walk);
    expect(walk).toMatchObject({ done: walk.total, unexplained: 0 });
    expect(walk.moved).toBeGreaterThanOrEqual(cases.length);
    for (const [index, state] of cases.entries()) expect(await dueOf(state)).not.toBe(dues[index]);
  });

  it("reads the histories of those alone that more than receipt, acceptance and recomputations timed", async () => {
    const { pool } = deps.database;
    const { rows } = await room.db.ownerPool.query<{ id: string }>("select id from cases.case_file");
    const ids = rows.map(({ id }) => id);
    const timed: string[] = [];
    for (const id of ids) {
      const others = (await listActions(pool, id)).filter(
        ({ data, clock }) =>
          clock !== undefined && !["received", "accepted", "due-recomputed"].includes(data.type),
      );
      if (others.length > 0) timed.push(id);
    }
    expect(timed.length).toBeGreaterThan(0);
    expect(timed.length).toBeLessThan(ids.length);
    expect([...(await otherwiseTimed(pool, ids))].toSorted()).toEqual(timed.toSorted());
  });

  it("that was killed half-way is owed, and the next one does the rest", async () => {
    const state = await room.receive();
    const due = await dueOf(state);
    await room.declare({ rest: "11/01/2027" });
    const dies: RecomputeDeps = { ...deps, process: () => Promise.reject(new Error("killed")) };
    const [walk] = recomputeJobs(dies);
    await expect(walk?.run({}, { now: 0, progress: async () => {} })).rejects.toThrow("killed");
    expect((await latestRun(deps.database.pool))?.endedAt).toBeNull();
    await room.db.ownerPool.query("delete from graphile_worker._private_jobs");
    await run("watch-recompute");
    expect(await waiting()).toBe(1);
    await run();
    expect(await dueOf(state)).not.toBe(due);
  });

  it("comes a second time when every process knows of the declaration, then rests until the next day", async () => {
    const clean = () => room.db.ownerPool.query("delete from graphile_worker._private_jobs");
    await clean();
    await run("watch-recompute");
    expect(await waiting()).toBe(0);
    room.clock.moveTo(room.clock.read() + 31_000);
    await run("watch-recompute");
    expect(await waiting()).toBe(1);
    await run();
    await clean();
    await run("watch-recompute");
    expect(await waiting()).toBe(0);
    room.clock.moveTo(room.clock.read() + 25 * 60 * MINUTE_MS);
    await run("watch-recompute");
    expect(await waiting()).toBe(1);
  });

  it("leaves a whole history and rows that are what the actions say", async () => {
    const { pool } = room.deps.database;
    const report = await checkChain(pool);
    expect(report.faults).toEqual([]);
    const rebuilt = await rebuild(pool, { check: true });
    expect(rebuilt.mended).toEqual([]);
    expect(rebuilt.cases).toBeGreaterThan(8);
  });
});

describe("declared hours", () => {
  it("move the open cases that are due after them, and say so", async () => {
    const other = await officerRoom();
    try {
      const { database, clock, process } = other.deps;
      const ofOther = { database, clock, process, calendars: other.calendars };
      const { id } = await other.receive();
      await other.declare({ hours: "07:30-11:30, 13:00-17:00", hoursFrom: "30/11/2026" });
      expect(await recomputeDeadlines(ofOther, async () => {})).toMatchObject({ moved: 1, unexplained: 0 });
      const after = (await findCase(database.pool, id))?.state;
      expect(formatDateTime(after?.clock.dueAt ?? 0)).toBe("17:00 ngày 30/11/2026");
      await other.declare({ half: "30/11/2026", halfHours: "07:30-11:30" });
      await recomputeDeadlines(ofOther, async () => {});
      const half = (await findCase(database.pool, id))?.state;
      expect(formatDateTime(half?.clock.dueAt ?? 0)).toBe("11:30 ngày 30/11/2026");
      const causes = (await listActions(database.pool, id)).flatMap(({ data }) =>
        data.type === "due-recomputed" ? [dueCauses(data.causes, "vi")] : [],
      );
      expect(causes).toEqual([
        "Ngày hội: giờ làm việc từ 30/11/2026: 07:30–11:30, 13:00–17:00",
        "Ngày hội: làm việc nửa ngày (07:30–11:30) 30/11/2026",
      ]);
      // Hours of intake are nothing to a deadline.
      await other.declare({ intake: "thứ 7 07:00-11:00", intakeFrom: "23/11/2026" });
      expect(await recomputeDeadlines(ofOther, async () => {})).toMatchObject({ moved: 0, unexplained: 0 });
    } finally {
      await other.close();
    }
  });
});
