import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "../../../kernel/time.ts";
import type { CaseState } from "../domain/case-state.ts";
import { silentFrom } from "../domain/silence.ts";
import { recomputeDeadlines } from "../recompute-deadlines/recompute-deadlines.ts";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { silenceJobs } from "./silence-jobs.ts";
import { silentCases } from "./silent-cases.query.ts";

const whenSilent = { outcome: "granted", basis: "Điều 102 Luật Xây dựng" } as const;

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom({ ...DEPARTMENT_PROCESS, terms: { whenSilent } });
});
afterAll(() => room.close());

async function silently() {
  const silentProcesses = async () => [{ processId: 1, ...whenSilent }];
  const [job] = silenceJobs({ ...room.deps, silentProcesses });
  return job?.run({}, { now: room.clock.read(), progress: async () => {} });
}

async function now({ id }: CaseState): Promise<CaseState> {
  const found = await room.db.ownerPool.query("select state from cases.case_file where id = $1", [id]);
  return found.rows[0].state;
}

/** A case whose refusal the leader has, and has signed where told so. */
async function refusal(signed: boolean): Promise<CaseState> {
  let state = await room.caseAt("specialist");
  state = value(await room.run("specialist", "draft-result", state, { ...DRAFT, kind: "refused" }));
  state = value(await room.run("specialist", "pass-on", state));
  state = value(await room.run("divisionHead", "pass-on", state));
  return signed ? value(await room.run("leader", "approve", state)) : state;
}

test("silence grants nothing over a refusal that is signed; what it left is told until somebody ends it", async () => {
  const signed = await refusal(true);
  const drafted = await refusal(false);
  const granted = await room.caseAt("clerk");
  // Where another has yet to sign, nobody has decided.
  const between = { ...signed, open: signed.open.map((step) => ({ ...step, work: "approve" as const })) };
  expect(silentFrom(signed, whenSilent)).toMatchObject({ refusal: "signed-otherwise" });
  expect(silentFrom(between, whenSilent).ok).toBe(true);
  room.clock.moveTo(instantOf("2026-12-01", 8 * 60));
  expect(await silently()).toEqual({
    done: 2,
    message: "2 decided by silence, left: 1 signed-otherwise",
  });
  expect((await now(drafted)).bySilence).toBeDefined();
  expect((await now(granted)).bySilence).toBeDefined();
  expect(await now(signed)).toEqual(signed);
  expect((await room.get("leader", `/officer/cases/${signed.id}`)).body).toContain(
    "văn bản từ chối đã ký mà chưa phát hành",
  );

  // The clerk finds a fault: nothing is signed any more, and silence is the answer after all.
  value(await room.run("clerk", "send-back", signed, { reason: "Sai số văn bản" }));
  expect(await silently()).toEqual({ done: 1 });
  expect((await now(signed)).result?.kind).toBe("granted");
});

test("after an apology silence waits for the lawful date where a holiday moved that past the new one", async () => {
  const { database, clock, process } = room.deps;
  room.clock.moveTo(instantOf("2026-12-07", 8 * 60));
  const state = await room.caseAt("specialist");
  value(
    await room.run("leader", "apologise", { id: state.id }, { reason: "Mất điện", newDate: "15/12/2026" }),
  );
  const owed = async () => {
    const page = { before: instantOf("2026-12-31", 0), limit: 10 };
    return (await silentCases(database.pool, [{ processId: 1, ...whenSilent }], page)).map(
      (one) => one.appointmentAt,
    );
  };
  expect(await owed()).toEqual([instantOf("2026-12-15", 16 * 60 + 30)]);
  for (const rest of ["09/12/2026", "10/12/2026", "11/12/2026"]) await room.declare({ rest });
  await recomputeDeadlines({ database, clock, process, calendars: room.calendars }, async () => {});
  const lawful = instantOf("2026-12-17", 16 * 60 + 30);
  expect(await now(state)).toMatchObject({ clock: { dueAt: lawful } });
  expect(await owed()).toEqual([lawful]);
  room.clock.moveTo(instantOf("2026-12-16", 8 * 60));
  expect(await silently()).toEqual({ done: 0 });
  room.clock.moveTo(instantOf("2026-12-18", 8 * 60));
  expect(await silently()).toEqual({ done: 1 });
  expect((await now(state)).bySilence?.effectiveAt).toBe(lawful);
});
