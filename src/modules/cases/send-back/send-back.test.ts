import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseState } from "../domain/case-state.ts";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { FORKED_PROCESS } from "../testing/test-matter.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom(FORKED_PROCESS);
});
afterAll(() => room.close());

const open = ({ open }: CaseState) => open.map(({ processStep }) => processStep);
const seqOf = (state: CaseState, step: string) =>
  state.open.find(({ processStep }) => processStep === step)?.seq ?? 0;
const at = (state: CaseState, verb = "") => `/officer/cases/${state.id}${verb && `/${verb}`}`;
const REASON = { reason: "Thiếu biên bản kiểm tra thực địa" };

/** Passes on the step of this name, by one specialist or the other. */
async function pass(state: CaseState, step: string, who: "specialist" | "otherSpecialist" = "specialist") {
  return value(await room.run(who, "pass-on", { ...state, step: seqOf(state, step) }));
}

/** A case that the division head reviews: both branches were done, the visit by another specialist. */
async function reviewed(): Promise<CaseState> {
  let state = await pass(await room.caseAt("specialist"), "appraise");
  state = await pass(state, "visit", "otherSpecialist");
  state = await pass(state, "plan");
  state = await pass(state, "minutes", "otherSpecialist");
  state = value(await room.run("specialist", "draft-result", state, DRAFT));
  return pass(state, "draft");
}

describe("sending back", () => {
  test("goes to the step before, where nobody says otherwise", async () => {
    const back = value(await room.run("divisionHead", "send-back", await reviewed(), REASON));
    expect(open(back)).toEqual(["draft"]);
    expect(back.open[0]?.officerId).toBe(room.actor("specialist").id);
  });

  test("goes to the earlier step that was chosen, to whoever did it, and only what follows is done again", async () => {
    const state = await reviewed();
    const screen = (await room.get("divisionHead", at(state))).body;
    for (const step of ["draft", "minutes", "plan", "visit", "appraise"])
      expect(screen).toContain(`value="${step}"`);
    expect(screen).not.toContain('value="receive"');
    expect(screen).toMatch(/id="send-back-to"[^>]*value="draft"[^>]* checked/);

    const answer = await room.post("divisionHead", at(state, "send-back"), {
      version: String(state.version),
      to: "visit",
      ...REASON,
    });
    expect(answer.statusCode).toBe(303);
    const found = await room.db.ownerPool.query("select state from cases.case_file where id = $1", [
      state.id,
    ]);
    let again: CaseState = found.rows[0].state;
    expect(open(again)).toEqual(["visit"]);
    expect(again.open[0]?.officerId).toBe(room.actor("otherSpecialist").id);
    // The plan of the other branch stays checked: the join waits for the minutes alone.
    again = await pass(again, "visit", "otherSpecialist");
    again = await pass(again, "minutes", "otherSpecialist");
    expect(open(again)).toEqual(["draft"]);
  });

  test("a form that comes back keeps the step that was chosen", async () => {
    const state = await reviewed();
    const answer = await room.post("divisionHead", at(state, "send-back"), {
      version: String(state.version),
      to: "plan",
      reason: "",
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/name="to" value="plan" checked/);
  });

  test("before the fork it opens both branches again", async () => {
    const back = value(
      await room.run("divisionHead", "send-back", await reviewed(), { to: "appraise", ...REASON }),
    );
    expect(open(await pass(back, "appraise"))).toEqual(["plan", "visit"]);
  });

  test("never reaches the desk, another branch, one's own step or what was not done", async () => {
    const state = await reviewed();
    for (const to of ["receive", "review", "approve", "nothing"])
      expect(await room.run("divisionHead", "send-back", state, { to, ...REASON })).toMatchObject({
        refusal: "no-earlier-step",
      });
    // While the plan is still open, the minutes go back to the visit and no further.
    let forked = await pass(await room.caseAt("specialist"), "appraise");
    forked = await pass(forked, "visit");
    const minutes = { ...forked, step: seqOf(forked, "minutes") };
    for (const to of ["appraise", "plan"])
      expect(await room.run("specialist", "send-back", minutes, { to, ...REASON })).toMatchObject({
        refusal: "no-earlier-step",
      });
    const back = await room.run("specialist", "send-back", minutes, { to: "visit", ...REASON });
    expect(open(value(back))).toEqual(["plan", "visit"]);
  });
});
