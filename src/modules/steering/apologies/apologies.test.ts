import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingText, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

const URL = "/officer/apologies";
let room: SteeringRoom;
/** Received on Monday 23/11/2026, 09:00, promised in ten working days: 07/12/2026. */
let slow: SomeCase;
let quick: SomeCase;
let seen: SomeCase;

beforeAll(async () => {
  room = await steeringRoom();
  slow = await room.caseAt("specialist");
  quick = await room.caseAt("clerk");
  seen = await room.caseAt("specialist");
});
afterAll(() => room?.close());

const page = async (person: Parameters<SteeringRoom["get"]>[0] = "leader") =>
  (await room.get(person, URL)).body;
const proposal = (body: string) =>
  /name="newDate"[^>]*value="([^"]+)"/.exec(body.replace(/\n/g, " "))?.[1] ?? "";

describe("apologies", () => {
  it("are not drafted while there is more than a working day left", async () => {
    room.at("2026-12-04T09:00");
    expect((await room.run("draft-apologies"))?.done).toBe(0);
    expect(readingText(await page())).toContain("Không có phiếu nào chờ ký");
  });

  it("draft themselves a working day before, once, for the unit that holds the case", async () => {
    room.at("2026-12-05T09:00");
    expect((await room.run("draft-apologies"))?.done).toBe(3);
    expect((await room.run("draft-apologies"))?.done).toBe(0);
    const body = await page();
    const text = readingText(body);
    expect(text).toContain("3 hồ sơ sắp trễ hẹn");
    for (const { code } of [slow, quick, seen]) expect(text).toContain(code);
    expect(body).toMatch(/href="\/officer\/apologies"[^>]*>.*?>3<\/span>/s);
    const told = readingText((await room.get("leader", "/officer/notices")).body);
    expect(told).toContain("Cần phiếu xin lỗi và ngày hẹn mới");
  });

  it("vanish by themselves when the result comes in time", async () => {
    await room.does("clerk", "issue", quick);
    expect(readingText(await page())).not.toContain(quick.code);
    await room.run("draft-apologies");
    const found = await room.app.db.ownerPool.query<{ state: string }>(
      "select state from steering.apology_draft where case_id = $1",
      [quick.id],
    );
    expect(found.rows).toEqual([{ state: "dropped" }]);
  });

  it("need a reason and a later working day; what was typed comes back", async () => {
    const empty = await room.post("leader", URL, { case: slow.id, reason: "", newDate: "31/02/2026" });
    expect(empty.statusCode).toBe(422);
    expect(readingText(empty.body)).toContain("Lý do chậm: Ô này chưa điền.");
    expect(readingText(empty.body)).toContain("Ngày hẹn mới: Ngày phải viết");
    expect(empty.body).toContain(`href="#reason-${slow.id}"`);
    expect(empty.body).toContain('value="31/02/2026"');
    const sunday = await room.post("leader", URL, {
      case: slow.id,
      reason: "Thiếu người",
      newDate: "13/12/2026",
    });
    expect(sunday.statusCode).toBe(422);
    expect(readingText(sunday.body)).toContain("Ngày hẹn mới là ngày nghỉ");
    expect(sunday.body).toContain("Thiếu người");
  });

  it("are signed by the leader of the unit: history keeps the first date, the paper can be printed", async () => {
    const newDate = proposal(await page());
    expect(newDate).toMatch(/^\d\d\/12\/2026$/);
    const signed = await room.post("leader", URL, {
      case: slow.id,
      reason: "Chờ xác minh thực địa",
      newDate,
    });
    expect(signed.statusCode).toBe(303);
    const body = await page();
    expect(readingText(body)).toContain("Đã ký gần đây");
    const paper = /href="(\/officer\/cases\/[^"]+\/papers\/\d+\.pdf)"/.exec(body)?.[1] ?? "";
    expect(paper).toContain(slow.id);
    const pdf = await room.get("leader", paper);
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers["content-type"]).toContain("pdf");
    const { rows } = await room.app.db.ownerPool.query<{ clock: { firstDueAt: number; newDueAt: number } }>(
      "select state -> 'clock' as clock from cases.case_file where id = $1",
      [slow.id],
    );
    expect(rows[0]?.clock.newDueAt).toBeGreaterThan(rows[0]?.clock.firstDueAt ?? Infinity);
  });

  it("are made once: neither the page nor the job asks again", async () => {
    room.at("2026-12-15T09:00");
    await room.run("draft-apologies");
    expect(readingText(await page()).split(slow.code)).toHaveLength(2);
    const again = await room.post("leader", URL, {
      case: slow.id,
      reason: "Lại chậm",
      newDate: "30/12/2026",
    });
    expect(again.statusCode).toBe(409);
    expect(readingText(again.body)).toContain("đủ số lần cho phép");
    // The draft is gone; what was typed for it is not.
    expect(readingText(again.body)).toContain(`Chưa ký được hồ sơ ${slow.code}`);
    expect(readingText(again.body)).toMatch(/Lý do chậm\s*Lại chậm\s*Ngày hẹn mới\s*30\/12\/2026/);
    expect(again.body).toMatch(new RegExp(`href="/officer/cases/${slow.id}"[^>]*>Mở hồ sơ`));
  });

  it("signed on the screen of the case count as signed", async () => {
    await room.does("leader", "apologise", seen, { reason: "Chậm", newDate: "28/12/2026" });
    const body = await page();
    expect(readingText(body)).toContain("Không có phiếu nào chờ ký");
    expect(body).toContain(`/officer/cases/${seen.id}/papers/`);
  });

  it("are for leaders, each for their own unit", async () => {
    const late = await room.caseAt("specialist");
    room.at("2027-01-25T09:00");
    await room.run("draft-apologies");
    expect(await page()).toContain(late.code);
    for (const person of ["office", "deskLeader"] as const)
      expect(await page(person)).not.toContain(late.code);
    const input = { case: late.id, reason: "x", newDate: "25/02/2027" };
    expect((await room.post("office", URL, input)).statusCode).toBe(403);
    for (const person of ["specialist", "divisionHead", "controller"] as const) {
      expect((await room.get(person, URL)).statusCode, person).toBe(403);
      expect((await room.post(person, URL, input)).statusCode, person).toBe(403);
    }
    expect((await room.get(undefined, URL)).statusCode).toBe(303);
  });

  it("that nobody signed name their cases, with a link for who may open them alone", async () => {
    const lapse = (unitOf: string) =>
      room.app.db.ownerPool.query(
        `update steering.apology_draft set state = 'lapsed', closed_at = '2027-01-24', unit_id = $2
         where case_id = $1`,
        [quick.id, room.app.directory.unitByCode(unitOf)?.id],
      );
    await lapse("H21.18");
    expect(await page()).toContain(`href="/officer/cases/${quick.id}"`);
    await lapse("H21.00");
    const elsewhere = await page("office");
    expect(elsewhere).toContain(quick.code);
    expect(elsewhere).not.toContain(`/officer/cases/${quick.id}`);
  });
});
