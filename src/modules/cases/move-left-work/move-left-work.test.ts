import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { rebuild } from "../history/rebuild.ts";
import { DRAFT, type OfficerRoom, officerRoom, type Person, value } from "../testing/officer-room.ts";
import { moveLeftWork, staffWork } from "./move-left-work.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room?.close());

async function takenBy(person: Person): Promise<CaseState> {
  const state = await room.caseAt("specialist");
  return value(await room.run(person, "assign", state, { officerId: room.actor(person).id }));
}

/** As the page of posts writes it: the post ends today, its work goes to somebody or to nobody. */
async function leaves(person: Person, successor?: Person): Promise<void> {
  const { ownerPool } = room.db;
  const ended = await ownerPool.query<{ id: number }>(
    `update organisation.post set valid_to = '2026-11-23' where officer_id = $1 and kind = 'specialist' returning id`,
    [room.actor(person).id],
  );
  await ownerPool.query(
    `insert into organisation.post_ending (post_id, from_day, reason, decision, successor_id, recorded_by, recorded_at)
     values ($1, '2026-11-23', 'Chuyển công tác', '15/QĐ-SXD', $2, $3, now())`,
    [
      ended.rows[0]?.id,
      successor === undefined ? null : room.actor(successor).id,
      room.actor("administrator").id,
    ],
  );
  await room.deps.directory.refresh();
}

describe("work of somebody who left their post", () => {
  test("goes to the successor with a trace of why, and the leaver has no access any more", async () => {
    const mine = [await takenBy("specialist"), await takenBy("specialist")];
    const other = await takenBy("otherSpecialist");
    const unitId = room.unitId("H21.18");
    const leaver = room.actor("specialist").id;
    const work = staffWork(room.deps);
    expect(await work.assignedTo(leaver, unitId, "specialist")).toMatchObject({ count: 2 });
    await leaves("specialist", "otherSpecialist");
    expect((await room.get("specialist", `/officer/cases/${mine[0]?.id}`)).statusCode).not.toBe(200);
    const steps: number[] = [];
    expect(await moveLeftWork(room.deps, async (done) => void steps.push(done))).toEqual({
      moved: 2,
      endings: 1,
    });
    expect(steps.at(-1)).toBe(2);
    for (const state of mine) {
      const [last] = (await listActions(room.db.database.pool, state.id)).slice(-1);
      expect(last?.data).toMatchObject({
        type: "assigned",
        officerId: room.actor("otherSpecialist").id,
        why: { kind: "left-post", officerId: leaver, decision: "15/QĐ-SXD" },
      });
      value(await room.run("otherSpecialist", "draft-result", { id: state.id }, DRAFT));
    }
    const story = (await room.get("otherSpecialist", `/officer/cases/${mine[0]?.id}`)).body;
    expect(story).toContain("vì Phạm Minh Đức thôi giữ vị trí");
    expect(story).toContain("Chuyển công tác (15/QĐ-SXD)");
    expect((await listActions(room.db.database.pool, other.id)).at(-1)?.data).not.toHaveProperty("why");
    const endings = await room.db.ownerPool.query(
      "select moved, total, done_at from organisation.post_ending",
    );
    expect(endings.rows[0]).toMatchObject({ moved: 2, total: 2, done_at: expect.anything() });
  });

  test("moves once, however often the job runs", async () => {
    expect(await moveLeftWork(room.deps)).toEqual({ moved: 0, endings: 0 });
  });

  test("without a successor it goes back to the common queue, and what comes back later follows", async () => {
    const state = await takenBy("otherSpecialist");
    await leaves("otherSpecialist");
    expect((await moveLeftWork(room.deps)).moved).toBeGreaterThan(0);
    const last = (await listActions(room.db.database.pool, state.id)).at(-1);
    expect(last?.data).toMatchObject({ type: "released", why: { kind: "left-post" } });
    const { rows } = await room.db.ownerPool.query(
      "select officer_id from cases.step where case_id = $1 and closed_at is null",
      [state.id],
    );
    expect(rows).toEqual([{ officer_id: null }]);
    await room.db.ownerPool.query("update cases.step set officer_id = $2 where case_id = $1", [
      state.id,
      room.actor("otherSpecialist").id,
    ]);
    // A row alone does not move a case: the history knows that nobody holds it.
    expect(await moveLeftWork(room.deps)).toMatchObject({ moved: 0 });
    await room.db.ownerPool.query("update cases.step set officer_id = null where case_id = $1", [state.id]);
  });

  test("every history replays to the same rows", async () => {
    expect((await rebuild(room.db.database.pool, { check: true })).mended).toEqual([]);
  });
});
