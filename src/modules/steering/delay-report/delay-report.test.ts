import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingText, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

const URL = "/officer/reports/delay";
let room: SteeringRoom;
let one: SomeCase;

/** Received Monday 23/11/2026, 09:00; the specialist takes three weeks, the division head an hour. */
beforeAll(async () => {
  room = await steeringRoom();
  one = await room.caseAt("drafted");
  room.at("2026-12-14T09:00");
  await room.does("specialist", "pass-on", one);
  room.at("2026-12-14T10:00");
  await room.does("divisionHead", "pass-on", one);
});
afterAll(() => room?.close());

const table = async (query: string): Promise<string[][]> =>
  parse((await room.get("leader", `${URL}.csv?${query}`)).body, { bom: true });

describe("the report on delays", () => {
  it("gives the delay to the step, unit and post that caused it and to nobody else", async () => {
    const [head, ...lines] = await table("from=01/12/2026&to=31/12/2026");
    expect(head).toEqual(["Mã cơ quan", "Đơn vị", "Bước", "Vị trí", "Số bước trễ", "Vượt (phút làm việc)"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, 5)).toEqual([
      "H21.18",
      "Sở Xây dựng",
      "Thẩm định, giải quyết",
      "Chuyên viên",
      "1",
    ]);
    expect(Number(lines[0]?.[5])).toBeGreaterThan(480);
    expect(await table("from=01/11/2026&to=30/11/2026")).toHaveLength(1);
  });

  it("counts what is late now until now", async () => {
    const minutes = async () =>
      Number((await table("unit=H21.18")).find((line) => line[2] === "Phê duyệt")?.[5] ?? 0);
    expect(await minutes()).toBe(0);
    room.at("2026-12-21T09:00");
    const before = await minutes();
    expect(before).toBeGreaterThan(0);
    room.at("2026-12-21T10:00");
    expect(await minutes()).toBe(before + 60);
  });

  it("shows the worst cases, open only to those who may read them", async () => {
    const query = "?from=01/12/2026&to=31/12/2026";
    const leader = (await room.get("leader", URL + query)).body;
    expect(leader).toContain(`href="/officer/cases/${one.id}"`);
    const text = readingText(leader);
    expect(text).toContain("Thẩm định, giải quyết, Sở Xây dựng");
    expect(text).toContain("Thời gian chờ người nộp");
    const controller = (await room.get("controller", URL + query)).body;
    expect(controller).toContain(one.code);
    expect(controller).not.toContain(`href="/officer/cases/${one.id}"`);
    expect(controller).not.toContain("Nguyễn Thị Lụa");
  });

  it("keeps to one unit when asked", async () => {
    expect(await table("unit=H21.106&from=01/12/2026&to=31/12/2026")).toHaveLength(1);
    expect(await table("unit=H21.18&from=01/12/2026&to=31/12/2026")).not.toHaveLength(1);
    expect((await room.get("leader", `${URL}?unit=nothing&lang=en`)).statusCode).toBe(200);
  });

  it("gives wrong dates back with what to do", async () => {
    const wrong = await room.get("leader", `${URL}?from=32/12/2026`);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="32/12/2026"');
  });

  it("is for posts that read reports", async () => {
    for (const person of ["desk", "specialist", "clerk", "administrator"] as const) {
      expect((await room.get(person, URL)).statusCode, person).toBe(403);
      expect((await room.get(person, `${URL}.csv`)).statusCode, person).toBe(403);
    }
    expect((await room.get(undefined, URL)).statusCode).toBe(303);
  });
});
