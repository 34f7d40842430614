import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseState } from "../domain/case-state.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

const ticked = (state: CaseState) => `${state.id}.${state.version}.${state.open[0]?.seq ?? 0}`;

async function lies(state: CaseState): Promise<string | undefined> {
  const found = await room.db.ownerPool.query<{ state: CaseState }>(
    "select state from cases.case_file where id = $1",
    [state.id],
  );
  return found.rows[0]?.state.open[0]?.work;
}

describe("a batch", () => {
  test("one that cannot be done does not hold up the others, and says why", async () => {
    const ready = [await room.caseAt("drafted"), await room.caseAt("drafted")];
    const empty = await room.caseAt("specialist");
    const answer = await room.post("specialist", "/officer/batch", {
      verb: "pass-on",
      case: [...ready, empty].map(ticked),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("Đã làm 2 hồ sơ");
    expect(answer.body).toContain("1 hồ sơ chưa làm được");
    expect(answer.body).toContain(empty.code);
    expect(answer.body).toContain("Chưa có dự thảo kết quả");
    expect(await Promise.all(ready.map(lies))).toEqual(["review", "review"]);
    expect(await lies(empty)).toBe("process");
  });

  test("all done leads back to the same view of the queue", async () => {
    const states = [await room.caseAt("desk"), await room.caseAt("desk")];
    const answer = await room.post("desk", "/officer/batch", {
      verb: "pass-on",
      back: "/officer?tab=today",
      case: states.map(ticked),
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/officer?tab=today");
  });

  test("a case that changed since the list was drawn is left alone", async () => {
    const state = await room.caseAt("drafted");
    value(await room.run("otherSpecialist", "pass-on", state));
    const answer = await room.post("specialist", "/officer/batch", { verb: "pass-on", case: ticked(state) });
    expect(answer.body).toContain("Người khác vừa thao tác");
    expect(await lies(state)).toBe("review");
  });

  test("leaders approve, clerks issue with consecutive numbers, a specialist takes what is free", async () => {
    const states = [await room.caseAt("leader"), await room.caseAt("leader"), await room.caseAt("leader")];
    const approved = await room.post("leader", "/officer/batch", {
      verb: "approve",
      case: states.map(ticked),
    });
    expect(approved.statusCode).toBe(303);
    const rows = states.map((state) => `${state.id}.${state.version + 1}.${state.nextStep}`);
    expect((await room.post("clerk", "/officer/batch", { verb: "issue", case: rows })).statusCode).toBe(303);
    const numbers = await room.db.ownerPool.query<{ number: string }>(
      "select state -> 'result' ->> 'number' as number from cases.case_file where id = any ($1::uuid[]) order by 1",
      [states.map((state) => state.id)],
    );
    expect(numbers.rows.map((row) => Number.parseInt(row.number, 10))).toEqual([1, 2, 3]);

    const free = await room.caseAt("specialist");
    expect(
      (await room.post("specialist", "/officer/batch", { verb: "assign", case: ticked(free) })).statusCode,
    ).toBe(303);
    expect((await room.get("otherSpecialist", "/officer?tab=unit")).body).toContain("Phạm Minh Đức");
  });

  test("a case of another unit is refused without a word about whose it is", async () => {
    const state = await room.caseAt("drafted");
    const answer = await room.post("stranger", "/officer/batch", { verb: "pass-on", case: ticked(state) });
    expect(answer.body).not.toContain(state.code);
    expect(answer.body).not.toContain("Nguyễn Thị Lụa");
    expect(await lies(state)).toBe("process");
  });

  test("nothing ticked, no such work, and addresses elsewhere are answered kindly", async () => {
    expect((await room.post("desk", "/officer/batch", { verb: "pass-on" })).statusCode).toBe(422);
    const state = await room.caseAt("desk");
    expect(
      (await room.post("desk", "/officer/batch", { verb: "stop", case: ticked(state) })).statusCode,
    ).toBe(422);
    const away = await room.post("desk", "/officer/batch", {
      verb: "pass-on",
      back: "//evil.example/officer",
      case: ticked(state),
    });
    expect(away.headers.location).toBe("/officer");
  });
});
