import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DRAFT, type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

describe("the work queue", () => {
  test("a specialist passes a case on and the leader finds it in the queue", async () => {
    const state = await room.caseAt("division-head");
    expect((await room.get("leader", "/officer")).body).not.toContain(state.code);
    value(await room.run("divisionHead", "pass-on", state));
    const page = await room.get("leader", "/officer");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(state.code);
    expect(page.body).toContain("Ký duyệt kết quả");
    expect(page.body).toContain(`href="/officer/cases/${state.id}"`);
    expect((await room.get("divisionHead", "/officer")).body).not.toContain(state.code);
  });

  test("a case is in no queue of another unit", async () => {
    const state = await room.caseAt("specialist");
    for (const tab of ["mine", "unit", "today", "late", "paused"]) {
      expect((await room.get("stranger", `/officer?tab=${tab}`)).body).not.toContain(state.code);
    }
  });

  test("what a colleague took leaves my queue but stays in the unit's", async () => {
    const state = await room.caseAt("specialist");
    const officerId = room.actor("otherSpecialist").id;
    value(await room.run("otherSpecialist", "assign", state, { officerId }));
    expect((await room.get("specialist", "/officer")).body).not.toContain(state.code);
    const unit = await room.get("specialist", "/officer?tab=unit");
    expect(unit.body).toContain(state.code);
    expect(unit.body).toContain("Võ Thị Kim Oanh");
  });

  test("the most urgent case stands first, and lateness is a word", async () => {
    const first = await room.caseAt("specialist");
    room.clock.moveTo(room.clock.read() + 86_400_000);
    const second = await room.caseAt("specialist");
    room.clock.moveTo(room.clock.read() + 9 * 86_400_000);
    const page = (await room.get("specialist", "/officer?tab=late")).body;
    expect(page.indexOf(first.code)).toBeLessThan(page.indexOf(second.code));
    expect(page).toMatch(/quá hạn \d+ ngày làm việc/);
    expect(page).not.toContain("còn ");
  });

  test("a paused case stands under paused, says why, and counts there", async () => {
    const state = await room.caseAt("specialist");
    const asked = { items: "Bản vẽ móng", reason: "Thiếu" };
    const proposed = value(await room.run("specialist", "propose-supplement", state, asked));
    value(await room.run("desk", "request-supplement", proposed, asked));
    const paused = (await room.get("desk", "/officer?tab=paused")).body;
    expect(paused).toContain(state.code);
    expect(paused).toContain("chờ bổ sung");
    expect((await room.get("desk", "/officer")).body).not.toContain(state.code);
  });

  test("the filter by kind of work shows that work alone", async () => {
    const drafting = await room.caseAt("specialist");
    value(await room.run("specialist", "draft-result", drafting, DRAFT));
    expect((await room.get("specialist", "/officer?work=process")).body).toContain(drafting.code);
    const none = await room.get("specialist", "/officer?work=opinion");
    expect(none.body).not.toContain(drafting.code);
    expect(none.body).toContain("Không có hồ sơ khớp bộ lọc");
  });

  test("pages follow each other without gap or repetition", async () => {
    const codes = new Set<string>();
    for (let number = 0; number < 55; number++) codes.add((await room.receive()).code);
    const first = (await room.get("desk", "/officer?work=receive")).body;
    const next = /href="(\/officer\?[^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = (await room.get("desk", next)).body;
    const seen = [first, second].flatMap((page) =>
      [...page.matchAll(/<a href="\/officer\/cases\/[^"]+">([^<]+)</g)].map((match) => match[1]),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((code) => code !== undefined && codes.has(code))).toHaveLength(55);
  });

  test("who has no cases to work on is led to their own page", async () => {
    for (const [person, page] of [
      ["administrator", "/officer/accounts"],
      ["controller", "/officer/catalogue"],
      [undefined, "/sign-in?next=%2Fofficer"],
    ] as const) {
      const answer = await room.get(person, "/officer");
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toBe(page);
    }
  });

  test("an address with nonsense in it shows the ordinary queue", async () => {
    expect((await room.get("desk", "/officer?tab=x&after=1.2&work=x&field=")).statusCode).toBe(200);
  });

  test("a result that waits for its applicant is not late, however long it waits", async () => {
    const state = await room.caseAt("return");
    room.clock.moveTo(room.clock.read() + 60 * 86_400_000);
    const late = await room.get("desk", "/officer?tab=late");
    expect(late.body).not.toContain(state.code);
    const mine = await room.get("desk", "/officer?work=return");
    const row = (mine.body.slice(mine.body.indexOf(state.code)).split("</tr>")[0] ?? "").toLowerCase();
    expect(row).toContain("trước hạn");
    expect(row).not.toContain("quá hạn");
  });
});
