import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, toLocalIso } from "../../../kernel/time.ts";
import type { ProcessDefinition, ProcessStep } from "../../processes/index.ts";
import { rebuild } from "../history/rebuild.ts";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";

const ordinary = (id: string): ProcessStep => {
  const step = DEPARTMENT_PROCESS.steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`there is no step ${id}`);
  return step;
};

/** Side by side: a survey whose time does not count, and the review of the draft; then both come together. */
const SURVEY: ProcessDefinition = {
  code: "1.013225",
  version: 1,
  steps: [
    ordinary("receive"),
    { ...ordinary("appraise"), then: { kind: "parallel", branches: ["survey", "review"], join: "approve" } },
    {
      ...ordinary("appraise"),
      id: "survey",
      work: "await-outside",
      budgetMinutes: 0,
      uncounted: "survey",
      then: { kind: "to", step: "approve" },
    },
    { ...ordinary("review"), then: { kind: "to", step: "approve" } },
    ordinary("approve"),
    ordinary("issue"),
    ordinary("return"),
  ],
};
const SLIP = { evidenceNumber: "15/PC", evidenceDate: "23/11/2026" };
const MAP = { documentNumber: "88/TĐ", documentDate: "23/11/2026" };

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom(SURVEY);
});
afterAll(() => room?.close());

/** The case whatever its version. */
const only = ({ id }: { readonly id: string }) => ({ id });

/** A case whose survey is out and whose draft is with the division head. */
async function surveyed() {
  const state = await room.caseAt("specialist");
  value(await room.run("specialist", "draft-result", only(state), DRAFT));
  return value(await room.run("specialist", "pass-on", only(state), SLIP));
}

describe("waiting for a body outside", () => {
  it("stands the clock still for the whole case, and gives the branch beside it the time of the pause back", async () => {
    const kase = await surveyed();
    const [survey, review] = kase.open;
    expect(survey).toMatchObject({
      work: "await-outside",
      uncounted: "survey",
      evidence: { number: "15/PC" },
    });
    expect(kase.clock.pausedAt).toBe(room.clock.read());
    const before = review?.dueAt ?? 0;
    room.clock.moveTo(room.clock.read() + 2 * 86_400_000);
    const back = value(await room.run("specialist", "end-wait", only(kase), MAP));
    const [left] = back.open;
    // Two working days of survey later: the review keeps its half day.
    expect(toLocalIso(left?.dueAt ?? 0).slice(0, 16)).toBe(toLocalIso(before + 2 * 86_400_000).slice(0, 16));
    expect(back.clock.dueAt).toBe((kase.clock.dueBeforePause ?? 0) + 2 * 86_400_000);
    const joined = value(await room.run("divisionHead", "pass-on", only(back)));
    expect(joined.open.map((step) => step.work)).toEqual(["approve"]);
  });

  it("nobody else ends it: not another post, not another unit, not whoever does not hold it", async () => {
    const kase = await surveyed();
    const refusals = [
      await room.run("divisionHead", "end-wait", only(kase), MAP),
      await room.run("stranger", "end-wait", only(kase), MAP),
      await room.run("desk", "end-wait", only(kase), MAP),
      await room.run("specialist", "confirm-payment", only(kase), { receipt: "BL" }),
      await room.run("leader", "approve", only(kase)),
    ].map((result) => (result.ok ? "done" : result.refusal));
    expect(refusals).toEqual([
      "not-your-step",
      "not-your-step",
      "not-your-step",
      "wrong-state",
      "wrong-state",
    ]);
    const { officerId } = { officerId: room.actor("otherSpecialist").id };
    const taken = value(await room.run("divisionHead", "assign", only(kase), { officerId }));
    expect(await room.run("specialist", "end-wait", only(taken), MAP)).toMatchObject({
      refusal: "held-by-other",
    });
    expect((await room.run("otherSpecialist", "end-wait", only(taken), MAP)).ok).toBe(true);
    expect(await room.run("otherSpecialist", "end-wait", only(taken), MAP)).toMatchObject({
      refusal: "wrong-state",
    });
  });

  it("asks on the page for number and date of the document, and keeps what was typed", async () => {
    const kase = await surveyed();
    const page = await room.get("specialist", `/officer/cases/${kase.id}`);
    expect(page.body).toContain("Số văn bản, chứng từ đã nhận");
    const url = `/officer/cases/${kase.id}/end-wait`;
    const wrong = await room.post("specialist", url, { documentNumber: "88/TĐ", documentDate: "31/02/2026" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="88/TĐ"');
    expect(wrong.body).toContain("Ngày phải viết ngày/tháng/năm");
    expect((await room.post("specialist", url, MAP)).statusCode).toBe(303);
  });

  it("does not take a document of a day to come, nor one that is older than what was sent, and keeps what was typed", async () => {
    const drafted = await room.caseAt("drafted");
    const ahead = { note: "Gửi đo đạc", ...SLIP, evidenceDate: "24/11/2027" };
    const early = await room.post("specialist", `/officer/cases/${drafted.id}/pass-on`, ahead);
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain("Ngày của văn bản chưa tới");
    expect(early.body).toContain('value="15/PC"');
    const kase = await surveyed();
    for (const [documentDate, refusal] of [
      ["24/11/2027", "evidence-in-future"],
      ["22/11/2026", "evidence-before-begin"],
    ] as const)
      expect(await room.run("specialist", "end-wait", only(kase), { ...MAP, documentDate })).toMatchObject({
        refusal,
      });
    const url = `/officer/cases/${kase.id}/end-wait`;
    const old = await room.post("specialist", url, { ...MAP, documentDate: "22/11/2026" });
    expect(old.statusCode).toBe(422);
    expect(old.body).toContain("trước văn bản gửi đi (23/11/2026)");
    expect(old.body).toContain('value="88/TĐ"');
    expect((await room.post("specialist", url, MAP)).statusCode).toBe(303);
  });

  it("asks whoever sends the case out for the document by which it goes", async () => {
    const state = await room.caseAt("drafted");
    const page = await room.get("specialist", `/officer/cases/${state.id}`);
    expect(page.body).toContain("Số văn bản gửi đi");
    const url = `/officer/cases/${state.id}/pass-on`;
    const refused = await room.post("specialist", url, { note: "Gửi đo đạc" });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("Gửi đo đạc");
    expect(refused.body).toContain("Hãy ghi số và ngày văn bản gửi đi làm bằng chứng");
    expect((await room.post("specialist", url, SLIP)).statusCode).toBe(303);
  });

  it("leaves rows that a rebuild finds as they are, with the reason and the time of each step", async () => {
    const kase = await surveyed();
    const rows = await room.db.ownerPool.query(
      "select work, uncounted, budget_minutes, paused from cases.step where case_id = $1 and closed_at is null order by seq",
      [kase.id],
    );
    expect(rows.rows).toEqual([
      { work: "await-outside", uncounted: "survey", budget_minutes: null, paused: true },
      { work: "review", uncounted: null, budget_minutes: 240, paused: true },
    ]);
    const report = await rebuild(room.db.database.pool, { check: true });
    expect(report.mended).toEqual([]);
  });

  it("is not begun where a step lies in a unit that does not exist: the counter says so", async () => {
    const gone = { ...ordinary("appraise"), unit: "unit:H21.77" } as const;
    const other = await officerRoom({ ...SURVEY, steps: [ordinary("receive"), gone, ordinary("return")] });
    await expect(other.receive()).rejects.toThrow("unit-unknown");
    await other.close();
  });
});

describe("a result while another branch is open", () => {
  it("is not issued", async () => {
    const steps = SURVEY.steps.map((step) => {
      if (step.id === "review")
        return { ...ordinary("approve"), id: "review", then: { kind: "to", step: "issue" } };
      return step.id === "appraise"
        ? { ...step, then: { kind: "parallel", branches: ["survey", "review"], join: "return" } }
        : step.id === "survey"
          ? { ...step, then: { kind: "to", step: "return" } }
          : step;
    }) as readonly ProcessStep[];
    const other = await officerRoom({ ...SURVEY, steps });
    other.clock.moveTo(instantOf("2026-11-24", 540));
    const state = await other.caseAt("drafted");
    value(await other.run("specialist", "pass-on", only(state), SLIP));
    value(await other.run("leader", "approve", only(state)));
    expect(await other.run("clerk", "issue", only(state))).toMatchObject({
      ok: false,
      refusal: "branches-open",
    });
    await other.close();
  });
});
