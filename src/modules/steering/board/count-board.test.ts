import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIso } from "../../../kernel/time.ts";
import { verdictFacts } from "../../cases/index.ts";
import { officialVerdict } from "../domain/verdicts.ts";
import { judgedCase } from "../figures/count-verdicts.ts";
import { type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";
import { figuresOfLine } from "./board-figures.ts";
import { tickBoard } from "./count-board.ts";
import { LiveBoard } from "./live-board.ts";
import { rebuildBoard } from "./rebuild-board.ts";

let room: SteeringRoom;
/** Papers were asked for once; it is open and late later on. */
let awaited: SomeCase;
beforeAll(async () => {
  room = await steeringRoom();
});
afterAll(() => room?.close());

const board = () => new LiveBoard({ database: room.app.db.database, clock: room.app.clock.read });
const tick = () => tickBoard(room.app.db.database, room.app.clock.read());
const today = async () => figuresOfLine((await board().numbers("today")).total);
const recount = () => rebuildBoard(room.app.db.database, room.app.clock.read(), { check: true });
const RIGHT = { wrongCases: 0, wrongSums: 0 };

describe("the live board", () => {
  it("shows a received case after a tick, and what became of it", async () => {
    room.at("2026-11-24T09:00");
    const one = await room.caseAt("specialist");
    await tick();
    expect(await today()).toMatchObject({ received: 1, open: 1, ended: 0, lateNow: 0, official: 1 });
    await room.does("specialist", "draft-result", one, { kind: "granted", title: "GP", content: "Đủ" });
    await room.does("specialist", "pass-on", one);
    await room.does("divisionHead", "pass-on", one);
    await room.does("leader", "approve", one);
    await room.does("clerk", "issue", one);
    await tick();
    expect(await today()).toMatchObject({
      received: 1,
      open: 0,
      ended: 1,
      onTime: 1,
      toReturn: 1,
      honest: 1,
    });
    await room.does("clerk", "recall-result", one, { reason: "Sai số nhà" });
    await tick();
    expect(await today()).toMatchObject({ open: 1, ended: 0, onTime: 0, toReturn: 0 });
    expect(await recount()).toMatchObject({ cases: 1, ...RIGHT });
  });

  it("stands still for a case whose papers are awaited, and goes on when they come", async () => {
    awaited = await room.caseAt("specialist");
    const one = awaited;
    await room.does("specialist", "propose-supplement", one, { reason: "Thiếu", items: "Bản vẽ" });
    await room.does("desk", "request-supplement", one, { reason: "Thiếu", items: "Bản vẽ" });
    await tick();
    expect(await today()).toMatchObject({ open: 2, paused: 1 });
    await room.does("desk", "complete-supplement", one, { papers: "Bản vẽ" });
    await tick();
    expect(await today()).toMatchObject({ open: 2, paused: 0 });
  });

  it("knows by the clock alone that a case is late", async () => {
    room.at("2026-12-09T09:00");
    await tick();
    expect(await today()).toMatchObject({ received: 0, open: 2, lateNow: 2, official: 0, honest: 0 });
    expect(await recount()).toMatchObject(RIGHT);
  });

  it("counts apart whoever was late when the clock stopped: late for the honest figure, and nobody to be urged", async () => {
    await room.does("desk", "pass-on", awaited);
    const duty = { name: "Phí", amount: 100_000, notice: "1" };
    await room.does("specialist", "note-financial-duty", awaited, duty);
    await tick();
    expect(await today()).toMatchObject({ open: 2, lateNow: 1, paused: 1, latePaused: 1, honest: 0 });
    const api = (await room.get(undefined, "/api/v1/board")).json();
    expect(api.total).toMatchObject({ lateNow: 1, paused: 1, latePaused: 1 });
    const listed = await room.get("controller", "/officer/board/cases?measure=latePaused");
    expect(listed.body).toContain(awaited.code);
    expect(await recount()).toMatchObject(RIGHT);
    await room.does("desk", "confirm-payment", awaited, { receipt: "1" });
    await tick();
    expect(await today()).toMatchObject({ open: 2, lateNow: 2, paused: 0, latePaused: 0 });
  });

  it("counts a stopped and a withdrawn case apart, in the day, the month and the year", async () => {
    const stopped = await room.caseAt("specialist");
    await room.does("leader", "stop", stopped, { reason: "Theo yêu cầu", basis: "Điều 21 NĐ 118/2025" });
    await tick();
    expect(await today()).toMatchObject({ received: 1, ended: 1, withdrawnOrStopped: 1 });
    const month = figuresOfLine((await board().numbers("month")).total);
    const year = figuresOfLine((await board().numbers("year")).total);
    expect([month.received, year.received]).toEqual([1, 3]);
  });

  it("is the same however many processes count at once", async () => {
    await Promise.all(Array.from({ length: 4 }, () => room.caseAt("specialist")));
    await Promise.all(Array.from({ length: 6 }, tick));
    await tick();
    expect(await today()).toMatchObject({ received: 5 });
    expect(await recount()).toMatchObject({ cases: 7, ...RIGHT });
  });

  it("counts again what a counter had in hand when it was killed", async () => {
    await room.caseAt("desk");
    const client = await room.app.db.database.pool.connect();
    await client.query("begin");
    await client.query("delete from cases.changed_case");
    await client.query("update steering.board_sum set received = received + 7");
    client.release(new Error("killed"));
    await tick();
    expect(await today()).toMatchObject({ received: 6 });
    expect(await recount()).toMatchObject(RIGHT);
  });

  it("does not count what a command has not committed, and does when it has", async () => {
    const before = (await today()).open;
    const client = await room.app.db.database.pool.connect();
    await client.query("begin");
    await client.query("insert into cases.changed_case select id from cases.case_file limit 1");
    await tick();
    await client.query("commit");
    client.release();
    const waiting = await room.app.db.ownerPool.query("select 1 from cases.changed_case");
    expect(waiting.rowCount).toBe(1);
    await tick();
    expect((await today()).open).toBe(before);
    expect((await room.app.db.ownerPool.query("select 1 from cases.changed_case")).rowCount).toBe(0);
  });

  it("is found out by a recount and mended by a rebuild when somebody changed it by hand", async () => {
    const { ownerPool, database } = room.app.db;
    await ownerPool.query("update steering.board_sum set received = received + 1 where grain = 'day'");
    await ownerPool.query(
      "delete from steering.board_case where case_id = (select case_id from steering.board_case limit 1)",
    );
    const now = room.app.clock.read();
    const found = await rebuildBoard(database, now, { check: true });
    expect(found.wrongCases).toBe(1);
    expect(found.wrongSums).toBeGreaterThan(0);
    await rebuildBoard(database, now, { check: false });
    expect(await recount()).toMatchObject(RIGHT);
    expect(await today()).toMatchObject({ received: 6 });
  });

  it("keeps a case late that was late when papers were asked for, although its time is counted anew", async () => {
    room.at("2027-03-01T09:00");
    const one = await room.caseAt("specialist");
    room.at("2027-03-30T09:00");
    await tick();
    const { lateNow } = await today();
    const missing = { reason: "Thiếu", items: "Bản vẽ" };
    await room.does("leader", "allow-supplement", one, { reason: "Thiếu một bản vẽ then chốt" });
    await room.does("specialist", "propose-supplement", one, missing);
    await room.does("desk", "request-supplement", one, missing);
    await tick();
    expect((await today()).lateNow).toBe(lateNow - 1);
    await room.does("desk", "complete-supplement", one, { papers: "Bản vẽ" });
    await tick();
    expect((await today()).lateNow).toBe(lateNow);
    expect(await recount()).toMatchObject(RIGHT);
  });

  it("credits the wait for papers once: the date counted anew has it in it already", async () => {
    const { pool } = room.app.db.database;
    const official = async (id: string, local: string) => {
      const [row] = await verdictFacts(pool, [id]);
      return row && officialVerdict(judgedCase(row), parseIso(`${local}+07:00`));
    };
    room.at("2027-05-04T09:00");
    const one = await room.caseAt("specialist");
    const missing = { reason: "Thiếu", items: "Bản vẽ" };
    await room.does("specialist", "propose-supplement", one, missing);
    await room.does("desk", "request-supplement", one, missing);
    expect(await official(one.id, "2027-07-30T09:00")).toBe("on-time");
    room.at("2027-05-31T09:00");
    await room.does("desk", "complete-supplement", one, { papers: "Bản vẽ" });
    // Ten working days from 31/05: a case that takes all of them is on time, and no day longer.
    expect(await official(one.id, "2027-06-14T16:30")).toBe("on-time");
    expect(await official(one.id, "2027-06-14T16:31")).toBe("overdue");
  });
});
