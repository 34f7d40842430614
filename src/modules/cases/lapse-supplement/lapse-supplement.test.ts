import { afterAll, beforeAll, expect, test } from "vitest";
import { instantOf } from "../../../kernel/time.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

test("a case is not ended for want of papers before the fifteenth working day of the applicant is over", async () => {
  const asked = { items: "Bản vẽ", reason: "Thiếu bản vẽ" };
  let state = await room.caseAt("specialist");
  state = value(await room.run("specialist", "propose-supplement", state, asked));
  state = value(await room.run("desk", "request-supplement", state, asked));
  const lapse = () => room.run("desk", "lapse-supplement", state, { reason: "Quá thời hạn bổ sung" });

  // Asked on 23/11 at nine: the fifteenth working day is 14/12, until midnight.
  for (const at of [
    instantOf("2026-11-23", 540),
    instantOf("2026-12-14", 541),
    instantOf("2026-12-14", 1439),
  ]) {
    room.clock.moveTo(at);
    expect(await lapse()).toEqual({ ok: false, refusal: "lapse-too-early", detail: "14/12/2026" });
  }
  room.clock.moveTo(instantOf("2026-12-15", 0));
  expect(value(await lapse()).status).toBe(3);
});
