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

  test("who drafted the result does not approve it in the leader's place; another deputy does", async () => {
    const state = await room.caseAt("leader");
    const leader = room.actor("leader").id;
    const lend = async (deputy: number) => {
      await room.db.ownerPool.query("delete from organisation.delegation");
      await room.db.ownerPool.query("delete from organisation.absence");
      await room.db.ownerPool.query(
        `with away as (insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
           values ($1, '2026-11-01', '2026-12-31', 'Đi học', now()) returning id)
         insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
         select id, $2, 'leader', $3 from away`,
        [leader, room.unitId("H21.18"), deputy],
      );
      await room.deps.directory.refresh();
    };
    await lend(room.actor("specialist").id);
    expect(await room.run("specialist", "approve", state)).toMatchObject({ refusal: "own-draft" });
    const page = (await room.get("specialist", `/officer/cases/${state.id}`)).body;
    expect(page).toContain("đã soạn dự thảo này");
    await lend(room.actor("otherSpecialist").id);
    const approved = value(await room.run("otherSpecialist", "approve", state));
    expect(approved.open.map((step) => step.work)).toEqual(["issue"]);
    await room.db.ownerPool.query("delete from organisation.delegation");
    await room.deps.directory.refresh();
  });

  test("another leader's post, or the same post elsewhere, approves nothing here", async () => {
    const state = await room.caseAt("leader");
    expect(await room.run("deskLeader", "approve", state)).toMatchObject({ refusal: "not-your-step" });
    expect(await room.run("specialist", "approve", state)).toMatchObject({ refusal: "not-permitted" });
  });
});
