import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instantOf } from "../../../kernel/time.ts";
import type { CaseState } from "../domain/case-state.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { closeSilentOpinionsJob } from "./close-silent-opinions.ts";

const BASIS = "Điều 102 Luật Xây dựng";

let room: OfficerRoom;
beforeEach(async () => {
  room = await officerRoom();
});
afterEach(() => room.close());

/** A specialist asks finance on the 23rd, to answer until the 25th, nine o.clock. */
async function asked(input: object = {}): Promise<CaseState> {
  const state = await room.caseAt("drafted");
  const question = { unitId: room.unitId("H21.13"), question: "Có vướng quy hoạch không?", workingDays: 2 };
  return value(await room.run("specialist", "ask-opinion", state, { ...question, ...input }));
}

async function jobComes(state: CaseState): Promise<CaseState> {
  await closeSilentOpinionsJob(room.deps).run({}, { now: room.clock.read(), progress: async () => {} });
  const found = await room.db.ownerPool.query("select state from cases.case_file where id = $1", [state.id]);
  return found.rows[0].state;
}

const outcomes = async (state: CaseState) =>
  (
    await room.db.ownerPool.query(
      "select outcome from cases.step where case_id = $1 and work = 'opinion' and closed_at is not null",
      [state.id],
    )
  ).rows.map((row) => row.outcome);

describe("an opinion that an officer asked for and nobody gave", () => {
  test("ends with its term, and the case goes on without it", async () => {
    const state = await asked();
    room.clock.moveTo(instantOf("2026-11-25", 8 * 60));
    expect((await jobComes(state)).open.map(({ work }) => work)).toEqual(["process", "opinion"]);
    room.clock.moveTo(instantOf("2026-11-26", 7 * 60));
    const closed = await jobComes(state);
    expect(closed.open.map(({ work }) => work)).toEqual(["process"]);
    expect(await outcomes(state)).toEqual(["silent"]);
    const screen = (await room.get("specialist", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain("Hết hạn trả lời mà không có ý kiến: tiếp tục không chờ");
    // The matter itself did not move: who asked may ask again, or go on.
    expect(closed.status).toBe(state.status);
    expect(value(await room.run("specialist", "pass-on", closed)).open[0]?.work).toBe("review");
  });

  test("is consent where its asker names the article that says so", async () => {
    const state = await asked({ silenceBasis: BASIS });
    const told = `quá hạn coi như đồng ý (${BASIS})`;
    expect((await room.get("specialist", `/officer/cases/${state.id}`)).body).toContain(told);
    room.clock.moveTo(instantOf("2026-11-26", 7 * 60));
    await jobComes(state);
    expect(await outcomes(state)).toEqual(["silent-consent"]);
  });

  test("ends alike where its asker passes the case on before the job comes by", async () => {
    const state = await asked({ silenceBasis: BASIS });
    room.clock.moveTo(instantOf("2026-11-26", 7 * 60));
    value(await room.run("specialist", "pass-on", state));
    expect(await outcomes(state)).toEqual(["silent-consent"]);
  });
});
