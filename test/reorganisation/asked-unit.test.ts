import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rebuild } from "../../src/modules/cases/index.ts";
import {
  readingText,
  type SomeCase,
  type SteeringRoom,
  steeringRoom,
} from "../../src/modules/steering/testing/steering-room.ts";

let room: SteeringRoom;
beforeAll(async () => {
  room = await steeringRoom();
});
afterAll(() => room?.close());

const id = (code: string) => room.app.directory.unitByCode(code)?.id ?? 0;
const rows = async (sql: string, values: unknown[] = []) =>
  (await room.app.db.ownerPool.query(sql, values)).rows;

/** Who decides a case, and its open work with the unit of each. */
async function lies(one: SomeCase) {
  const [found] = await rows(
    `select decides.code as decides, state #>> '{opinion,unitId}' = (select unit_id::text from cases.step
         where case_id = f.id and work = 'opinion' and closed_at is null) as "opinionThere", version,
       (select array_agg(s.work || '@' || unit.code order by s.seq) from cases.step s
         join organisation.unit on unit.id = s.unit_id where s.case_id = f.id and s.closed_at is null) as open
     from cases.case_file f join organisation.unit decides on decides.id = f.deciding_unit_id where f.id = $1`,
    [one.id],
  );
  return found;
}

describe("a case of which only an asked unit is split", () => {
  test("is shown for that unit, and sending it on moves the question alone", async () => {
    room.at("2026-11-24T09:00");
    const one = await room.caseAt("specialist");
    const ask = { unitId: id("H21.105"), question: "Quy hoạch ở đây thế nào?" };
    await room.does("specialist", "ask-opinion", one, ask);
    const plain = await room.caseAt("specialist");
    const leaders = await rows(
      `select staff_code as code from organisation.post join organisation.officer on officer.id = officer_id
       where unit_id = $1 and kind = 'leader'`,
      [id("H21.18")],
    );
    const planned = await room.post("administrator", "/officer/organisation/reorganisations/new", {
      ...{ do: "plan", reason: "r", decision: "1/NQ", effectiveOn: "25/11/2026" },
      table: [
        // The department that decides goes into the main successor, so that both lie in one unit.
        ...["nhập;H21.18;H21.106", "chia;H21.105;H21.106;thôn Một", "chia;H21.105;H21.107;phần còn lại"],
        ...["vị trí;H21.105;H21.107", "vị trí;H21.105.01;H21.107.01"],
        ...leaders.map(({ code }) => `vị trí;H21.18;H21.106;${code}`),
      ].join("\n"),
    });
    expect(planned.statusCode).toBe(303);
    room.at("2026-11-25T00:05");
    await room.run("reorganise-units");
    await room.app.directory.refresh();
    const before = await lies(one);
    expect(before).toMatchObject({ decides: "H21.106", opinionThere: true });
    expect(before.open).toEqual(["process@H21.106", "opinion@H21.106"]);
    const url = `${planned.headers.location}/cases`;
    const page = readingText((await room.get("administrator", url)).body);
    expect(page).toContain(one.code);
    expect(page).not.toContain(plain.code);
    expect(page).toContain("Chỉ việc đang chờ ở đơn vị này");
    const sent = await room.post("administrator", url, {
      ...{ caseId: one.id, version: String(before.version), unit: "H21.107" },
      reason: "Thửa đất ở thôn Năm",
    });
    expect(sent.statusCode).toBe(303);
    expect(await lies(one)).toMatchObject({
      decides: "H21.106",
      opinionThere: true,
      open: ["process@H21.106", "opinion@H21.107"],
    });
    expect(readingText((await room.get("administrator", url)).body)).not.toContain(one.code);
    expect((await rebuild(room.app.db.database.pool, { check: true })).mended).toEqual([]);
  });
});
