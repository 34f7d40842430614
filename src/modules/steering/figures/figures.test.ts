import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingText, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

let room: SteeringRoom;
beforeAll(async () => {
  room = await steeringRoom();
});
afterAll(() => room?.close());

const pairs = async () => {
  const found = await room.app.db.ownerPool.query<{ pair: string }>(
    "select official || ' ' || honest as pair from steering.verdict order by 1",
  );
  return found.rows.map((row) => row.pair);
};
const page = async (query = "") => {
  const answer = await room.get(undefined, `/figures${query}`);
  expect(answer.statusCode).toBe(200);
  return readingText(answer.body);
};

describe("the public figures", () => {
  it("say so where nothing is counted yet", async () => {
    const text = await page();
    expect(text).toContain("Hôm nay chưa có chưa có");
    expect(text).toContain("Không có hồ sơ nào như vậy trong năm nay.");
    expect(text).toContain("Đang chờ quá 8 giờ làm việc: 0 hồ sơ");
  });

  it("put the official figure and the honest one side by side with the difference and its reasons", async () => {
    const early = await room.caseAt("clerk");
    const redated = await room.caseAt("clerk");
    const stopped = await room.caseAt("specialist");
    await room.caseAt("specialist");
    await room.does("clerk", "issue", early);
    await room.does("leader", "stop", stopped, { reason: "Theo yêu cầu", basis: "Điều 21 NĐ 118/2025" });
    room.at("2026-12-04T17:00");
    await room.does("leader", "apologise", redated, { reason: "Thiếu người", newDate: "31/12/2026" });
    room.at("2026-12-15T09:00");
    await room.does("clerk", "issue", redated);
    await room.run("count-verdicts");
    expect(await pairs()).toEqual(["on-time early", "on-time re-dated", "on-time stopped"]);
    const text = await page();
    // 3 of 4 by the formula (one is open and beyond its date); 1 of 3 promises kept
    expect(text).toContain("Năm nay 75,0 % trên 4 hồ sơ 33,3 % trên 3 hồ sơ +41,7 điểm");
    // this month: the case of November is not in it
    expect(text).toContain("Tháng này 50,0 % trên 2 hồ sơ 0,0 % trên 2 hồ sơ +50,0 điểm");
    expect(text).toContain("Phải xin lỗi, hẹn lại: hôm nay 1, tháng này 1, năm nay 1");
    expect(text).toContain("Dừng, không tiếp nhận sau khi đã nhận: hôm nay 0, tháng này 0, năm nay 1");
    expect(text).toContain("Quyết định 766/QĐ-TTg");
    expect(await page("?lang=en")).toContain("This year 75.0 % of 4 cases 33.3 % of 3 cases +41.7 points");
  });

  it("count nothing twice and take back a recalled result", async () => {
    const before = await pairs();
    await Promise.all([room.run("count-verdicts"), room.run("count-verdicts")]);
    expect(await pairs()).toEqual(before);
    const one = await room.caseAt("return");
    await room.run("count-verdicts");
    expect(await pairs()).toHaveLength(before.length + 1);
    await room.does("clerk", "recall-result", one, { reason: "Sai số nhà" });
    await room.run("count-verdicts");
    expect(await pairs()).toEqual(before);
  });

  it("count by themselves where no worker does", async () => {
    room.at("2026-12-16T09:00");
    const one = await room.caseAt("return");
    expect(one.code).not.toBe("");
    expect(await page()).toContain("Xong trước hẹn 1 1 2");
    expect(await page()).toContain("Số liệu toàn tỉnh lúc 09:00 ngày 16/12/2026");
  });

  it("hold no personal data and are linked for citizens", async () => {
    const { body } = await room.get(undefined, "/figures");
    for (const secret of ["Lụa", "064185004321", "0905123456"]) expect(body).not.toContain(secret);
    expect((await room.get(undefined, "/")).body).toContain('href="/figures"');
  });
});
