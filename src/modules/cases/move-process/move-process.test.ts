import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDateTime } from "../../../kernel/time.ts";
import type { ProcessDefinition, ProcessStep } from "../../processes/index.ts";
import { findCase, listActions } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { checkChain } from "../history/check-chain.ts";
import { rebuild } from "../history/rebuild.ts";
import { storyEn } from "../story.en.ts";
import { storySentence } from "../story.ts";
import { storyVi } from "../story.vi.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { MOVE_JOB, moveJobs, moveRunningCases } from "./move-process.ts";
import { findMove, runningCases, saveMoved } from "./move-store.ts";
import { moveCase } from "./moved-case.ts";
import { runningCasesOf } from "./running-cases.ts";

/** The new version: two days to appraise instead of two and a half, "review" is called "check", no number to give. */
const NEW: ProcessDefinition = {
  ...DEPARTMENT_PROCESS,
  version: 2,
  steps: DEPARTMENT_PROCESS.steps
    .filter(({ id }) => id !== "issue")
    .map(
      (step): ProcessStep =>
        step.id === "appraise"
          ? { ...step, budgetMinutes: 960 }
          : step.id === "review"
            ? { ...step, id: "check", name: "Kiểm tra dự thảo" }
            : step,
    ),
};

let room: OfficerRoom;
let deps: CasesDeps;
let cases: Readonly<Record<"desk" | "specialist" | "head" | "leader" | "clerk" | "done", CaseState>>;
let moveId: number;

const stateOf = async ({ id }: { readonly id: string }): Promise<CaseState> => {
  const found = await findCase(deps.database.pool, id);
  if (found === undefined) throw new Error("no such case");
  return found.state;
};
const question = () => ({
  from: [{ id: 1, definition: DEPARTMENT_PROCESS }],
  to: NEW,
  mapping: { review: "check" },
});
const order = async () => {
  const client = await deps.database.pool.connect();
  try {
    await client.query("begin");
    const at = room.clock.read();
    const ordered = await runningCasesOf(deps).order(client, {
      fromProcessIds: [1],
      toProcessId: 2,
      mapping: { review: "check" },
      decision: "45/QĐ-UBND",
      at,
      by: undefined,
      runAt: at,
    });
    await client.query("commit");
    return ordered;
  } finally {
    client.release();
  }
};
const run = () => {
  const [job] = moveJobs(deps);
  if (job === undefined) throw new Error("no job");
  return job.run({ move: moveId }, { now: room.clock.read(), progress: async () => {} });
};

beforeAll(async () => {
  room = await officerRoom();
  const process = async (id: number) => (id === 2 ? NEW : DEPARTMENT_PROCESS);
  deps = Object.assign(room.deps, { process });
  cases = {
    desk: await room.caseAt("desk"),
    specialist: await room.caseAt("specialist"),
    head: await room.caseAt("division-head"),
    leader: await room.caseAt("leader"),
    clerk: await room.caseAt("clerk"),
    done: await room.caseAt("returned"),
  };
});
afterAll(() => room.close());

describe("running cases and a new version of their process", () => {
  it("are shown before anything is moved: by open step, what it becomes, whose date moves, who stays and why", async () => {
    const preview = await runningCasesOf(deps).preview(question());
    expect(preview).toEqual({
      open: 5,
      moves: 4,
      stays: 1,
      steps: [
        { processId: 1, step: "receive", becomes: "receive", cases: 1, dueMoves: 0 },
        { processId: 1, step: "appraise", becomes: "appraise", cases: 1, dueMoves: 1 },
        { processId: 1, step: "review", becomes: "check", cases: 1, dueMoves: 0 },
        { processId: 1, step: "approve", becomes: "approve", cases: 1, dueMoves: 0 },
        { processId: 1, step: "issue", stays: "step-missing", cases: 1, dueMoves: 0 },
      ],
    });
    const unmapped = await runningCasesOf(deps).preview({ ...question(), mapping: {} });
    expect([unmapped.moves, unmapped.stays]).toEqual([3, 2]);
    // Nothing but the same kind of work takes work over.
    const wrong = await runningCasesOf(deps).preview({ ...question(), mapping: { issue: "approve" } });
    expect(wrong.steps.find(({ step }) => step === "issue")?.stays).toBe("other-work");
  });

  it("move in the background with one action each; the appointment of the case stays, the step is counted anew", async () => {
    moveId = await order();
    const queued = await room.db.ownerPool.query(
      "select 1 from graphile_worker.jobs where task_identifier = $1",
      [MOVE_JOB],
    );
    expect(queued.rowCount).toBe(1);
    expect(await run()).toEqual({ done: 5, message: "4 of 5 running cases moved" });

    const before = cases.specialist;
    const after = await stateOf(before);
    expect(after.clock).toEqual(before.clock);
    expect(after.matter).toEqual({ ...before.matter, processId: 2 });
    const due = (state: CaseState) => formatDateTime(state.open[0]?.dueAt ?? 0);
    expect(due(after)).not.toBe(due(before));
    expect((await stateOf(cases.head)).open[0]).toMatchObject({ processStep: "check", work: "review" });
    expect((await stateOf(cases.leader)).done.map((step) => step.processStep)).toEqual([
      "receive",
      "appraise",
      "check",
    ]);
    expect((await stateOf(cases.clerk)).matter.processId).toBe(1);
    expect((await stateOf(cases.done)).version).toBe(cases.done.version);
    expect(await findMove(deps.database.pool, moveId)).toMatchObject({
      done: 5,
      total: 5,
      moved: 4,
      stayed: 1,
      decision: "45/QĐ-UBND",
    });
    const audit = await room.db.ownerPool.query(
      "select distinct actor_kind, outcome from platform.audit where command = 'case.move-process'",
    );
    expect(audit.rows).toEqual([{ actor_kind: "system", outcome: "done" }]);
  });

  it("tell it in the history, in both languages, with the decision", async () => {
    const action = (await listActions(deps.database.pool, cases.head.id)).at(-1);
    expect(action).toMatchObject({
      by: { kind: "system" },
      data: {
        type: "process-moved",
        fromProcessId: 1,
        toProcessId: 2,
        decision: "45/QĐ-UBND",
        steps: [{ from: "review", to: "check" }],
        done: [],
      },
    });
    if (action === undefined) throw new Error("no action");
    const names = { officer: String, unit: String, moment: String };
    expect(storySentence(storyVi, action.data, names)).toContain("phiên bản 2");
    expect(storySentence(storyEn, action.data, names)).toContain("version 2");
    const page = await room.get("divisionHead", `/officer/cases/${cases.head.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("45/QĐ-UBND");
    expect(page.body).toContain("Kiểm tra dự thảo");
  });

  it("leave histories that replay to the same rows, and chains that hold", async () => {
    expect((await rebuild(deps.database.pool, { check: true })).mended).toEqual([]);
    expect((await checkChain(deps.database.pool)).faults).toEqual([]);
  });

  it("go on to the end by the new version, and back to a step under its new id", async () => {
    const back = value(
      await room.run("leader", "send-back", await stateOf(cases.leader), { reason: "Thiếu căn cứ" }),
    );
    expect(back.open[0]).toMatchObject({ processStep: "check", work: "review" });
    const again = value(await room.run("divisionHead", "pass-on", back));
    expect(again.open[0]?.processStep).toBe("approve");
    expect((await rebuild(deps.database.pool, { check: true })).mended).toEqual([]);
  });

  it("are not moved twice, however often the job runs", async () => {
    expect(await run()).toEqual({ message: "nothing to move" });
    const kept = await findMove(deps.database.pool, moveId);
    if (kept === undefined) throw new Error("no move");
    expect(await moveRunningCases(deps, kept)).toMatchObject({ moved: 4, stayed: 1 });
    expect((await stateOf(cases.specialist)).version).toBe(cases.specialist.version + 1);
  });

  it("are moved to the end after a run that was cut short: somebody looks every minute", async () => {
    const fresh = await room.caseAt("specialist");
    const half = await order();
    await room.db.ownerPool.query("update cases.process_move set begun_at = now() where id = $1", [half]);
    await room.db.ownerPool.query("delete from graphile_worker._private_jobs");
    const [job, watch] = moveJobs(deps);
    const context = { now: room.clock.read(), progress: async () => {} };
    await watch?.run({}, context);
    const queued = await room.db.ownerPool.query("select key from graphile_worker.jobs");
    expect(queued.rows).toEqual([{ key: `${MOVE_JOB} ${half}` }]);
    await job?.run({ move: half }, context);
    expect((await stateOf(fresh)).matter.processId).toBe(2);
    expect(await watch?.run({}, context)).toBeUndefined();
  });

  it("are not overwritten where somebody else was faster", async () => {
    const fresh = await room.caseAt("specialist");
    for await (const page of runningCases(deps.database.pool, { processIds: [1], code: NEW.code }, 50)) {
      const before = page.find(({ state }) => state.id === fresh.id);
      if (before === undefined) continue;
      value(
        await room.run("specialist", "draft-result", fresh, { kind: "granted", title: "A", content: "B" }),
      );
      const calendar = deps.calendarOf(before.state.decidingUnitId);
      const to = { from: DEPARTMENT_PROCESS, to: NEW, toProcessId: 2, mapping: {}, decision: "1" };
      const made = moveCase(before.state, to, calendar);
      if (typeof made === "string") throw new Error(made);
      const at = room.clock.read();
      const action = {
        caseId: fresh.id,
        seq: before.state.version + 1,
        at,
        by: { kind: "system" as const },
        ...made,
      };
      const saved = await saveMoved(deps.database.pool, [{ before, action, after: before.state }]);
      expect(saved.size).toBe(0);
    }
    expect((await stateOf(fresh)).matter.processId).toBe(1);
    expect((await listActions(deps.database.pool, fresh.id)).at(-1)?.data.type).toBe("result-drafted");
  });
});
