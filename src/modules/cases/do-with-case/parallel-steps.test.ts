import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseState } from "../domain/case-state.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { FORKED_PROCESS } from "../testing/test-matter.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom(FORKED_PROCESS);
});
afterAll(() => room.close());

/** A case whose two branches, the plan and the visit, both lie with the specialists and with nobody yet. */
async function forked(): Promise<CaseState> {
  const state = await room.caseAt("specialist");
  return value(await room.run("specialist", "pass-on", state));
}

const seqOf = (state: CaseState, step: string) =>
  state.open.find(({ processStep }) => processStep === step)?.seq ?? 0;
const open = ({ open }: CaseState) => open.map(({ processStep }) => processStep);
const holders = ({ open }: CaseState) =>
  Object.fromEntries(open.map((one) => [one.processStep, one.officerId]));
const at = (state: CaseState, verb = "") => `/officer/cases/${state.id}${verb && `/${verb}`}`;
const now = async (state: CaseState): Promise<CaseState> => {
  const found = await room.db.ownerPool.query("select state from cases.case_file where id = $1", [state.id]);
  return found.rows[0].state;
};

describe("two open steps that the same officer could mean", () => {
  test("the screen asks which, and passes on the one that was chosen", async () => {
    const state = await forked();
    const screen = (await room.get("specialist", at(state))).body;
    expect(screen).toContain("Bước nào");
    for (const step of ["plan", "visit"]) expect(screen).toContain(`value="${seqOf(state, step)}"`);
    expect(screen).toContain("Đối chiếu quy hoạch");
    const step = String(seqOf(state, "visit"));
    const answer = await room.post("specialist", at(state, "pass-on"), {
      version: String(state.version),
      step,
    });
    expect(answer.statusCode).toBe(303);
    expect(open(await now(state))).toEqual(["plan", "minutes"]);
  });

  test("a case with one open step asks nothing", async () => {
    const state = await room.caseAt("specialist");
    const screen = (await room.get("specialist", at(state))).body;
    expect(screen).not.toContain("Bước nào");
    expect(screen).not.toContain('name="step"');
  });

  test("the choice stays where the form comes back", async () => {
    const state = await forked();
    const step = seqOf(state, "visit");
    const answer = await room.post("specialist", at(state, "ask-opinion"), {
      version: String(state.version),
      step: String(step),
      question: "",
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(new RegExp(`id="ask-opinion-step-2"[^>]*value="${step}"[^>]* checked`));
  });

  test("what one holds oneself goes before what nobody holds", async () => {
    const state = await forked();
    const specialist = room.actor("specialist").id;
    const held = value(
      await room.run(
        "specialist",
        "assign",
        { ...state, step: seqOf(state, "visit") },
        { officerId: specialist },
      ),
    );
    expect(holders(held)).toEqual({ plan: undefined, visit: specialist });
    const screen = (await room.get("specialist", at(held))).body;
    expect(screen).toMatch(/id="pass-on-step-2"[^>]* checked/);
    expect(open(value(await room.run("specialist", "pass-on", held)))).toEqual(["plan", "minutes"]);
  });

  test("a division head gives each branch to another officer, the one without a holder first", async () => {
    const state = await forked();
    const [first, second] = [room.actor("specialist").id, room.actor("otherSpecialist").id];
    const once = value(await room.run("divisionHead", "assign", state, { officerId: first }));
    const twice = value(await room.run("divisionHead", "assign", once, { officerId: second }));
    expect(holders(twice)).toEqual({ plan: first, visit: second });
    // Both have a holder now: which is taken over is said.
    const chosen = { ...twice, step: seqOf(twice, "visit") };
    expect(holders(value(await room.run("divisionHead", "assign", chosen, { officerId: first })))).toEqual({
      plan: first,
      visit: first,
    });
  });

  test("a step that is another's, or that is not there, is refused by its own reason", async () => {
    const state = await forked();
    const visit = seqOf(state, "visit");
    const mate = room.actor("otherSpecialist").id;
    const held = value(
      await room.run("divisionHead", "assign", { ...state, step: visit }, { officerId: mate }),
    );
    expect(await room.run("specialist", "pass-on", { ...held, step: visit })).toMatchObject({
      refusal: "held-by-other",
    });
    expect(await room.run("specialist", "pass-on", { ...held, step: 99 })).toMatchObject({
      refusal: "wrong-state",
    });
  });

  test("a batch does the steps that were ticked, both of one case", async () => {
    const [one, both] = [await forked(), await forked()];
    const row = (state: CaseState, step: string) => `${state.id}.${state.version}.${seqOf(state, step)}`;
    const ticked = [row(one, "visit"), row(both, "plan"), row(both, "visit")];
    const answer = await room.post("specialist", "/officer/batch", { verb: "pass-on", case: ticked });
    expect(answer.statusCode).toBe(303);
    expect(open(await now(one))).toEqual(["plan", "minutes"]);
    expect(open(await now(both))).toEqual(["minutes"]);
  });
});
