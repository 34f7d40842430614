import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { parseIso } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { endPost } from "../posts/end-post.ts";

const LEADER = "phuoc.dh.xaydung";
const SPECIALIST = "duc.pm.xaydung";
const OTHER = "oanh.vtk.xaydung";
const STRANGER = "diep.htn.tuphap";
const ADMIN = "quang.dn.quantri";

let room: TestApp;
const people = new Map<string, SignedIn>();
beforeAll(async () => {
  room = await testApp();
  for (const name of [LEADER, SPECIALIST, OTHER, STRANGER, ADMIN])
    people.set(name, await room.signedIn(name));
});
afterAll(() => room?.close());

function who(name: string): SignedIn {
  const person = people.get(name);
  if (person === undefined) throw new Error(name);
  return person;
}
const get = (name: string, url: string) => room.inject({ url, cookies: { ...who(name).cookies } });
const unitId = () => room.directory.unitByCode("H21.18")?.id ?? 0;
const fields = (absent: string, deputy: string, more: Record<string, string> = {}) => ({
  officerId: String(who(absent).officerId),
  fromDay: "23/11/2026",
  toDay: "25/11/2026",
  reason: "Nghỉ phép năm",
  [`deputy-${unitId()}-specialist`]: String(who(deputy).officerId),
  ...more,
});
const filled = (name: string) => room.directory.filledPostsOf(who(name).officerId);

async function endAll(): Promise<void> {
  await room.db.ownerPool.query("update organisation.absence set ended_at = now()");
  await room.directory.refresh();
}

describe("absences", () => {
  test("an officer names a colleague, who is told and acts from the next request on; ended early it is over at once", async () => {
    const recorded = await room.post(who(SPECIALIST), "/officer/absences", fields(SPECIALIST, OTHER));
    expect(recorded.statusCode).toBe(303);
    expect(filled(OTHER)).toEqual([
      { unitId: unitId(), kind: "specialist", inPlaceOf: who(SPECIALIST).officerId },
    ]);
    const page = (await get(OTHER, "/officer/absences")).body;
    expect(page).toContain("Ông/bà làm thay Phạm Minh Đức từ 23/11/2026 đến hết 25/11/2026");
    const id = /absences\/(\d+)\/end/.exec((await get(SPECIALIST, "/officer/absences")).body)?.[1];
    await room.post(who(OTHER), `/officer/absences/${id}/end`, {});
    expect(filled(OTHER)).toHaveLength(1);
    await room.post(who(SPECIALIST), `/officer/absences/${id}/end`, {});
    expect(filled(OTHER)).toEqual([]);
    const upTo = /name="upTo" value="(\d+)"/.exec((await get(OTHER, "/officer/absences")).body)?.[1] ?? "";
    await room.post(who(OTHER), "/officer/absences/read", { upTo });
    expect((await get(OTHER, "/officer/absences")).body).not.toContain("Ông/bà làm thay");
  });

  test("what was typed comes back with what is wrong", async () => {
    const own = await room.post(who(SPECIALIST), "/officer/absences", fields(SPECIALIST, STRANGER));
    expect(own.statusCode).toBe(422);
    expect(own.body).toContain("cần lãnh đạo đơn vị chỉ định");
    expect(own.body).toContain("Nghỉ phép năm");
    const dates = await room.post(
      who(SPECIALIST),
      "/officer/absences",
      fields(SPECIALIST, OTHER, { fromDay: "31/02/2026" }),
    );
    expect(dates.statusCode).toBe(422);
    expect(dates.body).toContain("31/02/2026");
  });

  test("the leader may name somebody from elsewhere; no second absence on these days, no chain", async () => {
    const url = "/officer/absences";
    expect((await room.post(who(LEADER), url, fields(SPECIALIST, STRANGER))).statusCode).toBe(303);
    expect(filled(STRANGER)).toHaveLength(1);
    const again = await room.post(who(LEADER), url, fields(SPECIALIST, OTHER));
    expect(again.body).toContain("đã ghi nhận vắng mặt trong những ngày này");
    const chain = await room.post(who(OTHER), url, fields(OTHER, SPECIALIST));
    expect(chain.body).toContain("người này cũng vắng mặt");
    await endAll();
  });

  test("another unit's officer and a colleague may not, and a post that is only filled gives no power over people", async () => {
    const url = "/officer/absences";
    for (const name of [STRANGER, OTHER])
      expect((await room.post(who(name), url, fields(SPECIALIST, OTHER))).statusCode).toBe(422);
    const leaderAway = {
      ...fields(LEADER, OTHER),
      [`deputy-${unitId()}-specialist`]: "",
      [`deputy-${unitId()}-leader`]: String(who(OTHER).officerId),
    };
    expect((await room.post(who(LEADER), url, leaderAway)).statusCode).toBe(303);
    expect(filled(OTHER)[0]).toMatchObject({ kind: "leader" });
    expect((await room.post(who(OTHER), url, fields(SPECIALIST, OTHER))).statusCode).toBe(422);
    expect((await get(OTHER, "/officer/organisation/H21.18/staff")).statusCode).toBe(303);
    expect((await room.inject({ url })).statusCode).toBe(303);
    await endAll();
  });

  test("who leads one unit of the absent officer names nobody for a post in another", async () => {
    const post = `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
      select $1, id, 'leader', 'Phó Giám đốc', '2025-07-01' from organisation.unit where code = 'H21.16'`;
    await room.db.ownerPool.query(post, [who(SPECIALIST).officerId]);
    await room.directory.refresh();
    const elsewhere = `deputy-${room.directory.unitByCode("H21.16")?.id}-leader`;
    const form = (await get(LEADER, `/officer/absences/new?officer=${who(SPECIALIST).officerId}`)).body;
    expect(form).toContain(`deputy-${unitId()}-specialist`);
    expect(form).not.toContain(elsewhere);
    const more = { [elsewhere]: String(who(OTHER).officerId) };
    const asked = await room.post(who(LEADER), "/officer/absences", fields(SPECIALIST, OTHER, more));
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain("không phụ trách đơn vị của vị trí này");
    expect(filled(OTHER)).toEqual([]);
    const long = { toDay: "31/12/2027" };
    const year = await room.post(who(LEADER), "/officer/absences", fields(SPECIALIST, OTHER, long));
    expect(year.body).toContain("dài hơn một năm");
    await room.db.ownerPool.query("delete from organisation.post where kind = 'leader' and officer_id = $1", [
      who(SPECIALIST).officerId,
    ]);
    await room.directory.refresh();
  });

  test("the administrator records for anybody, in English too", async () => {
    expect((await room.post(who(ADMIN), "/officer/absences", fields(SPECIALIST, OTHER))).statusCode).toBe(
      303,
    );
    const page = await room.inject({
      url: "/officer/absences?lang=en",
      cookies: { ...who(OTHER).cookies, mc_lang: "en", lang: "en" },
      headers: { "accept-language": "en" },
    });
    expect(page.body).toMatch(/You act in place of|Ông\/bà làm thay/);
    await endAll();
  });
});

describe("posts", () => {
  const staff = "/officer/organisation/H21.18/staff";
  const end = (name: string) => `${staff}/${who(name).officerId}/specialist/end`;
  const leaving = { fromDay: "23/11/2026", reason: "Chuyển công tác", decision: "15/QĐ-SXD" };

  test("wrong post, unit and person change nothing", async () => {
    for (const name of [OTHER, STRANGER])
      expect((await room.post(who(name), end(SPECIALIST), leaving)).statusCode).toBe(403);
    const elsewhere = await room.signedIn("tuan.lq.motcua");
    expect((await room.post(elsewhere, end(SPECIALIST), leaving)).statusCode).toBe(303);
    expect(room.directory.postsOf(who(SPECIALIST).officerId)).toHaveLength(1);
    const start = { staffCode: "X1", kind: "specialist", title: "Chuyên viên", fromDay: "23/11/2026" };
    expect((await room.post(elsewhere, staff, start)).statusCode).toBe(303);
    const admin = { ...start, kind: "administrator" };
    expect((await room.post(who(LEADER), staff, admin)).statusCode).toBe(422);
    expect((await room.post(who(LEADER), staff, { ...start, fullName: "Ai Đó" })).body).toContain(
      "không có cán bộ nào có số hiệu này",
    );
  });

  test("the administrator enters somebody new in a post; the leader ends a post and it opens nothing more", async () => {
    const start = {
      staffCode: "CB-0001",
      fullName: "Nguyễn Thị Mới",
      kind: "specialist",
      title: "Chuyên viên",
      fromDay: "23/11/2026",
    };
    expect((await room.post(who(ADMIN), staff, start)).statusCode).toBe(303);
    expect((await get(LEADER, staff)).body).toContain("Nguyễn Thị Mới");
    const preview = await get(LEADER, end(SPECIALIST));
    expect(preview.body).toContain("Không có việc nào đang giao");
    expect((await get(SPECIALIST, "/officer")).statusCode).toBe(200);
    const missing = await room.post(who(LEADER), end(SPECIALIST), { ...leaving, decision: "" });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain("Chuyển công tác");
    expect((await room.post(who(LEADER), end(SPECIALIST), leaving)).statusCode).toBe(303);
    expect(room.directory.postsOf(who(SPECIALIST).officerId)).toEqual([]);
    expect((await get(SPECIALIST, "/officer/receive")).statusCode).toBe(403);
    expect((await get(SPECIALIST, "/officer")).statusCode).toBe(303);
    expect(room.directory.officerName(who(SPECIALIST).officerId)).toBe("Phạm Minh Đức");
  });

  test("a deputy whose own post ends acts for nobody from that day on, whatever other post they hold", async () => {
    const clerk = await room.signedIn("quang.dn.quantri");
    const [absent, deputy] = [
      who(LEADER).officerId,
      room.directory.officersIn(unitId(), "clerk")[0]?.officerId ?? 0,
    ];
    const away = {
      officerId: String(absent),
      ...{ fromDay: "23/11/2026", toDay: "30/11/2026", reason: "Đi học" },
      [`deputy-${unitId()}-leader`]: String(deputy),
    };
    expect((await room.post(clerk, "/officer/absences", away)).statusCode).toBe(303);
    const acts = () => room.directory.filledPostsOf(deputy).length;
    expect(acts()).toBe(1);
    const own = await room.db.ownerPool.query<{ id: number }>(
      "update organisation.post set valid_to = '2026-11-23' where officer_id = $1 returning id",
      [deputy],
    );
    await room.directory.refresh();
    expect(acts()).toBe(0);
    await room.db.ownerPool.query("update organisation.post set valid_to = null where id = $1", [
      own.rows[0]?.id,
    ]);
    await room.db.ownerPool.query(
      `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
       values ($1, $2, 'specialist', 'Chuyên viên', '2025-07-01'), ($3, $2, 'clerk', 'Văn thư', '2025-07-01')`,
      [deputy, unitId(), who(SPECIALIST).officerId],
    );
    await room.directory.refresh();
    const page = `${staff}/${deputy}/clerk/end`;
    const shown = await room.inject({ url: page, cookies: { ...clerk.cookies } });
    expect(shown.body).toContain("từ ngày thôi giữ vị trí cũng không làm thay nữa");
    expect((await room.post(clerk, page, leaving)).statusCode).toBe(303);
    expect(room.directory.postsOf(deputy)).toHaveLength(1);
    expect(acts()).toBe(0);
    await room.db.ownerPool.query("update organisation.absence set ended_at = now()");
    await room.db.ownerPool.query(
      "delete from organisation.post where officer_id = $1 and title = 'Văn thư'",
      [who(SPECIALIST).officerId],
    );
    await room.db.ownerPool.query(
      "delete from organisation.post_ending; update organisation.post set valid_to = null where kind = 'clerk'",
    );
    await room.directory.refresh();
  });

  test("a post that ends later opens until then, and the running session has nothing on the day itself", async () => {
    expect((await room.post(who(LEADER), end(OTHER), { ...leaving, fromDay: "24/11/2026" })).statusCode).toBe(
      303,
    );
    const twice = await room.post(who(LEADER), end(OTHER), { ...leaving, fromDay: "25/11/2026" });
    expect(twice.body).toContain("đã có ngày kết thúc");
    room.clock.moveTo(parseIso("2026-11-23T23:59"));
    const session = await room.signedIn(OTHER);
    const queue = { url: "/officer", cookies: { ...session.cookies } };
    expect((await room.inject(queue)).statusCode).toBe(200);
    room.clock.moveTo(parseIso("2026-11-24T00:00"));
    expect((await room.inject({ ...queue, url: "/officer/receive" })).statusCode).toBe(403);
    expect((await room.inject(queue)).headers.location).toBe("/officer/account");
    expect(room.directory.postsOf(who(OTHER).officerId)).toEqual([]);
  });

  test("the last clerk of a unit stays until somebody else holds the post for good, whatever lies there today", async () => {
    const clerk = room.directory.officersIn(unitId(), "clerk")[0]?.officerId ?? 0;
    const actor = {
      kind: "officer" as const,
      id: who(LEADER).officerId,
      name: "",
      posts: room.directory.postsOf(who(LEADER).officerId),
    };
    const deps = { database: room.db.database, clock: room.clock.read };
    const asked = () =>
      runCommand(deps, actor, endPost(room.directory), {
        ...{ officerId: clerk, unitId: unitId(), kind: "clerk" as const },
        ...{ fromDay: "2026-11-30", reason: "Nghỉ hưu", decision: "16/QĐ-SXD" },
      });
    expect(await asked()).toMatchObject({ refusal: "last-holder" });
    const start = { staffCode: "CB-0001", kind: "clerk", title: "Văn thư", fromDay: "24/11/2026" };
    expect((await room.post(await room.signedIn(LEADER), staff, start)).statusCode).toBe(303);
    const second = "update organisation.post set valid_to = $1 where kind = 'clerk' and title = 'Văn thư'";
    await room.db.ownerPool.query(second, ["2026-12-02"]);
    expect(await asked()).toMatchObject({ refusal: "last-holder" });
    await room.db.ownerPool.query(second, [null]);
    expect(await asked()).toMatchObject({ ok: true });
  });

  test("a post that is to end later ends sooner by a new decision, and not later again", async () => {
    const clerk = room.directory.officersIn(unitId(), "clerk")[0]?.officerId ?? 0;
    const leader = await room.signedIn(LEADER);
    const url = `${staff}/${clerk}/clerk/end`;
    const dismissed = { fromDay: "25/11/2026", reason: "Buộc thôi việc", decision: "17/QĐ-SXD" };
    expect((await room.post(leader, url, { ...dismissed, fromDay: "01/12/2026" })).statusCode).toBe(422);
    expect((await room.post(leader, url, dismissed)).statusCode).toBe(303);
    const { rows } = await room.db.ownerPool.query(
      `select post.valid_to as "validTo", from_day as "fromDay", reason, decision from organisation.post_ending
       join organisation.post on post.id = post_id where officer_id = $1 and kind = 'clerk'`,
      [clerk],
    );
    const fromDay = "2026-11-25";
    expect(rows).toEqual([{ validTo: fromDay, fromDay, reason: "Buộc thôi việc", decision: "17/QĐ-SXD" }]);
    const { rows: audit } = await room.db.ownerPool.query(
      "select detail from platform.audit where command = 'organisation.end-post' and subject = $1 and outcome = 'done'",
      [String(clerk)],
    );
    expect(JSON.stringify(audit)).toContain("16/QĐ-SXD");
  });

  test("the last administrator stays", async () => {
    const { officerId } = who(ADMIN);
    const { code } = room.directory.unit(room.directory.postsOf(officerId)[0]?.unitId ?? 0);
    const url = `/officer/organisation/${code}/staff/${officerId}/administrator/end`;
    const ended = await room.post(await room.signedIn(ADMIN), url, { ...leaving, fromDay: "25/11/2026" });
    expect(ended.statusCode).toBe(422);
    expect(ended.body).toContain("người cuối cùng giữ vị trí này");
  });
});
