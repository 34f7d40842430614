import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "../../../kernel/time.ts";
import { actionBodyOf } from "../api/case-schemas.ts";
import { listActions } from "../case-store.ts";
import { checkChain } from "../history/check-chain.ts";
import { rebuild } from "../history/rebuild.ts";
import { DRAFT, type OfficerRoom, officerRoom, type Person, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room?.close());

/** Somebody is away today and tomorrow, and somebody else fills their post in the department of construction. */
async function away(absent: Person, deputy: Person, kind: string): Promise<number> {
  const { ownerPool } = room.db;
  const added = await ownerPool.query<{ id: number }>(
    `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
     values ($1, '2026-11-23', '2026-11-24', 'Đi công tác', now()) returning id`,
    [room.actor(absent).id],
  );
  const id = added.rows[0]?.id ?? 0;
  await ownerPool.query("insert into organisation.delegation values ($1, $2, $3, $4)", [
    id,
    room.unitId("H21.18"),
    kind,
    room.actor(deputy).id,
  ]);
  await room.deps.directory.refresh();
  return id;
}

async function back(id: number): Promise<void> {
  await room.db.ownerPool.query("update organisation.absence set ended_at = now() where id = $1", [id]);
  await room.deps.directory.refresh();
}

describe("work in an absent officer's stead", () => {
  test("a colleague finds the absent specialist's case in their own queue, marked, and goes on with it", async () => {
    const state = await room.caseAt("specialist");
    value(await room.run("specialist", "assign", state, { officerId: room.actor("specialist").id }));
    expect((await room.get("otherSpecialist", "/officer")).body).not.toContain(state.code);
    expect(await room.run("otherSpecialist", "draft-result", { id: state.id }, DRAFT)).toMatchObject({
      refusal: "held-by-other",
    });
    const id = await away("specialist", "otherSpecialist", "specialist");
    const page = (await room.get("otherSpecialist", "/officer")).body;
    expect(page).toContain(state.code);
    expect(page).toContain("thay ông/bà Phạm Minh Đức");
    value(await room.run("otherSpecialist", "draft-result", { id: state.id }, DRAFT));
    const [last] = (await listActions(room.db.database.pool, state.id)).slice(-1);
    expect(last?.by).toMatchObject({
      id: room.actor("otherSpecialist").id,
      inPlaceOf: room.actor("specialist").id,
    });
    const body = last && actionBodyOf(last, () => "");
    expect(body?.inPlaceOf).toBe(room.actor("specialist").id);
    const story = (await room.get("otherSpecialist", `/officer/cases/${state.id}`)).body;
    expect(story).toContain("thay Phạm Minh Đức");
    await back(id);
    expect((await room.get("otherSpecialist", "/officer")).body).not.toContain(state.code);
    expect(await room.run("otherSpecialist", "pass-on", { id: state.id })).toMatchObject({
      refusal: "held-by-other",
    });
  });

  test("a division head approves for the absent leader, seen as signed in their place", async () => {
    const state = await room.caseAt("leader");
    expect(await room.run("divisionHead", "approve", state)).toMatchObject({ ok: false });
    await away("leader", "divisionHead", "leader");
    value(await room.run("divisionHead", "approve", state));
    const story = (await room.get("divisionHead", `/officer/cases/${state.id}`)).body;
    expect(story).toContain("ký thay Đặng Hữu Phước");
  });

  test("own work stays one's own: nothing says in whose place", async () => {
    const id = await away("clerk", "specialist", "clerk");
    const state = await room.caseAt("specialist");
    value(await room.run("specialist", "draft-result", state, DRAFT));
    const [last] = (await listActions(room.db.database.pool, state.id)).slice(-1);
    expect(last?.by.inPlaceOf).toBeUndefined();
    await back(id);
  });

  test("it reaches into no other unit, and the deputy's own second post gives nothing to the absent one's", async () => {
    const id = await away("specialist", "stranger", "specialist");
    const posts = room.actor("stranger").posts.filter((post) => post.inPlaceOf !== undefined);
    expect(posts).toEqual([
      { unitId: room.unitId("H21.18"), kind: "specialist", inPlaceOf: room.actor("specialist").id },
    ]);
    expect(room.actor("specialist").posts.every((post) => post.inPlaceOf === undefined)).toBe(true);
    await back(id);
    expect(room.actor("stranger").posts.every((post) => post.unitId !== room.unitId("H21.18"))).toBe(true);
  });

  test("it ends by itself with its last day, in this process and without anybody asking the database", async () => {
    const state = await room.caseAt("leader");
    room.clock.moveTo(room.clock.read() + 2 * DAY_MS);
    expect(await room.run("divisionHead", "approve", state)).toMatchObject({ ok: false });
  });

  test("histories replay to the same rows and their chains hold", async () => {
    const { pool } = room.db.database;
    expect((await rebuild(pool, { check: true })).mended).toEqual([]);
    expect((await checkChain(pool)).faults).toEqual([]);
  });
});
