import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localDateOf } from "../../../kernel/time.ts";
import { openDrafts } from "../apology-store.ts";
import { readingText, type SomeCase, type SteeringRoom, steeringRoom } from "../testing/steering-room.ts";

const URL = "/officer/apologies";
let room: SteeringRoom;
let department: number;
let desk: number;
let committee: number;

beforeAll(async () => {
  room = await steeringRoom();
  const unit = (code: string) => room.app.directory.unitByCode(code)?.id ?? 0;
  [department, desk, committee] = [unit("H21.18"), unit("H21.00.01"), unit("H21")];
});
afterAll(() => room?.close());
// Each story by itself: what it leaves behind must not weigh on the next.
beforeEach(async () => {
  await query("delete from organisation.delegation");
  await query("delete from organisation.absence");
  await query("update organisation.post set valid_to = null where kind = 'leader' and unit_id = $1", [
    department,
  ]);
  await room.app.directory.refresh();
});

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await room.app.db.ownerPool.query<Row>(sql, values)).rows;
}
const job = () => room.run("draft-apologies");
const dueOf = async ({ id }: SomeCase) =>
  (await query<{ due: number }>("select due_at as due from cases.case_file where id = $1", [id]))[0]?.due ??
  0;
const draftOf = async ({ id }: SomeCase) =>
  (
    await query<{ state: string; unit: number }>(
      "select state, unit_id as unit from steering.apology_draft where case_id = $1",
      [id],
    )
  )[0];
/** What was said about the appointment of a case: to which unit, and whether it still asks for something. */
const told = async ({ id }: SomeCase) =>
  (
    await query<{ kind: string; unit: number; post: string; open: boolean }>(
      `select kind, to_unit_id as unit, to_post as post, settled_at is null as open from steering.notice
       where case_id = $1 and step_seq = 0 order by id`,
      [id],
    )
  ).map(({ kind, unit, post, open }) => `${kind} ${unit} ${post} ${open ? "open" : "settled"}`);
const page = async (person: "leader" | "deskLeader") => (await room.get(person, URL)).body;
const CASE = ({ id }: SomeCase) => `/officer/cases/${id}`;
const sign = (person: "leader" | "deskLeader", one: SomeCase, newDate: string) =>
  room.post(person, URL, { case: one.id, reason: "Chờ xác minh", newDate });
const usernameOf = async (unitId: number) =>
  (
    await query<{ username: string }>(
      `select a.username from accounts.account as a join organisation.post as p on p.officer_id = a.officer_id
       where p.unit_id = $1 and p.kind = 'leader' and p.valid_to is null limit 1`,
      [unitId],
    )
  )[0]?.username ?? "";

/** Received on a Monday at nine, due ten working days later; the clock stands at the morning of its last day. */
async function lastDay(monday: string, lastMorning: string, place: "desk" | "specialist" | "clerk") {
  room.at(`${monday}T09:00`);
  const one = await room.caseAt(place);
  room.at(`${lastMorning}T08:00`);
  return one;
}

describe("an apology is not lost", () => {
  it("when the program stopped between the draft and its notice: the next run tells", async () => {
    const one = await lastDay("2026-11-23", "2026-12-07", "specialist");
    const draft = {
      caseId: one.id,
      caseCode: one.code,
      procedureName: "Giấy phép",
      unitId: department,
      dueAt: await dueOf(one),
      proposedDate: "2026-12-09",
    };
    await openDrafts(room.app.db.database.pool, [draft], room.app.clock.read());
    await job();
    await job();
    expect(await told(one)).toEqual([`apology ${department} leader open`]);
  });

  it("nor signed for a date that moved away: the draft vanishes", async () => {
    room.at("2027-01-04T09:00");
    const one = await room.caseAt("specialist");
    room.at("2027-01-15T16:40");
    await job();
    expect(await draftOf(one)).toMatchObject({ state: "open" });
    room.at("2027-01-18T07:10");
    const [{ version: previous = "" } = {}] = await query<{ version: string }>(
      "select version from organisation.working_calendar order by id desc limit 1",
    );
    const declared = await room.app.post(
      await room.app.signedIn("linh.ptk.vanphong"),
      "/officer/calendar/declare",
      {
        rest: "13/01/2027 - 15/01/2027",
        name: "Nghỉ bão",
        decision: "12/QĐ",
        reason: "bão",
        previous,
      },
    );
    expect(declared.statusCode).toBe(303);
    await room.run("recompute-deadlines");
    expect(localDateOf(await dueOf(one))).toBe("2027-01-21");
    const refused = await sign("leader", one, "29/01/2027");
    expect(refused.statusCode).toBe(409);
    expect(readingText(refused.body)).toContain("chưa đến lúc phải xin lỗi");
    expect(await draftOf(one)).toMatchObject({ state: "dropped" });
    expect(await page("leader")).not.toContain(one.code);
    expect(await query("select redated from cases.case_file where id = $1", [one.id])).toEqual([
      { redated: false },
    ]);
  });

  it("when the clock stopped in between: owed again it is told again", async () => {
    const one = await lastDay("2027-03-01", "2027-03-15", "specialist");
    await job();
    await room.does("specialist", "note-financial-duty", one, { name: "Phí", amount: 100_000, notice: "1" });
    await job();
    expect(await draftOf(one)).toMatchObject({ state: "dropped" });
    expect(await told(one)).toEqual([`apology ${department} leader settled`]);
    room.at("2027-03-29T08:00");
    await room.does("desk", "confirm-payment", one, { receipt: "1" });
    await job();
    expect(await draftOf(one)).toMatchObject({ state: "open" });
    expect(await told(one)).toEqual([
      `apology ${department} leader settled`,
      `apology ${department} leader open`,
    ]);
  });

  it("when the case goes to another unit: its leader is told, the one before no longer", async () => {
    const one = await lastDay("2027-05-03", "2027-05-17", "desk");
    await job();
    expect(await told(one)).toEqual([`apology ${desk} leader open`]);
    await room.does("desk", "pass-on", one);
    expect(await page("deskLeader")).not.toContain(one.code);
    await job();
    expect(await told(one)).toEqual([`apology ${desk} leader settled`, `apology ${department} leader open`]);
    expect((await sign("deskLeader", one, "24/05/2027")).statusCode).toBe(403);
    expect((await sign("leader", one, "24/05/2027")).statusCode).toBe(303);
  });

  it("when nobody signs: at the appointment the next leader above hears, and a case that ends late is not forgotten", async () => {
    const one = await lastDay("2027-07-05", "2027-07-19", "clerk");
    await job();
    room.at("2027-07-20T08:00");
    await job();
    await job();
    expect(await told(one)).toEqual([
      `apology ${department} leader open`,
      `apology-due ${committee} leader open`,
    ]);
    const cookies = (await room.app.signedIn(await usernameOf(committee))).cookies;
    const notices = await room.app.inject({ url: "/officer/notices", cookies: { ...cookies } });
    expect(readingText(notices.body)).toContain("Đã quá ngày hẹn mà phiếu xin lỗi chưa được ký");
    await room.does("clerk", "issue", one);
    await job();
    expect(await draftOf(one)).toMatchObject({ state: "lapsed" });
    expect((await told(one)).join()).not.toContain("open");
    const text = readingText(await page("leader"));
    const lapsed = text.slice(text.indexOf("Trễ hẹn mà không xin lỗi"));
    expect(lapsed).toContain(one.code);
  });
});

describe("somebody can sign", () => {
  it("where the unit has no leader: the next above, in the name of their own office", async () => {
    room.at("2027-08-02T09:00");
    const one = await room.caseAt("specialist");
    await query(
      "update organisation.post set valid_to = '2027-08-03' where kind = 'leader' and unit_id = $1",
      [department],
    );
    room.at("2027-08-16T08:00");
    await job();
    expect(await draftOf(one)).toMatchObject({ state: "open", unit: committee });
    expect(await told(one)).toEqual([`apology ${committee} leader open`]);
    const chair = await room.app.signedIn(await usernameOf(committee));
    const list = async () => (await room.app.inject({ url: URL, cookies: { ...chair.cookies } })).body;
    expect(await list()).toContain(`href="${CASE(one)}"`);
    // Who must sign must be able to read: this case, while it is theirs to sign, and nobody beside them.
    const opens = (url: string) => room.app.inject({ url, cookies: { ...chair.cookies } });
    for (const url of [CASE(one), `/api/v1/cases/${one.id}`, `${CASE(one)}/explain`])
      expect((await opens(url)).statusCode, url).toBe(200);
    const other = await room.caseAt("specialist");
    expect((await opens(CASE(other))).statusCode).toBe(403);
    for (const person of ["office", "stranger", "clerk"] as const) {
      const status = (await room.get(person, CASE(one))).statusCode;
      expect(status, person).toBe(person === "clerk" ? 200 : 403);
    }
    const signed = await room.app.post(chair, URL, {
      case: one.id,
      reason: "Khuyết lãnh đạo",
      newDate: "23/08/2027",
    });
    expect(signed.statusCode).toBe(303);
    expect((await opens(CASE(one))).statusCode).toBe(403);
    const listed = await list();
    expect(listed).toContain(one.code);
    expect(listed).not.toContain(CASE(one));
  });

  it("where the leader is away: the next above, until a deputy is named", async () => {
    room.at("2027-10-04T09:00");
    const one = await room.caseAt("specialist");
    await query(
      `insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       select officer_id, '2027-10-05', '2027-12-31', 'ốm', now() from organisation.post
       where kind = 'leader' and unit_id = $1`,
      [department],
    );
    room.at("2027-10-18T08:00");
    await job();
    expect(await draftOf(one)).toMatchObject({ unit: committee });
    expect(await told(one)).toEqual([`apology ${committee} leader open`]);
    await query(
      `insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
       select a.id, $1, 'leader', h.officer_id from organisation.absence as a, organisation.post as h
       where h.unit_id = $1 and h.kind = 'division-head'`,
      [department],
    );
    await room.app.directory.refresh();
    await job();
    expect(await told(one)).toEqual([
      `apology ${committee} leader settled`,
      `apology ${department} leader open`,
    ]);
  });

  it("for the parent of a group: the leader of the desk that follows it", async () => {
    room.at("2027-12-06T09:00");
    const ward = room.app.directory.unitByCode("H21.106")?.id;
    const { cookies, csrf } = await room.app.signedIn("an.nv.motcua");
    const received = await room.app.inject({
      method: "POST",
      url: "/api/v1/case-groups",
      cookies: { ...cookies },
      headers: { "x-csrf-token": csrf },
      payload: {
        groupId: "01975000-0000-7000-8000-000000000001",
        groupCode: "2.000986",
        receivingUnitId: desk,
        applicantName: "Nguyễn Thị Lụa",
        applicantNumber: "064185004321",
        members: ["birth", "residence", "insurance"].map((key) => ({
          key,
          decidingUnitId: ward,
          papers: [{ name: "Tờ khai", form: "original" }],
        })),
      },
    });
    const parent = received.json().group as SomeCase;
    room.at("2027-12-13T09:00");
    await job();
    expect(await draftOf(parent)).toMatchObject({ unit: desk });
    expect((await sign("deskLeader", parent, "21/12/2027")).statusCode).toBe(303);
  });
});

describe("an apology goes out", () => {
  it("in the name of the unit that holds the case and whose leader signs, with a number of its own register", async () => {
    const one = await lastDay("2028-03-06", "2028-03-20", "desk");
    const register = () =>
      query<{ last: number }>(
        "select last from cases.paper_serial where unit_id = $1 and kind = 'apology' and year = 2028",
        [desk],
      );
    expect(await register()).toEqual([]);
    await job();
    expect((await sign("deskLeader", one, "27/03/2028")).statusCode).toBe(303);
    expect(await register()).toEqual([{ last: 1 }]);
    const [action] = await query<{ by: number; unit: number }>(
      `select (body::jsonb -> 'by' ->> 'unitId')::int as by, (body::jsonb -> 'data' ->> 'unitId')::int as unit
       from cases.action where case_id = $1 and type = 'apologised'`,
      [one.id],
    );
    expect(action).toEqual({ by: desk, unit: desk });
  });

  it("and the new date is watched: the leader hears a working day before, the next above when it has passed", async () => {
    const one = await lastDay("2028-06-05", "2028-06-19", "specialist");
    await job();
    await sign("leader", one, "26/06/2028");
    room.at("2028-06-23T08:00");
    await job();
    expect(await told(one)).toEqual([`apology ${department} leader settled`]);
    room.at("2028-06-23T17:00");
    await job();
    expect((await told(one)).slice(1)).toEqual([`new-date ${department} leader open`]);
    room.at("2028-06-26T08:00");
    const digest = readingText((await room.get("leader", "/officer/digest")).body);
    const today = digest.slice(digest.indexOf("Hạn hôm nay"), digest.indexOf("Hạn ngày làm việc tới"));
    expect(today).toContain(one.code);
    expect(today).toContain("16:30 ngày 26/06/2028");
    room.at("2028-06-27T08:00");
    await job();
    expect((await told(one)).slice(1)).toEqual([
      `new-date ${department} leader open`,
      `new-date-due ${committee} leader open`,
    ]);
  });
});
