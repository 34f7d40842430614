import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

describe("approving", () => {
  test("a leader who asked another unit waits for the answer or its time, and no question outlives the step", async () => {
    const state = await room.caseAt("leader");
    const question = { unitId: room.unitId("H21.16"), question: "Có vướng không?", workingDays: 2 };
    const asked = value(await room.run("leader", "ask-opinion", state, question));
    expect(await room.run("leader", "approve", asked)).toMatchObject({ refusal: "opinion-pending" });
    room.clock.moveTo(room.clock.read() + 4 * 86_400_000);
    const approved = value(await room.run("leader", "approve", asked));
    expect(approved.open.map((step) => step.work)).toEqual(["issue"]);
  });

  test("another leader's post, or the same post elsewhere, approves nothing here", async () => {
    const state = await room.caseAt("leader");
    expect(await room.run("deskLeader", "approve", state)).toMatchObject({ refusal: "not-your-step" });
    expect(await room.run("specialist", "approve", state)).toMatchObject({ refusal: "not-permitted" });
  });
});
