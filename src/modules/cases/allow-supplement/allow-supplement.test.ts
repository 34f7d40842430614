import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { addDays, instantOf, localDateOf } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { isWorkingDay } from "../../../kernel/working-calendar.ts";
import { listActions } from "../case-store.ts";
import { supplementAskUntil, supplementDenied } from "../domain/supplement-window.ts";
import { rebuild } from "../history/rebuild.ts";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { trackCase } from "../track-case/track-case.query.ts";
import { trackingWord } from "../tracking-word.ts";

const ASK = { items: "Bản vẽ mặt cắt", reason: "Bản vẽ thiếu mặt cắt" };
const WHY = { reason: "Hồ sơ phức tạp, thiếu một bản vẽ then chốt" };

let room: OfficerRoom;
beforeEach(async () => {
  room = await officerRoom();
});
afterEach(() => room.close());

describe("asking for papers", () => {
  test("ends with the third working day after receipt, and the refusal names that day", async () => {
    const state = await room.caseAt("specialist");
    room.clock.moveTo(instantOf("2026-11-26", 16 * 60 + 30));
    expect(supplementDenied(state, context(room))).toBeUndefined();
    room.clock.moveTo(instantOf("2026-11-27", 8 * 60));
    const late = await room.run("specialist", "propose-supplement", state, ASK);
    expect(late).toEqual({ ok: false, refusal: "supplement-too-late", detail: "26/11/2026" });
    const answer = await room.post("specialist", `/officer/cases/${state.id}/propose-supplement`, ASK);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain("đã hết ngày 26/11/2026");
  });

  test("a leader of the deciding unit lets a late request pass, once, with a reason", async () => {
    let state = await room.caseAt("specialist");
    expect(await room.run("leader", "allow-supplement", state, WHY)).toMatchObject({
      refusal: "supplement-lawful",
    });
    room.clock.moveTo(instantOf("2026-11-27", 8 * 60));
    for (const person of ["specialist", "divisionHead", "desk", "clerk"] as const)
      expect(await room.run(person, "allow-supplement", state, WHY)).toMatchObject({
        refusal: "not-permitted",
      });
    expect(await room.run("deskLeader", "allow-supplement", state, WHY)).toMatchObject({
      refusal: "not-your-unit",
    });
    const empty = await room.post("leader", `/officer/cases/${state.id}/allow-supplement`, { reason: " " });
    expect(empty.statusCode).toBe(422);
    state = value(await room.run("leader", "allow-supplement", state, WHY));
    expect(await room.run("leader", "allow-supplement", state, WHY)).toMatchObject({
      refusal: "supplement-allowed-already",
    });
    state = value(await room.run("specialist", "propose-supplement", state, ASK));
    state = value(await room.run("desk", "request-supplement", state, ASK));
    const leader = room.actor("leader").id;
    expect((await listActions(room.db.database.pool, state.id)).at(-1)?.data).toMatchObject({
      type: "supplement-requested",
      overriddenBy: leader,
    });
    expect(state.allowance).toBeUndefined();
    expect(state.overrides).toEqual([{ by: leader, at: room.clock.read(), ...WHY }]);
    const screen = (await room.get("desk", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain("Đã yêu cầu bổ sung ngoài quy định");
    expect(screen).toContain(WHY.reason);
  });

  test("a second request needs the leader; then index 766 counts the case late and the page says both verdicts", async () => {
    let state = await room.caseAt("specialist");
    const complete = { papers: "Bản vẽ mặt cắt" };
    for (const round of [1, 2]) {
      if (round === 2) {
        expect(await room.run("specialist", "propose-supplement", state, ASK)).toMatchObject({
          refusal: "supplement-used",
        });
        state = value(await room.run("leader", "allow-supplement", state, WHY));
      }
      state = value(await room.run("specialist", "propose-supplement", state, ASK));
      state = value(await room.run("desk", "request-supplement", state, ASK));
      state = value(await room.run("desk", "complete-supplement", state, complete));
      state = value(await room.run("desk", "pass-on", state));
    }
    state = value(await room.run("specialist", "draft-result", state, DRAFT));
    state = value(await room.run("specialist", "pass-on", state));
    state = value(await room.run("divisionHead", "pass-on", state));
    state = value(await room.run("leader", "approve", state));
    state = value(await room.run("clerk", "issue", state));
    const row = await room.db.ownerPool.query("select verdict from cases.case_file where id = $1", [
      state.id,
    ]);
    expect(row.rows).toEqual([{ verdict: "late" }]);
    const screen = (await room.get("clerk", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain("Theo chỉ số 766: quá hạn, vì yêu cầu bổ sung 2 lần. Theo ngày hẹn: trước hạn.");
    const word = trackingWord(room.deps.trackingKey, state.id).printed;
    expect(value(await trackCase(room.deps, state.code, word)).state.supplements).toBe(2);
    expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
  });
});

test("a case that was late when papers were asked for stays late, and everybody is told", async () => {
  let state = await room.caseAt("specialist");
  const owed = state.clock.dueAt ?? 0;
  // Due Monday 30/11, 16:30; asked, completed and finished ten days later within one morning.
  room.clock.moveTo(instantOf("2026-12-10", 8 * 60));
  state = value(await room.run("leader", "allow-supplement", state, WHY));
  state = value(await room.run("specialist", "propose-supplement", state, ASK));
  state = value(await room.run("desk", "request-supplement", state, ASK));
  room.clock.moveTo(instantOf("2026-12-10", 9 * 60));
  state = value(await room.run("desk", "complete-supplement", state, { papers: "Bản vẽ mặt cắt" }));
  expect(state.clock.dueAt).toBeGreaterThan(room.clock.read());
  expect(state.clock.missed).toEqual({ at: instantOf("2026-12-10", 8 * 60), dueAt: owed });
  state = value(await room.run("desk", "pass-on", state));
  state = value(await room.run("specialist", "draft-result", state, DRAFT));
  state = value(await room.run("specialist", "pass-on", state));
  state = value(await room.run("divisionHead", "pass-on", state));
  state = value(await room.run("leader", "approve", state));
  state = value(await room.run("clerk", "issue", state));
  const row = await room.db.ownerPool.query("select verdict from cases.case_file where id = $1", [state.id]);
  expect(row.rows).toEqual([{ verdict: "late" }]);
  const screen = (await room.get("clerk", `/officer/cases/${state.id}`)).body;
  expect(screen).toContain("Đã quá ngày hẹn 16:30 ngày 30/11/2026 khi yêu cầu bổ sung");
  expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
});

test("the apology of a leader who came later than one working day before stays marked as late, and is the last", async () => {
  const intime = await room.caseAt("specialist");
  const late = await room.caseAt("specialist");
  // Due Monday 30/11, 16:30: owed on Friday, until its midnight as every term of days.
  room.clock.moveTo(instantOf("2026-11-27", 1439));
  const sorry = { reason: "Mất điện", newDate: "04/12/2026" };
  expect(value(await room.run("leader", "apologise", intime, sorry)).apologyLate).toBeUndefined();
  room.clock.moveTo(instantOf("2026-11-30", 9 * 60));
  const state = value(await room.run("leader", "apologise", late, sorry));
  expect(state.apologyLate).toBe(true);
  expect((await room.get("leader", `/officer/cases/${state.id}`)).body).toContain("Xin lỗi muộn");
  for (const day of ["08/12/2026", "08/12/2027"]) {
    room.clock.moveTo(instantOf("2026-12-07", 9 * 60));
    expect(await room.run("leader", "apologise", state, { reason: "Lần nữa", newDate: day })).toMatchObject({
      refusal: "apology-used",
    });
  }
});

test("whenever a case is received, exactly the working days of the rule follow that day until asking ends", () => {
  const calendar = vietnamCalendar();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const received = instantOf(addDays("2024-06-01", day), minute);
      const rules = rulesOn(localDateOf(received));
      const until = supplementAskUntil(received, { calendar, rules });
      let working = 0;
      for (let date = addDays(localDateOf(received), 1); date <= localDateOf(until); date = addDays(date, 1))
        if (isWorkingDay(calendar, date)) working++;
      expect(working).toBe(rules.supplementAskWithinWorkingDays);
      expect(isWorkingDay(calendar, localDateOf(until))).toBe(true);
    }),
  );
});

function context({ clock, deps, unitId }: OfficerRoom) {
  const now = clock.read();
  return { now, rules: rulesOn(localDateOf(now)), calendar: deps.calendarOf(unitId("H21.18")) };
}
