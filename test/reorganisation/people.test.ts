import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, type LocalDate, MINUTE_MS } from "../../src/kernel/time.ts";
import { type SignedIn, type TestApp, testApp } from "../harness/app.ts";
import { doublePosts } from "./check-world.ts";

const PLANS = "/officer/organisation/reorganisations";
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app?.close());

const admin = (): Promise<SignedIn> => app.signedIn("quang.dn.quantri");
const id = (code: string) => app.directory.unitByCode(code)?.id ?? 0;
const rows = async (sql: string, values: unknown[] = []) => (await app.db.ownerPool.query(sql, values)).rows;
const run = (name: string) =>
  app.jobs.find((job) => job.name === name)?.run({}, { now: app.clock.read(), progress: async () => {} });

async function officer(staffCode: string, ...posts: readonly (readonly [string, string])[]): Promise<number> {
  const [made] = await rows(
    "insert into organisation.officer (staff_code, full_name) values ($1, $1) returning id",
    [staffCode],
  );
  for (const [unit, kind] of posts)
    await rows(
      `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
       values ($1, $2, $3, 'Công chức', '2025-07-01')`,
      [made.id, id(unit), kind],
    );
  await app.directory.refresh();
  return made.id;
}

const plan = async (effectiveOn: string, decision: string, table: readonly string[]) =>
  app.post(await admin(), `${PLANS}/new`, {
    do: "plan",
    ...{ reason: "Sắp xếp", effectiveOn, decision, table: table.join("\n") },
  });

/** Lets the plans of a day be carried out. */
async function comes(day: LocalDate): Promise<void> {
  app.clock.moveTo(instantOf(day, 1));
  await run("reorganise-units");
  app.clock.moveTo(app.clock.read() + MINUTE_MS);
  await run("reorganise-units");
  await app.directory.refresh();
}

const held = (officerId: number) =>
  app.directory.postsOf(officerId).map((post) => `${app.directory.unit(post.unitId).code} ${post.kind}`);

/** Rows that place everybody of a unit and its desk, leaders by name. */
async function everybody(unit: string, to: string, deskTo: string): Promise<string[]> {
  const leaders = await rows(
    `select distinct coalesce(staff_code, officer.id::text) as code from organisation.post
     join organisation.officer on officer.id = officer_id where unit_id = $1 and kind = 'leader'`,
    [id(unit)],
  );
  return [
    `vị trí;${unit};${to}`,
    `vị trí;${unit}.01;${deskTo}`,
    ...leaders.map(({ code }) => `vị trí;${unit};${to};${code}`),
  ];
}

const ending = async (unit: string, officerId: number, fromDay: string) =>
  app.post(await admin(), `/officer/organisation/${unit}/staff/${officerId}/specialist/end`, {
    ...{ fromDay, reason: "Thôi việc", decision: "9/QĐ" },
  });

const absence = async (officerId: number, deputy: number, unit: string, kind: string, fromDay: string) =>
  app.post(await admin(), "/officer/absences", {
    officerId: String(officerId),
    ...{ fromDay, toDay: "31/12/2026", reason: "Đi học" },
    [`deputy-${id(unit)}-${kind}`]: String(deputy),
  });

describe("people whose unit is merged", () => {
  it("leave on the day that was set, wherever their post has gone, and their work moves then", async () => {
    const leaves = await officer("leaves", ["H21.101", "specialist"]);
    expect((await ending("H21.101", leaves, "10/12/2026")).statusCode).toBe(303);
    const twice = await officer("twice", ["H21.101", "specialist"], ["H21.103", "specialist"]);
    expect((await plan("01/12/2026", "1/NQ", ["nhập;H21.101;H21.103"])).statusCode).toBe(303);
    await comes("2026-12-01");
    expect([held(leaves), held(twice)]).toEqual([["H21.103 specialist"], ["H21.103 specialist"]]);
    expect(await doublePosts(app.db)).toEqual([]);
    expect((await ending("H21.103", twice, "01/12/2026")).statusCode).toBe(303);
    expect(held(twice)).toEqual([]);
    const owed = () =>
      rows(
        `select unit_id, done_at is not null as done from organisation.post_ending join organisation.post
         on post.id = post_id where officer_id = $1`,
        [leaves],
      );
    expect(await owed()).toEqual([{ unit_id: id("H21.103"), done: false }]);
    app.clock.moveTo(instantOf("2026-12-10", 60));
    await app.directory.refresh();
    await run("move-left-work");
    expect(held(leaves)).toEqual([]);
    expect(await owed()).toEqual([{ unit_id: id("H21.103"), done: true }]);
  });

  it("keep one post where two rows said the same already, and lose both by one end", async () => {
    const double = await officer("double", ["H21.103", "specialist"], ["H21.102", "clerk"]);
    await rows(
      `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
       values ($1, $2, 'specialist', 'Công chức', '2026-12-01')`,
      [double, id("H21.103")],
    );
    await app.directory.refresh();
    expect((await ending("H21.103", double, "10/12/2026")).statusCode).toBe(303);
    expect(held(double)).toEqual(["H21.102 clerk"]);
  });
});

describe("people whose unit is split", () => {
  it("keep their deputies in the part where they go; sharing goes to every part, tokens are taken back", async () => {
    const away = await officer("away", ["H21.105", "specialist"]);
    const deputy = await officer("deputy", ["H21.105", "specialist"]);
    const asked = await absence(away, deputy, "H21.105", "specialist", "10/12/2026");
    expect(asked.statusCode).toBe(303);
    await rows(
      `insert into cases.share_setting (unit_id, post_kind, automatic, set_by, set_at) values ($1, 'clerk', true, $2, now())`,
      [id("H21.105"), away],
    );
    await rows(
      `insert into accounts.system_token (name, token_hash, permissions, unit_id, created_at)
       values ('iLIS', '\\x01', '{}', $1, now())`,
      [id("H21.105")],
    );
    const table = [
      ...["chia;H21.105;H21.106;thôn Một", "chia;H21.105;H21.107;phần còn lại"],
      ...["vị trí;H21.105;H21.107", "vị trí;H21.105.01;H21.107.01"],
    ];
    const planned = await plan("15/12/2026", "2/NQ", table);
    expect(planned.statusCode).toBe(303);
    const page = await app.inject({
      url: String(planned.headers.location),
      cookies: { ...(await admin()).cookies },
    });
    expect(page.body).toContain("iLIS");
    await comes("2026-12-15");
    expect(app.directory.filledPostsOf(deputy)).toEqual([
      { unitId: id("H21.107"), kind: "specialist", inPlaceOf: away },
    ]);
    const shares = await rows(
      "select unit_id from cases.share_setting where post_kind = 'clerk' and automatic and unit_id = any ($1)",
      [[id("H21.106"), id("H21.107")]],
    );
    expect(shares).toHaveLength(2);
    expect(await rows("select unit_id, revoked_at is not null as gone from accounts.system_token")).toEqual([
      { unit_id: id("H21.105"), gone: true },
    ]);
  });
});

describe("people whose unit is dissolved", () => {
  it("are placed by the plan, leaders by name: nobody leads an agency because it takes over the papers", async () => {
    const leader = await officer("led-109", ["H21.109", "leader"]);
    const deputy = await officer("deputy-109", ["H21.109", "clerk"]);
    expect((await absence(leader, deputy, "H21.109", "leader", "16/12/2026")).statusCode).toBe(303);
    const asked = await plan("20/12/2026", "3/NQ", ["giải thể;H21.109;H21.00"]);
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain("chưa chọn nơi đến cho led-109");
    const shown = await app.post(await admin(), `${PLANS}/new`, {
      ...{ do: "preview", reason: "Sắp xếp", effectiveOn: "20/12/2026", decision: "3/NQ" },
      table: "giải thể;H21.109;H21.00",
    });
    expect(shown.body).toContain('value="H21.109|led-109|H21.00"');
    const others = ["vị trí;H21.109;H21.00", "vị trí;H21.109.01;H21.00.01"];
    const blanket = await plan("20/12/2026", "3/NQ", ["giải thể;H21.109;H21.00", ...others]);
    expect(blanket.body).toContain("chưa chọn nơi đến cho led-109");
    expect(blanket.body).not.toContain("chưa chọn nơi đến cho deputy-109");
    const places = await everybody("H21.109", "H21.110", "H21.110.01");
    expect((await plan("20/12/2026", "3/NQ", ["giải thể;H21.109;H21.00", ...places])).statusCode).toBe(303);
    await comes("2026-12-20");
    expect(held(leader)).toEqual(["H21.110 leader"]);
    // Nobody there asked for a deputy.
    expect([held(deputy), app.directory.filledPostsOf(deputy)]).toEqual([["H21.110 clerk"], []]);
  });
});

describe("a colleague who comes after the plan was made", () => {
  it("is told of, and placed before the day or when the plan is stuck, and then it goes on", async () => {
    const split = ["chia;H21.112;H21.113;thôn Một", "chia;H21.112;H21.114;phần còn lại"];
    const people = await rows(
      `select distinct coalesce(staff_code, officer.id::text) as code from organisation.post
       join organisation.officer on officer.id = officer_id where unit_id = $1`,
      [id("H21.112")],
    );
    const placed = people.map(({ code }) => `vị trí;H21.112;H21.114;${code}`);
    const planned = await plan("25/12/2026", "4/NQ", [...split, ...placed, "vị trí;H21.112.01;H21.114.01"]);
    expect(planned.statusCode).toBe(303);
    const url = String(planned.headers.location);
    const start = (staffCode: string) => async () =>
      app.post(await admin(), "/officer/organisation/H21.112/staff", {
        ...{ staffCode, fullName: `Cán bộ ${staffCode}`, kind: "specialist", title: "Chuyên viên" },
        fromDay: "20/12/2026",
      });
    const started = await start("NEW-1")();
    expect(started.statusCode).toBe(303);
    const staff = await app.inject({
      url: String(started.headers.location),
      cookies: { ...(await admin()).cookies, ...cookiesOf(started) },
    });
    expect(staff.body).toContain("sắp bị chia hoặc giải thể theo 4/NQ");
    const place = async (...choices: readonly string[]) =>
      app.post(await admin(), `${url}/place`, { place: choices });
    expect((await place("H21.112|NEW-1|H21.114")).statusCode).toBe(303);
    await start("NEW-2")();
    await start("NEW-3")();
    // A second post in the same unit: whoever is placed goes with both.
    await rows(
      `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
       select id, $1, 'clerk', 'Văn thư', '2026-12-20' from organisation.officer where staff_code = 'NEW-3'`,
      [id("H21.112")],
    );
    app.clock.moveTo(instantOf("2026-12-25", 1));
    await run("reorganise-units");
    const page = async () => (await app.inject({ url, cookies: { ...(await admin()).cookies } })).body;
    expect(await page()).toContain("chưa chọn nơi đến cho NEW-2");
    expect(await page()).toContain("Ghi nơi đến");
    expect((await place("")).statusCode).toBe(422);
    const oneLeft = await place("H21.112|NEW-2|H21.113", "");
    expect(oneLeft.statusCode).toBe(422);
    expect(oneLeft.body).toContain("H21.112: chưa chọn nơi đến cho NEW-3.");
    expect(oneLeft.body).toMatch(/<option value="H21\.112\|NEW-2\|H21\.113" selected/);
    expect(oneLeft.body.match(/<select[^>]*name="place"/g)).toHaveLength(2);
    expect(oneLeft.body).toContain("Chuyên viên, Văn thư (H21.112)");
    const wrong = await place("H21.112|NEW-2|H21.100", "H21.112|NEW-3|H21.113");
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("H21.112: H21.100 không phải nơi kế thừa của đơn vị này.");
    expect((await place("H21.112|NEW-2|H21.113", "H21.112|NEW-3|H21.113")).statusCode).toBe(303);
    await comes("2026-12-25");
    const [one] = await rows("select id from organisation.officer where staff_code = 'NEW-2'");
    expect(held(one.id)).toEqual(["H21.113 specialist"]);
    expect((await place("H21.112|NEW-2|H21.113")).statusCode).toBe(422);
  });
});

function cookiesOf(answer: Awaited<ReturnType<TestApp["post"]>>): Record<string, string> {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}
