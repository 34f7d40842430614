import { afterAll, beforeAll, expect, test } from "vitest";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

test("a case is not ended for want of papers before the applicant had fifteen working days", async () => {
  const asked = { items: "Bản vẽ", reason: "Thiếu bản vẽ" };
  let state = await room.caseAt("specialist");
  state = value(await room.run("specialist", "propose-supplement", state, asked));
  state = value(await room.run("desk", "request-supplement", state, asked));
  const requestedAt = room.clock.read();
  const lapse = () => room.run("desk", "lapse-supplement", state, { reason: "Quá thời hạn bổ sung" });

  expect(await lapse()).toMatchObject({ ok: false, refusal: "lapse-too-early" });
  const term = addWorkingMinutes(room.deps.calendarOf(state.decidingUnitId), requestedAt, 15 * 480);
  room.clock.moveTo(term - 60_000);
  expect(await lapse()).toMatchObject({ ok: false, refusal: "lapse-too-early" });
  room.clock.moveTo(term);
  expect(value(await lapse()).status).toBe(3);
});
