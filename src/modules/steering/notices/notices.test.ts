import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingText, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

let room: SteeringRoom;
let one: SomeCase;
/** The step of the specialist: received and passed on Monday 23/11/2026, 09:00. */
beforeAll(async () => {
  room = await steeringRoom();
  one = await room.caseAt("specialist");
});
afterAll(() => room?.close());

const list = async (person: Parameters<SteeringRoom["get"]>[0]) =>
  readingText((await room.get(person, "/officer/notices")).body);
const given = async () => {
  const found = await room.app.db.ownerPool.query<{ rule_code: string }>(
    "select rule_code from steering.notice where case_id = $1 order by id",
    [one.id],
  );
  return found.rows.map((row) => row.rule_code);
};

describe("warnings before it is late", () => {
  it("are given to the holder at the half and once only, however often the job runs", async () => {
    room.at("2026-11-24T09:00");
    expect((await room.run("warn-steps"))?.done).toBe(0);
    expect(await list("specialist")).toContain("Chưa có nhắc việc nào");
    room.at("2026-11-27T16:00");
    expect((await room.run("warn-steps"))?.state).toBe("done");
    await Promise.all([room.run("warn-steps"), room.run("warn-steps")]);
    expect(await given()).toEqual(["holder-50"]);
    const text = await list("specialist");
    expect(text).toContain("1 nhắc việc chưa đọc");
    expect(text).toContain("Đã dùng 50% thời gian của bước “Thẩm định, giải quyết”");
    expect(text).toContain(one.code);
    expect(await list("otherSpecialist")).toContain(one.code);
    for (const other of ["stranger", "divisionHead", "leader", "desk"] as const)
      expect(await list(other), other).not.toContain(one.code);
  });

  it("count in the navigation until each reader has marked them for themselves", async () => {
    const nav = async () =>
      /href="\/officer\/notices"[^>]*>.*?<\/a>/s.exec(
        (await room.get("specialist", "/officer/notices")).body,
      )?.[0];
    expect(await nav()).toContain(">1</span>");
    const { rows } = await room.app.db.ownerPool.query<{ id: number }>("select id from steering.notice");
    const id = String(rows[0]?.id);
    const strange = await room.post("stranger", "/officer/notices/read", { notice: id });
    expect(strange.statusCode).toBe(303);
    expect(await nav()).toContain(">1</span>");
    await room.post("specialist", "/officer/notices/read", { notice: id });
    expect(await nav()).not.toContain(">1</span>");
    expect(await list("specialist")).toContain("Không có nhắc việc chưa đọc");
    expect(await list("otherSpecialist")).toContain("1 nhắc việc chưa đọc");
    await room.post("otherSpecialist", "/officer/notices/read", { all: "yes" });
    expect(await list("otherSpecialist")).toContain("Không có nhắc việc chưa đọc");
  });

  it("climb when the time is used up: division head, leader, office of the province", async () => {
    room.at("2026-12-14T16:00");
    await room.run("warn-steps");
    expect((await given()).slice(1).sort()).toEqual([
      "division-head-100",
      "holder-100",
      "leader-late-half-day",
      "office-late-two-days",
    ]);
    expect(await list("divisionHead")).toContain("Hết thời gian của bước");
    expect(await list("leader")).toContain("đã trễ hơn 4 giờ làm việc");
    const office = await room.get("office", "/officer/notices");
    expect(readingText(office.body)).toContain("Hồ sơ ở đơn vị khác");
    expect(office.body).not.toContain(`href="/officer/cases/${one.id}"`);
    expect((await room.get("leader", "/officer/notices")).body).toContain(`href="/officer/cases/${one.id}"`);
  });

  it("say only the gravest to one chair where several rungs of the ladder end there", async () => {
    const left = await room.caseAt("desk");
    room.at("2026-12-18T16:00");
    await room.run("warn-steps");
    await room.run("warn-steps");
    const told = await room.app.db.ownerPool.query<{ rule_code: string }>(
      "select rule_code from steering.notice where case_id = $1 order by rule_code",
      [left.id],
    );
    expect(told.rows.map((row) => row.rule_code)).toEqual([
      "holder-100",
      "leader-late-half-day",
      "office-late-two-days",
    ]);
    await room.does("desk", "pass-on", left);
    await room.does("specialist", "draft-result", left, { kind: "granted", title: "Giấy", content: "…" });
    await room.does("specialist", "pass-on", left);
  });

  it("tell an urged holder, and settle by themselves when it is answered and when the step is done", async () => {
    await room.does("leader", "urge", one, { text: "Làm ngay" });
    await room.run("warn-steps");
    expect(await list("specialist")).toContain("Lãnh đạo đôn đốc bước “Thẩm định, giải quyết”: phải trả lời");
    expect(await list("specialist")).not.toContain("Làm ngay");
    await room.does("specialist", "answer-urge", one, { text: "Chiều nay xong" });
    await room.run("warn-steps");
    expect(await list("leader")).toContain("1 nhắc việc chưa đọc");
    await room.does("specialist", "draft-result", one, { kind: "granted", title: "Giấy", content: "…" });
    await room.does("specialist", "pass-on", one);
    await room.run("warn-steps");
    for (const person of ["specialist", "divisionHead", "leader", "office"] as const)
      expect(await list(person), person).toContain("Không có nhắc việc chưa đọc");
    expect(await list("leader")).toContain("đã xong");
  });

  it("stay in pages of fifty, unread first", async () => {
    await room.app.db.ownerPool.query(
      `insert into steering.notice (kind, case_id, step_seq, rule_code, percent, case_code, procedure_name, work, unit_id,
         due_at, at, to_unit_id, to_post)
       select 'warning', $1, 1000 + n, 'holder-50', 50, 'X-' || n, 'Thủ tục', 'process', $2, now(), now(), $2, 'clerk'
       from generate_series(1, 60) as n`,
      [one.id, room.app.directory.unitByCode("H21.18")?.id],
    );
    const first = await room.get("clerk", "/officer/notices");
    expect(readingText(first.body)).toContain("60 nhắc việc chưa đọc");
    expect(first.body).toContain("X-60");
    expect(first.body).not.toContain("X-10<");
    const next = /href="(\/officer\/notices\?after=[^"]+)"/.exec(first.body)?.[1] ?? "";
    const second = await room.get("clerk", next);
    expect(second.body).toContain("X-10<");
    expect(second.body).not.toContain("X-11<");
    expect((await room.get("clerk", "/officer/notices?after=zzz")).statusCode).toBe(200);
  });

  it("are for officers", async () => {
    expect((await room.get(undefined, "/officer/notices")).statusCode).toBe(303);
    expect((await room.get("administrator", "/officer/notices")).statusCode).toBe(200);
  });
});
