import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "../../../kernel/time.ts";
import { findCase } from "../case-store.ts";
import { closeSilentOpinionsJob } from "../close-silent-opinions/close-silent-opinions.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

test("a consulted agency answers until its last working day ends, and the case waits so long", async () => {
  room.clock.moveTo(instantOf("2026-11-23", 9 * 60));
  let state = await room.caseAt("drafted");
  const asked = { unitId: room.unitId("H21.16"), question: "Có vướng quy hoạch không?", workingDays: 1 };
  state = value(await room.run("specialist", "ask-opinion", state, asked));
  expect(state.open.at(-1)?.dueAt).toBe(instantOf("2026-11-24", 16 * 60 + 30));
  // In the afternoon of the last day nobody goes on without the answer, and it is taken.
  room.clock.moveTo(instantOf("2026-11-24", 14 * 60));
  expect(await room.run("specialist", "pass-on", state)).toMatchObject({ refusal: "opinion-pending" });
  const answer = { opinion: "disagree", text: "Vướng quy hoạch" };
  const page = async () => (await room.get("specialist", `/officer/cases/${state.id}`)).body;
  expect(await page()).not.toContain("vượt ");
  state = value(await room.run("stranger", "give-opinion", state, answer));
  expect(await page()).not.toContain("vượt ");
  expect(state.opinion?.answer).toBeDefined();
});

test("silence is consent only when the last working day of the term is over", async () => {
  const [receive, ...others] = DEPARTMENT_PROCESS.steps;
  if (receive === undefined) throw new Error("a process without steps");
  const opinion = {
    ...receive,
    id: "ask",
    work: "opinion",
    post: "specialist",
    unit: "unit:H21.16",
    budgetMinutes: 1440,
    silence: "consent",
  } as const;
  const asking = await officerRoom({ ...DEPARTMENT_PROCESS, steps: [receive, opinion, ...others] });
  const state = await asking.receive();
  value(await asking.run("desk", "pass-on", state));
  const silent = async (local: number) => {
    asking.clock.moveTo(local);
    await closeSilentOpinionsJob(asking.deps).run({}, { now: local, progress: async () => {} });
    return (await findCase(asking.db.database.pool, state.id))?.state.open.map(({ work }) => work);
  };
  // Asked on Monday 23/11 at nine: three working days.
  expect(await silent(instantOf("2026-11-26", 9 * 60))).toEqual(["opinion"]);
  expect(await silent(instantOf("2026-11-26", 16 * 60 + 29))).toEqual(["opinion"]);
  expect(await silent(instantOf("2026-11-26", 16 * 60 + 30))).toEqual(["process"]);
  await asking.close();
});
