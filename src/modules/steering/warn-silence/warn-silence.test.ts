import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkChain, rebuild } from "../../cases/index.ts";
import { readingText, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

const BASIS = "Điều 102 Luật Xây dựng";

let room: SteeringRoom;
beforeEach(async () => {
  room = await steeringRoom();
});
afterEach(() => room.close());

/** A law makes silence an answer for building permits; published like this, before any case. */
async function silenceMeans(outcome: "granted" | "refused"): Promise<void> {
  await room.app.db.ownerPool.query(
    "update processes.process set terms = $1 where procedure_code = '1.013236'",
    [JSON.stringify({ whenSilent: { outcome, basis: BASIS } })],
  );
}

const stateOf = async ({ id }: SomeCase) =>
  (
    await room.app.db.ownerPool.query("select status, verdict, state from cases.case_file where id = $1", [
      id,
    ])
  ).rows[0];
const silently = async () => Number((await room.run("decide-by-silence"))?.done ?? 0);
const leaderReads = async () => readingText((await room.get("leader", "/officer/notices")).body);
const WARNED = "không trả lời thì kết quả tự có hiệu lực";

describe("silence", () => {
  it("is no answer where no law says so, however late a case is", async () => {
    const one = await room.caseAt("specialist");
    room.at("2027-03-01T09:00");
    expect(await silently()).toBe(0);
    await room.run("warn-silence");
    expect(await stateOf(one)).toMatchObject({ status: 4 });
    expect(await leaderReads()).not.toContain(WARNED);
  });

  it("becomes the answer of the law when the appointment has passed, once, and everybody sees it", async () => {
    await silenceMeans("granted");
    const one = await room.caseAt("specialist");
    // Ten working days from 23/11: due 07/12, 16:30.
    room.at("2026-12-07T16:30");
    expect(await silently()).toBe(0);
    room.at("2026-12-07T16:31");
    expect(await silently()).toBe(1);
    const done = await stateOf(one);
    expect(done).toMatchObject({ status: 9, verdict: "late" });
    expect(done.state).toMatchObject({ bySilence: { basis: BASIS }, result: { kind: "granted" } });
    expect(await silently()).toBe(0);
    const screen = readingText((await room.get("desk", `/officer/cases/${one.id}`)).body);
    expect(screen).toContain("Kết quả do hết hạn không trả lời");
    expect(screen).toContain(BASIS);
    const sheet = await room.get("desk", `/officer/cases/${one.id}/control-sheet.pdf`);
    expect(sheet.statusCode).toBe(200);
    await room.does("desk", "hand-over", one, { method: "counter", collectorName: "Lụa", check: "receipt" });
    const { ownerPool } = room.app.db;
    expect((await rebuild(ownerPool, { check: true })).mended).toEqual([]);
    expect((await checkChain(ownerPool)).faults).toEqual([]);
    await room.run("count-verdicts");
    const verdicts = await ownerPool.query("select official, honest from steering.verdict");
    expect(verdicts.rows).toEqual([{ official: "overdue", honest: "late" }]);
  });

  it("is announced to the leader one working day ahead, and prevented by deciding", async () => {
    await silenceMeans("refused");
    const one = await room.caseAt("leader");
    room.at("2026-12-04T16:29");
    await room.run("warn-silence");
    expect(await leaderReads()).not.toContain(WARNED);
    room.at("2026-12-04T16:31");
    await room.run("warn-silence");
    await room.run("warn-silence");
    expect((await leaderReads()).split(WARNED)).toHaveLength(2);
    await room.does("leader", "approve", one);
    await room.does("clerk", "issue", one);
    await room.run("warn-silence");
    const open = await room.app.db.ownerPool.query(
      "select 1 from steering.notice where kind = 'silence' and settled_at is null",
    );
    expect(open.rowCount).toBe(0);
    room.at("2026-12-08T09:00");
    expect(await silently()).toBe(0);
    expect((await stateOf(one)).state.result.kind).toBe("granted");
  });

  it("counts whole working days, as apologies do: a declared half day moves nothing by the hours that it lacks", async () => {
    await silenceMeans("granted");
    const half = { half: "07/12/2026", halfHours: "07:30-11:30", previous: "2026-1" };
    const why = { name: "Nửa ngày", decision: "12/QĐ", reason: "Mất điện" };
    expect((await room.post("controller", "/officer/calendar/declare", { ...half, ...why })).statusCode).toBe(
      303,
    );
    // Due on Monday 07/12 at 11:30: one working day before is Friday, until 16:30.
    await room.caseAt("specialist");
    const told = async () => [
      (await room.run("draft-apologies"))?.done,
      (await room.run("warn-silence"))?.done,
    ];
    room.at("2026-12-04T15:00");
    expect(await told()).toEqual([0, 0]);
    room.at("2026-12-04T16:31");
    expect(await told()).toEqual([1, 1]);
  });

  it("speaks to no empty chair: the next above hears, and the leader's deputy once there is one", async () => {
    await silenceMeans("granted");
    await room.caseAt("specialist");
    const { directory, db } = room.app;
    const department = directory.unitByCode("H21.18")?.id;
    const { rows } = await db.ownerPool.query(
      `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       select officer_id, '2026-11-24', '2026-12-31', 'ốm', now() from organisation.post
       where kind = 'leader' and unit_id = $1 returning id`,
      [department],
    );
    room.at("2026-12-07T09:00");
    await directory.refresh();
    const told = async () => {
      await room.run("warn-silence");
      await room.run("warn-silence");
      const found = await db.ownerPool.query(
        `select to_unit_id as unit, to_post as post, settled_at is null as open from steering.notice
         where kind = 'silence' order by id`,
      );
      return found.rows;
    };
    const committee = { unit: directory.unitByCode("H21")?.id, post: "leader" };
    expect(await told()).toEqual([{ ...committee, open: true }]);
    await db.ownerPool.query(
      `insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
       select $1, $2, 'leader', officer_id from organisation.post where unit_id = $2 and kind = 'division-head'`,
      [rows[0]?.id, department],
    );
    await directory.refresh();
    expect(await told()).toEqual([
      { ...committee, open: false },
      { unit: department, post: "leader", open: true },
    ]);
    expect(readingText((await room.get("divisionHead", "/officer/notices")).body)).toContain(WARNED);
  });

  it("never decides a case that stands still, and after an apology waits for the new date", async () => {
    await silenceMeans("granted");
    const paused = await room.caseAt("specialist");
    const sorry = await room.caseAt("specialist");
    const duty = { name: "Lệ phí trước bạ", amount: 1_200_000, notice: "12/TB" };
    await room.does("specialist", "note-financial-duty", paused, duty);
    await room.does("leader", "apologise", sorry, { reason: "Mất điện", newDate: "2026-12-11" });
    room.at("2026-12-10T09:00");
    expect(await silently()).toBe(0);
    room.at("2026-12-14T09:00");
    expect(await silently()).toBe(1);
    expect(await stateOf(paused)).toMatchObject({ status: 6 });
    expect(await stateOf(sorry)).toMatchObject({ status: 9 });
  });
});
