import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "../../../kernel/time.ts";
import { actionBody, actionOfBody } from "../action-codec.ts";
import { listActions } from "../case-store.ts";
import { draftResult } from "../draft-result/draft-result.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { type CitizenRoom, citizenRoom } from "../track-case/testing/citizen-room.ts";
import { checkChain } from "./check-chain.ts";
import { dayRoots } from "./day-root-store.ts";
import { rebuild } from "./rebuild.ts";
import { rootOfKeptHeads, sealDays } from "./seal-day.ts";

let room: CitizenRoom;
let caseId: string;
let otherId: string;

/** Somebody with the owner's password changes the database behind the program's back, and back again. */
async function tampered(change: string, values: readonly unknown[], undo: string): Promise<string[]> {
  await room.db.ownerPool.query(change, [...values]);
  const report = await checkChain(room.db.database.pool);
  await room.db.ownerPool.query(undo, [...values]);
  return report.faults.map((fault) => `${fault.kind} ${fault.caseId ?? ""} ${fault.seq ?? ""}`.trim());
}

beforeAll(async () => {
  room = await citizenRoom();
  const received = await room.receive();
  caseId = received.id;
  await room.does("thuy.kt.pleiku", passOn, caseId, {});
  const draft = { kind: "granted", title: "Giấy khai sinh", content: "Chấp thuận" };
  await room.does("nam.nh.pleiku", draftResult, caseId, draft);
  otherId = (await room.receive()).id;
  room.clock.moveTo(room.clock.read() + DAY_MS);
  await sealDays(room.db.database.pool, room.clock.read());
});

afterAll(() => room.close());

describe("the history of cases", () => {
  it("is whole when only the program wrote it", async () => {
    const report = await checkChain(room.db.database.pool);
    expect(report).toEqual({ cases: 2, actions: 4, faults: [] });
  });

  it("reads back what was written, byte by byte", async () => {
    for (const action of await listActions(room.db.database.pool, caseId)) {
      expect(actionOfBody(actionBody(action))).toEqual(action);
    }
  });

  it("cannot be updated, deleted or emptied by the role of the program", async () => {
    const { pool } = room.db.database;
    await expect(pool.query("update cases.action set body = '{}'")).rejects.toThrow(/permission denied/);
    await expect(pool.query("delete from cases.action")).rejects.toThrow(/permission denied/);
    await expect(pool.query("truncate cases.action")).rejects.toThrow(/permission denied/);
    for (const table of ["cases.day_root", "cases.day_head", "cases.reading", "platform.audit"]) {
      await expect(pool.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it("names case and action when a body was changed", async () => {
    const faults = await tampered(
      "update cases.action set body = replace(body, 'Nguyễn', 'Nguyen') where case_id = $1 and seq = 1",
      [caseId],
      "update cases.action set body = replace(body, 'Nguyen', 'Nguyễn') where case_id = $1 and seq = 1",
    );
    expect(faults).toEqual([`hash-wrong ${caseId} 1`]);
  });

  it("finds a date that was moved beside the body", async () => {
    const faults = await tampered(
      "update cases.action set at = at - interval '2 days' where case_id = $1 and seq = 3",
      [caseId],
      "update cases.action set at = at + interval '2 days' where case_id = $1 and seq = 3",
    );
    expect(faults).toEqual([`columns-differ ${caseId} 3`]);
  });

  it("finds an action that was taken away, from the middle or the end", async () => {
    for (const seq of [2, 3]) {
      await room.db.ownerPool.query(
        "create table public.hidden as select * from cases.action where case_id = $1 and seq = $2",
        [caseId, seq],
      );
      const faults = await tampered(
        `delete from cases.action where case_id = $1 and seq = ${seq}`,
        [caseId],
        "insert into cases.action select * from public.hidden where case_id = $1",
      );
      await room.db.ownerPool.query("drop table public.hidden");
      expect(faults).toContain(`action-missing ${caseId} ${seq}`);
    }
  });

  it("finds a whole history written anew with good hashes, by the heads sealed at the day's end", async () => {
    const { ownerPool } = room.db;
    await ownerPool.query("create table public.kept as select * from cases.action where case_id = $1", [
      otherId,
    ]);
    const forged = await tampered(
      `with again as (
         update cases.action set body = replace(body, 'Tờ khai', 'Giấy khác'),
           hash = sha256(convert_to(replace(body, 'Tờ khai', 'Giấy khác'), 'UTF8'))
         where case_id = $1 and seq = 1 returning hash)
       update cases.case_file set head_hash = again.hash from again where id = $1`,
      [otherId],
      `with kept as (
         update cases.action set body = kept.body, hash = kept.hash from public.kept
         where action.case_id = $1 returning action.hash)
       update cases.case_file set head_hash = kept.hash from kept where id = $1`,
    );
    await ownerPool.query("drop table public.kept");
    expect(forged).toEqual([`sealed-head-lost ${otherId} 1`]);
  });

  it("finds a sealed head that was changed too, by the root", async () => {
    const faults = await tampered(
      "update cases.day_head set hash = sha256(hash) where case_id = $1",
      [otherId],
      "update cases.day_head set hash = (select hash from cases.action where case_id = $1 and seq = 1) where case_id = $1",
    );
    expect(faults).toEqual([`sealed-head-lost ${otherId} 1`, "root-differs"]);
  });

  it("is sealed once a day, over all cases, and catches up after days without a run", async () => {
    const { pool } = room.db.database;
    const [first] = await dayRoots(pool);
    expect(first?.caseCount).toBe(2);
    expect(await sealDays(pool, room.clock.read())).toEqual([]);
    room.clock.moveTo(room.clock.read() + 3 * DAY_MS);
    const later = await sealDays(pool, room.clock.read());
    expect(later.map((root) => root.caseCount)).toEqual([2, 2, 2]);
    expect(later.every((root) => first !== undefined && root.root.equals(first.root))).toBe(true);
  });
});

describe("a rebuild", () => {
  it("finds nothing to mend when the program alone wrote", async () => {
    const report = await rebuild(room.db.database.pool, { check: true });
    expect(report).toEqual({ cases: 2, actions: 4, mended: [] });
  });

  it("makes rows that were changed or lost what the actions say", async () => {
    const { ownerPool, database } = room.db;
    const before = await ownerPool.query("select * from cases.case_file order by id");
    const steps = await ownerPool.query("select * from cases.step order by case_id, seq");
    const running = await ownerPool.query("select * from cases.running order by case_id");
    expect(running.rows).toHaveLength(2);
    await ownerPool.query(
      "update cases.case_file set due_at = due_at + interval '9 days', verdict = 'early' where id = $1",
      [caseId],
    );
    await ownerPool.query("update cases.running set due_at = null");
    await ownerPool.query("update cases.step set closed_at = null where case_id = $1 and seq = 1", [caseId]);
    await ownerPool.query("delete from cases.step where case_id = $1", [otherId]);
    await ownerPool.query("delete from cases.case_file where id = $1", [otherId]);

    expect((await rebuild(database.pool, { check: true })).mended).toHaveLength(2);
    expect((await rebuild(database.pool, { check: false })).mended.toSorted()).toEqual(
      [caseId, otherId].toSorted(),
    );
    expect((await ownerPool.query("select * from cases.case_file order by id")).rows).toEqual(before.rows);
    expect((await ownerPool.query("select * from cases.step order by case_id, seq")).rows).toEqual(
      steps.rows,
    );
    expect((await ownerPool.query("select * from cases.running order by case_id")).rows).toEqual(
      running.rows,
    );
    expect((await rebuild(database.pool, { check: true })).mended).toEqual([]);
    await ownerPool.query("delete from cases.running where case_id = $1", [otherId]);
    expect((await rebuild(database.pool, { check: false })).mended).toEqual([otherId]);
    expect((await rebuild(database.pool, { check: true })).mended).toEqual([]);
  });
});

describe("days sealed together after an outage", () => {
  it("have the roots that each would have had alone, also where a case was sealed on several days before", async () => {
    const { pool } = room.db.database;
    const tomorrow = (days: number) => room.clock.moveTo(room.clock.read() + days * DAY_MS);
    tomorrow(1);
    await sealDays(pool, room.clock.read());
    await room.does("thuy.kt.pleiku", passOn, otherId, {});
    tomorrow(1);
    await sealDays(pool, room.clock.read());
    await room.receive();
    tomorrow(3);
    const together = await sealDays(pool, room.clock.read());
    expect(together.map((root) => root.caseCount)).toEqual([3, 3, 3]);
    for (const root of together) expect(root).toEqual(await rootOfKeptHeads(pool, root.day));
    expect((await checkChain(pool)).faults).toEqual([]);
  });
});
