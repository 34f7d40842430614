import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS } from "../../src/kernel/time.ts";
import { officerFacts } from "../../src/modules/organisation/index.ts";
import type { Job } from "../../src/platform/jobs.ts";
import { unitsFor } from "../../src/platform/permission.ts";
import { type SignedIn, type TestApp, testApp } from "../harness/app.ts";
import { doublePosts, expectSound, footprint, orphans } from "./check-world.ts";
import { makeOldWorld, openCasesOn } from "./old-world.ts";
import { CASES, DECISION, NEW_DAY, ROWS, VILLAGES, WORLD } from "./small-world.ts";

let app: TestApp;
let admin: SignedIn;
let before: Awaited<ReturnType<typeof footprint>>;
const job = (): Job => {
  const found = app.jobs.find((one) => one.name === "reorganise-units");
  if (found === undefined) throw new Error("no job");
  return found;
};
const run = () => job().run({}, { now: app.clock.read(), progress: async () => {} });
const one = async <T>(sql: string, values: unknown[] = []): Promise<T | undefined> =>
  (await app.db.ownerPool.query<{ answer: T }>(`select (${sql}) as answer`, values)).rows[0]?.answer;
const id = (code: string) => app.directory.unitByCode(code)?.id ?? 0;
const plan = (fields: Record<string, string>) =>
  app.post(admin, "/officer/organisation/reorganisations/new", {
    do: "plan",
    effectiveOn: "01/12/2026",
    decision: DECISION,
    reason: "Sắp xếp đơn vị hành chính",
    table: ROWS,
    ...fields,
  });

beforeAll(async () => {
  app = await testApp();
  await makeOldWorld(app.db, WORLD);
  await openCasesOn(app.db, WORLD, { cases: CASES, now: app.clock.read(), villages: VILLAGES });
  await app.directory.refresh();
  admin = await app.signedIn("quang.dn.quantri");
  await app.db.ownerPool.query(
    `with away as (insert into organisation.absence (officer_id, from_day, to_day, reason, recorded_at)
       select id, '2026-11-20', '2027-01-20', 'Đi học', now() from organisation.officer
       where staff_code = 'Q1.01X-leader' returning id),
     deputy as (insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
       select id, $1, 'leader', $2 from away)
     insert into cases.share_setting (unit_id, post_kind, automatic, set_by, set_at)
     values ($1, 'specialist', true, $2, now())`,
    [id("Q1.01X"), admin.officerId],
  );
  await app.db.ownerPool.query(
    `with one as (select id, code, procedure_name, deciding_unit_id as unit, due_at from cases.case_file
       where deciding_unit_id = $1 and due_at is not null order by id limit 1),
     notice as (insert into steering.notice (kind, case_id, step_seq, rule_code, case_code, procedure_name, work, unit_id,
         at, to_unit_id, to_post, settled_at)
       select 'warning', id, step, 'r' || step, code, procedure_name, 'process', unit, due_at, unit, 'leader',
         case when step = 2 then due_at end from one, generate_series(1, 2) as step),
     draft as (insert into steering.apology_draft (case_id, case_code, procedure_name, unit_id, due_at, proposed_date, state,
         opened_at)
       select id, code, procedure_name, unit, due_at, '2027-01-04', 'open', due_at from one)
     insert into accounts.system_token (name, token_hash, permissions, unit_id, created_at)
     values ('iLIS', '\\x01', '{}', $1, now())`,
    [id("Q1.01X")],
  );
  before = await footprint(app.db);
});
afterAll(() => app.close());

describe("who may re-organise", () => {
  const BASE = "/officer/organisation/reorganisations";

  it.each(["linh.ptk.vanphong", "phuoc.dh.xaydung", "an.nv.motcua"])("%s may not", async (username) => {
    const officer = await app.signedIn(username);
    for (const url of [BASE, `${BASE}/new`, `${BASE}/1`, `${BASE}/1/cases`])
      expect((await app.inject({ url, cookies: { ...officer.cookies } })).statusCode).toBe(403);
    for (const url of [`${BASE}/new`, `${BASE}/1/withdraw`, `${BASE}/1/cases`])
      expect((await app.post(officer, url, { do: "plan", reason: "x" })).statusCode).toBe(403);
  });

  it("nobody may without signing in", async () => {
    expect((await app.inject(BASE)).statusCode).toBe(303);
  });
});

describe("a plan with faults", () => {
  it.each([
    [{ effectiveOn: "23/11/2026" }, "phải sau hôm nay"],
    [{ effectiveOn: "32/13/2026" }, "không phải ngày"],
    [{ decision: "" }, "Số văn bản: chưa ghi"],
    [{ table: "" }, "Chưa có việc nào"],
    [{ table: "nuốt;Q1;Q2" }, "Dòng 1 không hiểu được"],
    [{ table: "nhập;Q1;H21.100" }, "vẫn trực thuộc"],
    [{ table: "nhập;Q1.01X;Q9" }, "không có đơn vị Q9"],
    [
      { table: "chia;Q1.02X;Q1.01X;thôn Một\nchia;Q1.02X;Q1.03X;phần còn lại" },
      "chưa chọn nơi đến cho Q1.02X-leader",
    ],
  ])("%j comes back with what was typed: %s", async (fields, said) => {
    const answer = await plan(fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain("Sắp xếp đơn vị hành chính");
  });

  it("shows what it would do, and asks where the people of a split unit go", async () => {
    const open = ROWS.split("\n").filter((line) => !line.startsWith("vị trí"));
    const asks = await plan({ do: "preview", table: open.join("\n") });
    expect(asks.statusCode).toBe(200);
    expect(asks.body).toContain("Chọn nơi đến");
    expect(asks.body).not.toContain("Chốt kế hoạch");
    const shown = await plan({ do: "preview" });
    expect(shown.body).toContain("Chốt kế hoạch");
    expect(shown.body).toContain("Ủy ban nhân dân xã An Vinh");
    expect(await footprint(app.db)).toEqual(before);
  });
});

describe("a plan that waits for its day", () => {
  it("is withdrawn with a reason, once, and another may not touch its units until then", async () => {
    const planned = await plan({ effectiveOn: "05/01/2027", decision: "1/THỬ" });
    const url = String(planned.headers.location);
    const second = await plan({ decision: "2/THỬ" });
    expect(second.statusCode).toBe(422);
    expect(second.body).toContain("đã nằm trong kế hoạch đang chờ theo 1/THỬ");
    expect((await app.post(admin, `${url}/withdraw`, { reason: "" })).statusCode).toBe(422);
    expect((await app.post(admin, `${url}/withdraw`, { reason: "Lập nhầm" })).statusCode).toBe(303);
    expect((await app.post(admin, `${url}/withdraw`, { reason: "Lần nữa" })).statusCode).toBe(422);
    const page = await app.inject({ url, cookies: { ...admin.cookies } });
    expect(page.body).toContain("Lập nhầm");
    await app.db.ownerPool.query("delete from organisation.reorganisation");
  });
});

describe("a small merger with every trap", () => {
  it("is planned for a day, and changes nothing until then", async () => {
    expect((await plan({})).statusCode).toBe(303);
    expect(await run()).toBeUndefined();
    expect(await footprint(app.db)).toEqual(before);
  });

  it("killed half-way goes on when it is started again, days late", async () => {
    app.clock.moveTo(instantOf("2026-12-03", 8 * 60));
    let reports = 0;
    const dies = job().run(
      {},
      {
        now: app.clock.read(),
        progress: async () => {
          if (++reports === 2) throw new Error("killed");
        },
      },
    );
    await expect(dies).rejects.toThrow("killed");
    const handed = await one<number>("select count(*) from cases.handed");
    expect(handed).toBeGreaterThan(0);
    expect(handed).toBeLessThan(CASES);
    await run();
    expect(await one("select state from organisation.reorganisation")).toBe("carrying-out");
    app.clock.moveTo(app.clock.read() + MINUTE_MS);
    await run();
    expect(await one("select state from organisation.reorganisation")).toBe("carried-out");
    expect(await run()).toBeUndefined();
  });

  it("loses no case, no step and no post; no code, date or paper moves", async () => {
    expect(await footprint(app.db)).toEqual(before);
    expect(await orphans(app.db, NEW_DAY)).toEqual([]);
  });

  it("sends every case to the right successor", async () => {
    const open = (from: string, to: string) =>
      one<number>(
        `select count(*)::int from cases.handed as h join cases.case_file as f on f.id = h.case_id
         where h.from_unit_id = $1 and f.deciding_unit_id = $2`,
        [id(from), id(to)],
      );
    const all = (from: string) =>
      one<number>("select count(*)::int from cases.handed where from_unit_id = $1", [id(from)]);
    expect(await open("Q1.01X", "N1")).toBe(await all("Q1.01X"));
    // Of the same name in another district.
    expect(await open("Q2.01X", "N3")).toBe(await all("Q2.01X"));
    const villages = await app.db.ownerPool.query<{ address: string; code: string; unsure: string | null }>(
      `select f.state -> 'applicant' ->> 'address' as address, unit.code, h.unsure from cases.handed as h
       join cases.case_file as f on f.id = h.case_id join organisation.unit as unit on unit.id = f.deciding_unit_id
       where h.from_unit_id = $1`,
      [id("Q1.02X")],
    );
    expect(villages.rows.length).toBeGreaterThan(20);
    for (const { address, code, unsure } of villages.rows) {
      // thôn Một is named; thôn Năm is in no list and neither is nothing: the main successor, for a person to look at.
      expect([address, code, unsure]).toEqual([
        address,
        "N1",
        address.includes("thôn Một") ? null : "part-unknown",
      ]);
    }
    const districts = await app.db.ownerPool.query<{
      address: string;
      from: string;
      code: string;
      unsure: string | null;
    }>(
      `select f.state -> 'applicant' ->> 'address' as address, old.code as from, unit.code, h.unsure
       from cases.handed as h join cases.case_file as f on f.id = h.case_id
       join organisation.unit as unit on unit.id = f.deciding_unit_id
       join organisation.unit as old on old.id = h.from_unit_id where old.level = 'district'`,
    );
    expect(districts.rows.length).toBeGreaterThan(100);
    for (const { address, from, code } of districts.rows) {
      const to = /Chư Krêy/.test(address) || from === "Q2" ? "N3" : "N1";
      expect([address, code]).toEqual([address, to]);
    }
  });

  it("leaves a sound history and rows that are what the actions say", () => expectSound(app.db, CASES));

  it("moves the officers as the plan says, and the queue of a successor is the sum of what it took over", async () => {
    const unitsOf = async (staff: string) =>
      (
        await app.db.ownerPool.query<{ code: string }>(
          `select unit.code from organisation.post join organisation.unit as unit on unit.id = post.unit_id
           join organisation.officer as o on o.id = post.officer_id
           where o.staff_code = $1 and post.valid_to is null`,
          [staff],
        )
      ).rows.map((row) => row.code);
    expect(await unitsOf("Q1.02X-leader")).toEqual(["N2"]);
    expect(await unitsOf("Q1.02X-clerk")).toEqual(["N1"]);
    expect(await unitsOf("Q1-clerk")).toEqual(["H21.00"]);
    expect(await unitsOf("Q1-leader")).toEqual(["N1"]);
    expect(await doublePosts(app.db)).toEqual([]);
    const queues = await one<number>(
      "select count(*)::int from cases.step where closed_at is null and unit_id = any ($1)",
      [
        [
          "N1",
          "N2",
          "N3",
          "N1.01",
          "N2.01",
          "N3.01",
          "H21.00",
          "H21.00.01",
          "H21.100",
          "H21.100.01",
          "H21",
        ].map(id),
      ],
    );
    expect(queues).toBe(before?.steps);
  });

  it("lets a person send an unsure case on, with a reason, and shows the rest", async () => {
    const officer = await app.signedIn("quang.dn.quantri");
    const [unsure] = (
      await app.db.ownerPool.query<{ id: string; version: number; code: string; plan: number; due: string }>(
        `select f.id, f.version, f.code, h.reorganisation_id as plan, f.due_at as due from cases.handed as h
         join cases.case_file as f on f.id = h.case_id where h.unsure is not null order by f.id limit 1`,
      )
    ).rows;
    if (unsure === undefined) throw new Error("nothing is unsure");
    const url = `/officer/organisation/reorganisations/${unsure.plan}/cases`;
    const list = await app.inject({ url, cookies: { ...officer.cookies } });
    expect(list.body).toContain(unsure.code);
    const send = (more: Record<string, string>) =>
      app.post(officer, url, {
        caseId: unsure.id,
        version: String(unsure.version),
        unit: "N2",
        reason: "Sổ địa chính",
        ...more,
      });
    expect((await send({ reason: "" })).statusCode).toBe(422);
    expect((await send({ unit: "N1.01" })).statusCode).toBe(422);
    expect((await send({ unit: "Q1" })).statusCode).toBe(422);
    expect((await send({ version: "1" })).statusCode).toBe(409);
    expect((await send({})).statusCode).toBe(303);
    expect((await send({ version: String(unsure.version + 1) })).statusCode).toBe(409);
    const now = await app.db.ownerPool.query(
      `select unit.code, f.code as case_code, f.due_at as due from cases.case_file as f
       join organisation.unit as unit on unit.id = f.deciding_unit_id where f.id = $1`,
      [unsure.id],
    );
    expect(now.rows).toEqual([{ code: "N2", case_code: unsure.code, due: unsure.due }]);
    expect((await app.inject({ url, cookies: { ...officer.cookies } })).body).not.toContain(unsure.code);
    expect(await orphans(app.db, NEW_DAY)).toEqual([]);
    await expectSound(app.db, CASES);
  });

  it("counts what came in under the units of that time, or under those of today", async () => {
    const leader = await app.signedIn("phuoc.dh.xaydung");
    const report = async (by: string) =>
      (
        await app.inject({
          url: `/officer/reports/on-time.csv?from=01/10/2026&to=30/11/2026&by=${by}`,
          cookies: { ...leader.cookies },
        })
      ).body;
    const received = (text: string, code: string) => {
      const line = text.split("\n").find((one) => one.startsWith(`${code},`) || one.startsWith(`"${code}",`));
      return line === undefined ? 0 : Number(/,(\d+),\d+,\d+,\d+,\d+,\d+,[^,]*$/.exec(line.trim())?.[1]);
    };
    const [then, now] = [await report("then"), await report("now")];
    const old = ["Q1.01X", "Q1.02X", "Q1.03X", "Q2.01X", "Q2.02X", "Q1", "Q2"];
    const sum = (text: string, codes: readonly string[]) =>
      codes.reduce((total, code) => total + received(text, code), 0);
    expect(sum(then, ["N1", "N2", "N3"])).toBe(0);
    expect(sum(then, old)).toBeGreaterThan(1000);
    expect(sum(now, old)).toBe(0);
    expect(sum(now, ["N1", "N2", "N3", "H21.00"])).toBe(sum(then, [...old, "H21.00"]));
  });

  it("takes along what neighbours keep: reminders that still ask, apologies owed, tokens of systems", async () => {
    const unit = (sql: string) =>
      one<string>(`select unit.code from organisation.unit as unit where unit.id = (${sql})`);
    expect(await unit("select to_unit_id from steering.notice where settled_at is null")).toBe("N1");
    expect(await unit("select unit_id from steering.notice where settled_at is null")).toBe("N1");
    // What was settled stays as it was said.
    expect(await unit("select to_unit_id from steering.notice where settled_at is not null")).toBe("Q1.01X");
    expect(await unit("select unit_id from steering.apology_draft")).toBe("N1");
    expect(await unit("select unit_id from accounts.system_token")).toBe("N1");
    expect(await unit("select max(unit_id) from organisation.delegation")).toBe("N1");
    expect(await unit("select max(unit_id) from cases.share_setting where automatic")).toBe("N1");
  });

  it("lets the successor find and read what its predecessors closed, and do nothing else with it", async () => {
    const found = await app.db.ownerPool.query<{ id: number }>(
      "select id from organisation.officer where staff_code = 'Q1.01X-leader'",
    );
    const leader = found.rows[0]?.id ?? 0;
    const facts = officerFacts(app.directory, leader);
    const actor = {
      kind: "officer" as const,
      id: leader,
      name: facts?.name ?? "",
      posts: facts?.posts ?? [],
    };
    expect(unitsFor(actor, "case.read")).toEqual(
      expect.arrayContaining([id("N1"), id("Q1.01X"), id("Q1.02X")]),
    );
    expect(unitsFor(actor, "case.read")).not.toContain(id("Q2.01X"));
    expect(unitsFor(actor, "case.approve")).toEqual([id("N1")]);
  });

  it("keeps the old names findable, each by its former district", async () => {
    const found = await app.inject("/api/v1/places?q=an+trung");
    expect(found.json()).toMatchObject({
      places: [
        { name: "xã An Trung", formerDistrict: "huyện An Lão", unit: { code: "N1" } },
        { name: "xã An Trung", formerDistrict: "huyện Kông Chro", unit: { code: "N3" } },
      ],
    });
    const { cookies } = await app.signedIn("quang.dn.quantri");
    const page = await app.inject({ url: "/officer/organisation?q=an+trung", cookies: { ...cookies } });
    expect(page.body).toContain("xã An Trung (huyện Kông Chro cũ)");
  });
});

describe("a plan that no longer fits on its day", () => {
  it("changes nothing, says why once, and may be withdrawn", async () => {
    admin = await app.signedIn("quang.dn.quantri");
    const rename = "đổi tên;H21.100;;;Ủy ban nhân dân phường Mới";
    const planned = await plan({ effectiveOn: "10/12/2026", decision: "3/THỬ", table: rename });
    expect(planned.statusCode).toBe(303);
    await app.db.ownerPool.query(
      "update organisation.unit set valid_to = '2026-12-05' where code = 'H21.100'",
    );
    app.clock.moveTo(instantOf("2026-12-10", 60));
    expect(await run()).toMatchObject({ done: 0 });
    expect(await run()).toBeUndefined();
    admin = await app.signedIn("quang.dn.quantri");
    const url = String(planned.headers.location);
    const page = await app.inject({ url, cookies: { ...admin.cookies } });
    expect(page.body).toContain("H21.100: không có đơn vị này");
    expect((await app.post(admin, `${url}/withdraw`, { reason: "Lập lại" })).statusCode).toBe(303);
  });
});
