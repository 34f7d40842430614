import { randomBytes } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "../../../kernel/ids.ts";
import { PEOPLE, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

let room: SteeringRoom;
beforeAll(async () => {
  room = await steeringRoom();
});
afterAll(() => room?.close());

const ask = async (sql: string, values: unknown[]) => (await room.app.db.ownerPool.query(sql, values)).rows;

/** A birth with residence and insurance, received at the province's desk and sent to the ward at once. */
async function groupAtWard(): Promise<string> {
  const unitId = (code: string) => room.app.directory.unitByCode(code)?.id;
  const { cookies, csrf } = await room.app.signedIn(PEOPLE.desk);
  const answer = await room.app.inject({
    method: "POST",
    url: "/api/v1/case-groups",
    cookies: { ...cookies },
    headers: { "x-csrf-token": csrf },
    payload: {
      groupId: uuidv7(room.app.clock.read(), randomBytes(10)),
      groupCode: "2.000986",
      receivingUnitId: unitId("H21.00.01"),
      applicantName: "Nguyễn Thị Lụa",
      applicantNumber: "064185004321",
      members: ["birth", "residence", "insurance"].map((key) => ({
        key,
        decidingUnitId: unitId("H21.106"),
        papers: [{ name: "Tờ khai", form: "original" }],
      })),
    },
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const { group, members } = answer.json<{
    group: { id: string };
    members: { key: string; case: { id: string; code: string } }[];
  }>();
  const birth = members.find(({ key }) => key === "birth")?.case;
  if (birth === undefined) throw new Error("no birth");
  await room.does("desk", "pass-on", birth);
  return group.id;
}

describe("a group whose member lies with a ward beyond its time", () => {
  it("is a delay of the ward and not of the desk that owns the group and waits for it", async () => {
    room.at("2027-04-05T09:00");
    const parent = await groupAtWard();
    room.at("2027-04-19T09:00");
    const open = await ask("select work, due_at < $2 as late from cases.step where case_id = $1", [
      parent,
      new Date(room.app.clock.read()),
    ]);
    expect(open).toEqual([{ work: "coordinate", late: true }]);
    await room.run("warn-steps");
    expect(await ask("select 1 from steering.notice where case_id = $1", [parent])).toEqual([]);
    expect(await ask("select distinct work from steering.notice", [])).not.toEqual([]);
    const csv = (await room.get("controller", "/officer/reports/delay.csv?from=01/04/2027&to=30/04/2027"))
      .body;
    const lines: string[][] = parse(csv, { bom: true });
    expect(lines.slice(1).map(([code]) => code)).toEqual(["H21.106"]);
  });
});
