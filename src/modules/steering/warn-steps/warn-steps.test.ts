import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

let room: SteeringRoom;
/** Two specialists of the department. */
let first: number;
let second: number;

beforeAll(async () => {
  room = await steeringRoom();
  first = (await room.app.signedIn(PEOPLE.specialist)).officerId;
  second = (await room.app.signedIn(PEOPLE.otherSpecialist)).officerId;
});
afterAll(() => room?.close());

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await room.app.db.ownerPool.query<Row>(sql, values)).rows;
}
type Told = { readonly rule: string; readonly officer: number | null; readonly post: string };
/** What still asks for something about a case, without what climbed above the post. */
const asked = ({ id }: SomeCase) =>
  query<Told>(
    `select case when kind = 'urged' then 'urged' else rule_code end as rule, to_officer_id as officer,
       to_post as post
     from steering.notice where case_id = $1 and settled_at is null order by id`,
    [id],
  );
const assign = (one: SomeCase, officerId: number) => room.does("divisionHead", "assign", one, { officerId });

describe("who is told about a step", () => {
  it("is whoever holds it now: a step that is given to another takes its notices along, and back", async () => {
    const one = await room.caseAt("specialist");
    await assign(one, first);
    room.at("2026-11-27T16:00");
    await room.does("leader", "urge", one, { text: "Làm ngay" });
    await room.run("warn-steps");
    const told = (officer: number) => [
      { rule: "holder-50", officer, post: "specialist" },
      { rule: "urged", officer, post: "specialist" },
    ];
    expect(await asked(one)).toEqual(told(first));
    await assign(one, second);
    await room.run("warn-steps");
    await room.run("warn-steps");
    expect(await asked(one)).toEqual(told(second));
    await assign(one, first);
    await room.run("warn-steps");
    expect(await asked(one)).toEqual(told(first));
  });

  it("hears nothing in person that the whole post was told before", async () => {
    room.at("2026-12-14T09:00");
    const one = await room.caseAt("specialist");
    room.at("2026-12-18T16:00");
    await room.run("warn-steps");
    await assign(one, first);
    await room.run("warn-steps");
    expect(await asked(one)).toEqual([{ rule: "holder-50", officer: null, post: "specialist" }]);
  });

  it("is the post where its holder is away without a deputy", async () => {
    room.at("2027-01-04T09:00");
    const one = await room.caseAt("specialist");
    await assign(one, first);
    await query(
      `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       values ($1, '2027-01-05', '2027-02-28', 'ốm', now())`,
      [first],
    );
    room.at("2027-01-08T16:00");
    await room.run("warn-steps");
    expect(await asked(one)).toEqual([{ rule: "holder-50", officer: null, post: "specialist" }]);
  });

  it("is who owes an opinion also while the case waits for a payment: the urging must be answered", async () => {
    room.at("2027-03-01T09:00");
    const one = await room.caseAt("specialist");
    const unitId = room.app.directory.unitByCode("H21.16")?.id;
    await room.does("otherSpecialist", "ask-opinion", one, {
      unitId,
      question: "Có vướng gì không?",
      workingDays: 3,
    });
    await room.does("otherSpecialist", "note-financial-duty", one, {
      name: "Phí",
      amount: 1000,
      notice: "1",
    });
    const [opinion] = await query<{ seq: number }>(
      "select seq from cases.step where case_id = $1 and work = 'opinion'",
      [one.id],
    );
    await room.does("leader", "urge", one, { step: opinion?.seq, text: "Trả lời ngay" });
    await room.run("warn-steps");
    await room.run("warn-steps");
    expect(await asked(one)).toEqual([{ rule: "urged", officer: null, post: "specialist" }]);
  });

  it("goes on to the next chair when nobody of the post is there any more, and comes back with them", async () => {
    room.at("2027-05-03T09:00");
    const one = await room.caseAt("specialist");
    room.at("2027-05-07T16:00");
    await room.run("warn-steps");
    const told = (post: string) => [{ rule: "holder-50", officer: null, post }];
    expect(await asked(one)).toEqual(told("specialist"));
    const away = await query<{ id: number }>(
      `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       select officer_id, '2027-05-07', '2027-05-31', 'ốm', now() from organisation.post
       where kind = 'specialist' and unit_id = $1 returning id`,
      [room.app.directory.unitByCode("H21.18")?.id],
    );
    await room.app.directory.refresh();
    await room.run("warn-steps");
    await room.run("warn-steps");
    expect(await asked(one)).toEqual(told("division-head"));
    await query("delete from organisation.absence where id = any ($1::int[])", [away.map(({ id }) => id)]);
    await room.app.directory.refresh();
    await room.run("warn-steps");
    expect(await asked(one)).toEqual(told("specialist"));
  });
});
