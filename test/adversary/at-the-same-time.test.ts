import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERBS, type VerbName } from "../../src/modules/cases/verbs.ts";
import { caseFor, PLACES } from "./places.ts";
import { adversaryRoom, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

const count = async (sql: string, values: readonly unknown[] = []) =>
  Number((await room.app.db.ownerPool.query(sql, [...values])).rows[0]?.n);
/** More than the pool has connections. */
const CROWD = 24;

describe("at the same moment", () => {
  it("the same form sent by many is one case with one code, and no code is lost", async () => {
    const day = "select coalesce(sum(last), 0)::int as n from cases.daily_serial";
    const before = await count(day);
    const form = await room.submission();
    const answers = await Promise.all(
      Array.from({ length: CROWD }, () => room.api("desk", "/api/v1/cases", form)),
    );
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.json().code)).size).toBe(1);
    expect(await count("select count(*)::int as n from cases.case_file where id = $1", [form.caseId])).toBe(
      1,
    );
    expect(await count(day)).toBe(before + 1);
  });

  it("a crowd that changes procedures does not wait for itself", async () => {
    const cases = await Promise.all(Array.from({ length: CROWD }, () => room.receive()));
    const input = { procedureCode: "1.004223", reason: "Chọn nhầm thủ tục" };
    const answers = await Promise.all(
      cases.map(({ id }) => room.api("desk", `/api/v1/cases/${id}/change-procedure`, { input })),
    );
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
  });

  // Last comes what needs weeks to pass.
  const last = (name: VerbName) => Number(name === "lapse-supplement");
  const names = VERBS.map((verb) => verb.name as VerbName).toSorted((a, b) => last(a) - last(b));
  it.each(names.filter((name) => name !== "withdraw"))(
    "%s twice is done once; the other hears of it",
    async (name) => {
      const { person, input: make } = PLACES[name];
      const { id, version } = await caseFor(room, name);
      const input = await make(room);
      // The applicant has fifteen working days before anybody may end the case without the papers.
      if (name === "lapse-supplement") await room.wait(40 * 86_400_000);
      const answers = await Promise.all(
        [1, 2, 3].map(() => room.api(person, `/api/v1/cases/${id}/${name}`, { input, version })),
      );
      expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409, 409]);
      expect(await count("select count(*)::int as n from cases.action where case_id = $1", [id])).toBe(
        version + 1,
      );
    },
  );
});
