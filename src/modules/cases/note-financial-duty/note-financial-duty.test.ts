import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

const duty = { name: "Lệ phí trước bạ", amount: "1.500.000 đ", notice: "12/TB-CT" };

describe("a financial duty", () => {
  test("while it is owed nobody works on, since that would start the work but not the clock", async () => {
    const state = await room.caseAt("drafted");
    const owed = value(await room.run("specialist", "note-financial-duty", state, duty));
    expect(owed.status).toBe(6);
    for (const [verb, input] of [
      ["draft-result", DRAFT],
      ["pass-on", {}],
      ["note-financial-duty", duty],
      ["propose-supplement", { items: "Bản vẽ", reason: "Thiếu" }],
    ] as const) {
      expect(await room.run("specialist", verb, owed, input)).toMatchObject({ refusal: "wrong-state" });
    }
  });

  test("an opinion that comes meanwhile is kept and leaves the clock standing", async () => {
    const state = await room.caseAt("drafted");
    const question = { unitId: room.unitId("H21.16"), question: "Có vướng không?" };
    const asked = value(await room.run("specialist", "ask-opinion", state, question));
    const owed = value(await room.run("specialist", "note-financial-duty", asked, duty));
    const answered = value(
      await room.run("stranger", "give-opinion", owed, { opinion: "agree", text: "Không" }),
    );
    expect(answered.status).toBe(6);
    expect(answered.clock.pausedAt).toBe(owed.clock.pausedAt);
    expect(answered.opinion?.answer).toBe("Không");
  });

  test("the desk may share out the waiting, and after the payment the time that was left goes on", async () => {
    const state = await room.caseAt("drafted");
    room.clock.moveTo(room.clock.read() + 3 * 3_600_000);
    const owed = value(await room.run("specialist", "note-financial-duty", state, duty));
    const officerId = room.actor("deskMate").id;
    const given = value(await room.run("deskMate", "assign", owed, { officerId }));
    expect(given.open.find((step) => step.work === "await-payment")?.officerId).toBe(officerId);
    room.clock.moveTo(room.clock.read() + 14 * 86_400_000);
    const paid = value(await room.run("deskMate", "confirm-payment", given, { receipt: "BL-77" }));
    expect(paid.status).toBe(4);
    expect((paid.clock.dueAt ?? 0) - (state.clock.dueAt ?? 0)).toBe(14 * 86_400_000);
    expect(paid.clock.firstDueAt).toBe(state.clock.firstDueAt);
    value(await room.run("specialist", "pass-on", paid));
  });
});
