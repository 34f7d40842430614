import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { ProcessDefinition } from "../../processes/index.ts";
import type { Db } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { listReadings } from "../reading-store.ts";
import { DRAFT, type OfficerRoom, officerRoom, PEOPLE, type Person, value } from "../testing/officer-room.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { calendarEffects } from "./calendar-effects.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { movedCounts } from "./moved-cases.query.ts";
import { recomputeDeadlines } from "./recompute-deadlines.ts";

const ordinary = (id: string) => {
  const found = DEPARTMENT_PROCESS.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
/** What is measured on the land does not count. */
const SURVEY: ProcessDefinition = {
  ...DEPARTMENT_PROCESS,
  steps: [
    ordinary("receive"),
    { ...ordinary("appraise"), then: { kind: "to", step: "survey" } },
    {
      ...ordinary("appraise"),
      id: "survey",
      work: "await-outside",
      budgetMinutes: 0,
      uncounted: "survey",
      then: { kind: "to", step: "approve" },
    },
    ordinary("approve"),
    ordinary("issue"),
    ordinary("return"),
  ],
};

let room: OfficerRoom;
let deps: RecomputeDeps;
let surveyed: CaseState;
let late: CaseState;
let version: string;

const list = async (person: Person, show = "moved") =>
  room.get(person, `/officer/calendar/${version}/cases?show=${show}`);

/** Both received on 23/11, due on 30/11; looked at when both dates are past, the clock of one standing since 23/11. */
beforeAll(async () => {
  room = await officerRoom(SURVEY);
  const { database, clock, process } = room.deps;
  deps = { database, clock, process, calendars: room.calendars };
  surveyed = await room.caseAt("specialist");
  late = await room.caseAt("specialist", { applicantName: "Trần Văn Đá" });
  value(await room.run("specialist", "draft-result", { id: surveyed.id }, DRAFT));
  const evidence = { evidenceNumber: "15/PC", evidenceDate: "23/11/2026" };
  expect(value(await room.run("specialist", "pass-on", { id: surveyed.id }, evidence)).clock.pausedAt).toBe(
    room.clock.read(),
  );
  room.clock.moveTo(instantOf("2026-12-03", 10 * 60));
});
afterAll(() => room.close());

describe("the list of the cases that a declaration moved", () => {
  it("does not say of a case whose clock stood that it is late no longer, as the preview did not", async () => {
    const preview = await calendarEffects(deps).preview({
      changes: [
        { date: "2026-11-24", as: "rest" },
        { date: "2026-11-25", as: "rest" },
        { date: "2026-11-26", as: "rest" },
        { date: "2026-11-27", as: "rest" },
      ],
      name: "Nghỉ bão",
      decision: "12/QĐ-UBND",
      scope: undefined,
    });
    expect(preview).toMatchObject({ effects: { moved: 2, noLongerLate: 1 } });
    version = await room.declare({ rest: "24/11/2026 - 27/11/2026" });
    expect(await recomputeDeadlines(deps, async () => {})).toMatchObject({ moved: 2 });
    const relieved = (await list("controller", "no-longer-late")).body;
    expect(relieved).toContain(late.code);
    expect(relieved).not.toContain(surveyed.code);
    const all = (await list("controller")).body;
    expect(all).toContain(surveyed.code);
    expect(all).toContain(late.code);
  });

  it("is open to who leads and who receives, with a link and whom to ring", async () => {
    for (const person of ["leader", "divisionHead", "desk", "deskLeader"] as const) {
      const page = (await list(person)).body;
      expect(page, person).toContain(`href="/officer/cases/${late.id}"`);
      expect(page, person).toContain("Trần Văn Đá, 0905123456");
    }
    expect((await room.get("leader", `/officer/cases/${late.id}`)).statusCode).toBe(200);
  });

  it("notes who read whom a case is for, and nothing of who sees no names", async () => {
    const read = async () =>
      (await listReadings(room.deps.database.pool, late.id)).filter(
        ({ purpose }) => purpose === "moved-cases",
      );
    const before = (await read()).length;
    await list("controller");
    expect((await read()).length).toBe(before);
    await list("leader");
    const [newest, ...others] = await read();
    expect(others.length).toBe(before);
    expect(newest?.officer_id).toBe(actorId(room.actor("leader")));
  });

  it("is counted for who sees some units by a statement that can begin at their cases", async () => {
    let text = "";
    const query = async (asked: { text: string }) => {
      text = asked.text;
      return { rows: [] };
    };
    await movedCounts({ query } as unknown as Db, room.actor("leader"), version);
    const client = await room.db.ownerPool.connect();
    try {
      // As after the first few runs, and without the other ways that few rows suggest.
      await client.query(`begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
        set local enable_nestloop = off;
        prepare counts (text, int[]) as ${text}`);
      const plan = await client.query(`explain execute counts ('${version}', '{14}')`);
      expect(plan.rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Cond: \(unit_ids && \$2\)/);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("shows another unit nothing, and who declares neither names nor links", async () => {
    const controller = (await list("controller")).body;
    expect(controller).not.toContain(`/officer/cases/${late.id}`);
    expect(controller).not.toContain("Trần Văn Đá");
    for (const person of ["specialist", "stranger", "clerk", "administrator"] as const)
      expect((await list(person)).statusCode, person).toBe(403);
    const elsewhere = await room.app.inject({
      url: `/officer/calendar/${version}/cases`,
      cookies: { mc_session: "trung.vt.pleiku" },
    });
    expect(elsewhere.statusCode).toBe(200);
    expect(elsewhere.body).not.toContain(late.code);
    expect(elsewhere.body).toContain("Không có hồ sơ nào");
    expect(Object.values(PEOPLE)).not.toContain("trung.vt.pleiku");
  });
});
