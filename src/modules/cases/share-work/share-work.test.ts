import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { rebuild } from "../history/rebuild.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { shareNewWorkJob } from "./share-setting.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room?.close());

const unit = () => String(room.unitId("H21.18"));
const preview = () => `/officer/workload/share?unit=${unit()}&post=specialist`;
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";

async function holderOf(state: CaseState): Promise<number | undefined> {
  const found = await room.db.ownerPool.query<{ officer_id: number | null }>(
    "select officer_id from cases.step where case_id = $1 and closed_at is null",
    [state.id],
  );
  return found.rows[0]?.officer_id ?? undefined;
}

async function confirm(body: string) {
  return room.post("divisionHead", "/officer/workload/share", {
    unitId: unit(),
    post: "specialist",
    mark: hidden(body, "mark"),
    at: hidden(body, "at"),
  });
}

describe("sharing work by load", () => {
  test("a division head sees who would get how many and confirms once; the history says why", async () => {
    const states: CaseState[] = [];
    for (let n = 0; n < 6; n++) states.push(await room.caseAt("specialist"));
    const page = (await room.get("divisionHead", preview())).body;
    expect(page).toContain("6 việc chưa ai nhận");
    expect(await holderOf(states[0] as CaseState)).toBeUndefined();
    expect((await confirm(page)).statusCode).toBe(303);
    const holders = await Promise.all(states.map(holderOf));
    expect(holders).not.toContain(undefined);
    const counts = [...Map.groupBy(holders, (id) => id).values()].map((list) => list.length);
    const specialists = room.deps.directory.officersIn(room.unitId("H21.18"), "specialist").length;
    expect(Math.max(...counts)).toBe(Math.ceil(6 / specialists));
    const story = (await room.get("divisionHead", `/officer/cases/${states[0]?.id}`)).body;
    expect(story).toContain("chia việc theo tải");
    const [last] = (await listActions(room.db.database.pool, states[0]?.id ?? "")).slice(-1);
    expect(last?.by.id).toBe(room.actor("divisionHead").id);
  });

  test("a plan that somebody changed meanwhile is not carried out but shown anew", async () => {
    const first = await room.caseAt("specialist");
    const page = (await room.get("divisionHead", preview())).body;
    value(await room.run("specialist", "assign", first, { officerId: room.actor("specialist").id }));
    const second = await room.caseAt("specialist");
    const answer = await confirm(page);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain("Hàng việc vừa thay đổi");
    expect(await holderOf(second)).toBeUndefined();
  });

  test("nobody who is away gets anything", async () => {
    const away = room.actor("specialist").id;
    await room.db.ownerPool.query(
      `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       values ($1, '2026-11-23', '2026-11-23', 'Nghỉ phép', now())`,
      [away],
    );
    await room.deps.directory.refresh();
    const states = [await room.caseAt("specialist"), await room.caseAt("specialist")];
    const page = (await room.get("divisionHead", preview())).body;
    expect(page).toContain("Không chia cho người đang vắng: Phạm Minh Đức");
    await confirm(page);
    for (const state of states) expect(await holderOf(state)).not.toBe(away);
  });

  test("by itself only where the unit wants it, every minute, and never twice", async () => {
    const state = await room.caseAt("specialist");
    const job = shareNewWorkJob(room.deps);
    const context = { now: room.clock.read(), progress: async () => {} };
    expect(await job.run({}, context)).toBeUndefined();
    expect(await holderOf(state)).toBeUndefined();
    const set = { unitId: unit(), post: "specialist", automatic: "yes" };
    await room.post("divisionHead", "/officer/workload/automatic", set);
    await job.run({}, context);
    expect(await holderOf(state)).toBeDefined();
    expect(await job.run({}, context)).toMatchObject({ done: 0 });
    const [last] = (await listActions(room.db.database.pool, state.id)).slice(-1);
    expect(last?.by.kind).toBe("system");
    expect((await room.get("divisionHead", "/officer/workload")).body).toContain("tự chia theo tải mỗi phút");
  });

  test("wrong post, wrong unit and nobody get nowhere", async () => {
    const state = await room.caseAt("specialist");
    await room.db.ownerPool.query("update cases.share_setting set automatic = false");
    const page = (await room.get("divisionHead", preview())).body;
    expect((await room.get("specialist", "/officer/workload")).statusCode).toBe(403);
    expect((await room.get("deskLeader", preview())).statusCode).toBe(303);
    const form = {
      unitId: unit(),
      post: "specialist",
      mark: hidden(page, "mark"),
      at: hidden(page, "at"),
    };
    await room.post("deskLeader", "/officer/workload/share", form);
    await room.post("deskLeader", "/officer/workload/automatic", { ...form, automatic: "yes" });
    expect((await room.post("specialist", "/officer/workload/share", form)).statusCode).toBe(403);
    expect((await room.get(undefined, "/officer/workload")).statusCode).toBe(303);
    expect(await holderOf(state)).toBeUndefined();
    const settings = await room.db.ownerPool.query("select 1 from cases.share_setting where automatic");
    expect(settings.rowCount).toBe(0);
  });

  test("the workload of a unit names everybody with what lies with them", async () => {
    const vi = (await room.get("leader", "/officer/workload")).body;
    for (const name of ["Phạm Minh Đức", "Võ Thị Kim Oanh", "đang vắng", "Giờ làm còn lại"])
      expect(vi).toContain(name);
  });

  test("every history replays to the same rows", async () => {
    expect((await rebuild(room.db.database.pool, { check: true })).mended).toEqual([]);
  });
});
