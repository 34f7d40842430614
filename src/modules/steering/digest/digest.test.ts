import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingText, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

const URL = "/officer/digest";
let room: SteeringRoom;
beforeAll(async () => {
  room = await steeringRoom();
});
afterAll(() => room?.close());

const sheet = async (person: Parameters<SteeringRoom["get"]>[0] = "leader", query = "") => {
  const answer = await room.get(person, URL + query);
  expect(answer.statusCode).toBe(200);
  return readingText(answer.body);
};
/** The text of a part of the sheet, from its heading to the next. */
const part = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));

describe("the digest of a unit", () => {
  it("says plainly that there is nothing", async () => {
    const text = await sheet();
    expect(text).toContain("Sở Xây dựng tỉnh Gia Lai, ngày 23/11/2026");
    expect(text).toContain("Ngày làm việc trước, 20/11/2026");
    expect(text).toContain("Phiếu xin lỗi chờ ký Không có.");
  });

  it("tells of the working day before, what is due, urged, asked and to be signed", async () => {
    const slow = await room.caseAt("specialist");
    const done = await room.caseAt("clerk");
    await room.does("clerk", "issue", done);
    const asked = await room.caseAt("specialist");
    await room.does("specialist", "ask-opinion", asked, {
      unitId: room.app.directory.unitByCode("H21.16")?.id,
      question: "Có vướng quy hoạch không?",
      workingDays: 3,
    });
    room.at("2026-11-24T08:00");
    await room.does("leader", "urge", slow, { text: "Làm sớm" });
    const next = await sheet();
    expect(next).toContain("Tiếp nhận 3 Có kết quả 1 Trong đó trễ hẹn 0");
    expect(part(next, "Đã đôn đốc, chưa trả lời", "Ý kiến chưa trả lời")).toContain(slow.code);
    expect(part(next, "Ý kiến chưa trả lời", "Phiếu xin lỗi")).toContain(asked.code);
    expect(next).not.toContain(done.code);

    room.at("2026-12-04T17:30");
    await room.run("draft-apologies");
    const friday = await sheet("divisionHead");
    expect(part(friday, "Hạn ngày làm việc tới, 07/12/2026", "Đã đôn đốc")).toContain(slow.code);
    expect(part(friday, "Hạn hôm nay", "Hạn ngày làm việc tới")).toContain("Không có.");
    room.at("2026-12-07T08:00");
    await room.run("draft-apologies");
    const monday = await sheet();
    expect(part(monday, "Hạn hôm nay, 07/12/2026", "Hạn ngày làm việc tới")).toContain(slow.code);
    expect(monday.slice(monday.indexOf("Phiếu xin lỗi chờ ký"))).toContain(slow.code);
    expect(monday).not.toContain("Nguyễn Thị Lụa");
  });

  it("is for those who lead, each for their own units", async () => {
    expect(await sheet("deskLeader")).not.toContain("Sở Xây dựng tỉnh Gia Lai, ngày");
    expect((await room.get("leader", `${URL}?unit=H21.106`)).statusCode).toBe(403);
    expect((await room.get("leader", `${URL}?unit=H21.18`)).statusCode).toBe(200);
    for (const person of ["desk", "specialist", "clerk", "controller", "administrator"] as const)
      expect((await room.get(person, URL)).statusCode, person).toBe(403);
    expect((await room.get(undefined, URL)).statusCode).toBe(303);
  });
});
