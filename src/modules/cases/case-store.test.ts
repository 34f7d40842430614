import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../../kernel/ids.ts";
import { actionHash } from "./action-codec.ts";
import { append } from "./case-command.ts";
import { contextFor } from "./case-context.ts";
import { findCase, findCaseByCode, listActions, saveCase } from "./case-store.ts";
import { replay } from "./domain/evolve.ts";
import { passOn } from "./pass-on/pass-on.ts";
import { DRAFT, type OfficerRoom, officerRoom, value } from "./testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

describe("saving a case", () => {
  test("of many who save the same version at once exactly one wins, and the history has one action more", async () => {
    const state = await room.caseAt("drafted");
    const { pool } = room.deps.database;
    const loaded = await findCase(pool, state.id);
    if (loaded === undefined) throw new Error("the case is there");
    const actor = room.actor("specialist");
    const context = await contextFor(room.deps, actor, loaded.state, room.clock.read());
    const decision = value(passOn.decide(loaded.state, {}, context));
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => append(pool, actor, "case.pass-on", loaded, context, [decision])),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
    for (const lost of tries.filter((one) => !one.ok))
      expect(lost).toMatchObject({ refusal: "changed-meanwhile" });
    const actions = await listActions(pool, state.id);
    expect(actions.map((action) => action.seq)).toEqual([1, 2, 3, 4]);
    const open = await room.db.ownerPool.query(
      "select 1 from cases.step where case_id = $1 and closed_at is null",
      [state.id],
    );
    expect(open.rowCount).toBe(1);
    const audit = await room.db.ownerPool.query(
      "select 1 from platform.audit where command = 'case.pass-on' and subject = $1 and outcome = 'done'",
      [state.code],
    );
    expect(audit.rowCount).toBe(2);
  });

  test("two officers who act at once: one is done, the other is told, nothing is half written", async () => {
    const state = await room.caseAt("specialist");
    const [one, other] = await Promise.all([
      room.run("specialist", "draft-result", state, DRAFT),
      room.run("otherSpecialist", "draft-result", state, { ...DRAFT, title: "Bản khác" }),
    ]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    expect([one, other].find((result) => !result.ok)).toMatchObject({ refusal: "changed-meanwhile" });
  });

  test("the stored state is the fold of the stored actions, and each hash continues the one before", async () => {
    const state = await room.caseAt("returned");
    const { pool } = room.deps.database;
    const loaded = await findCaseByCode(pool, state.code);
    expect(loaded?.state).toEqual(replay(await listActions(pool, state.id)));
    const rows = await room.db.ownerPool.query<{ body: string; hash: Buffer }>(
      "select body, hash from cases.action where case_id = $1 order by seq",
      [state.id],
    );
    let hash: Buffer | undefined;
    for (const row of rows.rows) {
      hash = actionHash(hash, row.body);
      expect(row.hash.equals(hash)).toBe(true);
    }
    expect(loaded?.headHash.equals(hash ?? Buffer.alloc(0))).toBe(true);
  });

  test("the program itself cannot change or remove what happened", async () => {
    const state = await room.caseAt("desk");
    const { pool } = room.deps.database;
    for (const statement of [
      "update cases.action set body = '{}' where case_id = $1",
      "delete from cases.action where case_id = $1",
      "delete from cases.case_file where id = $1",
    ]) {
      await expect(pool.query(statement, [state.id])).rejects.toThrow("permission denied");
    }
  });

  test("saving nothing is a bug", async () => {
    const state = await room.caseAt("desk");
    const entry = { at: room.clock.read(), actor: room.actor("desk"), command: "case.none", outcome: "done" };
    await expect(saveCase(room.deps.database.pool, undefined, [], state, entry)).rejects.toThrow(
      "nothing to save",
    );
  });
});

describe("the code of a case", () => {
  test("100 receipts at once in one unit and day get 100 consecutive codes and receipt numbers", async () => {
    room.clock.moveTo(room.clock.read() + 86_400_000);
    const states = await Promise.all(Array.from({ length: 100 }, () => room.receive()));
    const serials = states.map((state) => Number(state.code.split("-").at(-1))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(new Set(states.map((state) => state.code.slice(0, -5)))).toEqual(new Set(["H21.00.01-261124"]));
    const numbers = await room.db.ownerPool.query<{ number: number }>(
      `select (body::jsonb -> 'data' ->> 'paperNumber')::int as number from cases.action
       where type = 'received' and case_id = any ($1::uuid[]) order by 1`,
      [states.map((state) => state.id)],
    );
    const first = numbers.rows[0]?.number ?? 0;
    expect(numbers.rows.map((row) => row.number)).toEqual(
      Array.from({ length: 100 }, (_, index) => first + index),
    );
  });

  test("the same form sent many times at once is one case", async () => {
    const caseId = uuidv7(room.clock.read(), randomBytes(10));
    const sent = await Promise.allSettled(Array.from({ length: 8 }, () => room.receive({ caseId })));
    const found = await room.db.ownerPool.query("select code from cases.case_file where id = $1", [caseId]);
    expect(found.rowCount).toBe(1);
    const codes = sent.flatMap((one) => (one.status === "fulfilled" ? [one.value.code] : []));
    expect(new Set(codes)).toEqual(new Set([found.rows[0]?.code]));
  });

  test("a receipt that fails takes no number with it", async () => {
    const before = await room.receive();
    await expect(room.receive({ decidingUnitId: 9_999_999 })).rejects.toThrow("unit-unknown");
    const after = await room.receive();
    expect(Number(after.code.slice(-4))).toBe(Number(before.code.slice(-4)) + 1);
  });
});
