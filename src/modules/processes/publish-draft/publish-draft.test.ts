import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { fieldsOf } from "../testing/editor-form.ts";
import { receivedCase } from "../testing/received-case.ts";

const CODE = "1.004873";
const OTHER = "1.004837";
const THIRD = "1.000656";
const LIST = "/officer/processes";
type Fields = Readonly<Record<string, string | string[]>>;

let app: TestApp;
let controller: SignedIn;
let desk: SignedIn;

const get = async (url: string) =>
  (await app.inject({ method: "GET", url, cookies: { ...controller.cookies } })).body;
/** Carries out the latest order to move cases. */
const move = async () => {
  const order = await app.db.ownerPool.query("select max(id) as id from cases.process_move");
  const job = app.jobs.find(({ name }) => name === "move-running-cases");
  return job?.run({ move: order.rows[0]?.id }, { now: app.clock.read(), progress: async () => {} });
};
/** Sends the editor back as it was drawn, with some fields changed. */
const send = async (url: string, fields: Fields) =>
  app.post(controller, url, { ...fieldsOf(await get(url), url), do: "save", ...fields });
const hour = (row: number) => ({ [`s.${row}.budget`]: "1", [`s.${row}.budgetUnit`]: "hour" });
/** Begins a draft from nothing; its address. */
const fresh = async (procedureCode: string): Promise<string> =>
  String((await app.post(controller, `${LIST}/drafts`, { procedureCode, from: "nothing" })).headers.location);
/** Begins a draft whose first step takes so many minutes; its address. */
const draft = async (minutes: string): Promise<string> => {
  const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
  const url = String(begun.headers.location);
  await send(url, { "s.0.budget": minutes, "s.0.budgetUnit": "minute" });
  return url;
};
/** Publishes it as its form was drawn, with some fields changed. */
const publish = async (draftUrl: string, fields: Fields) => {
  const url = `${draftUrl}/publish`;
  const typed = { decision: "47/QĐ-UBND", reason: "Thử", do: "publish", ...fields };
  return app.post(controller, url, { ...fieldsOf(await get(url), url), ...typed });
};

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
  desk = await app.signedIn("thuy.kt.pleiku");
});
afterAll(() => app?.close());

describe("a version that waits for its day", () => {
  it("is taken the place of by name alone; the order to move running cases to it falls away", async () => {
    await receivedCase(app, desk, CODE);
    const waits = await publish(await draft("70"), { validFrom: "15/12/2026", running: "move" });
    const waiting = String(waits.headers.location);
    expect(await get(waiting)).toContain("chưa đến ngày hiệu lực");

    const sooner = await draft("80");
    const form = await get(`${sooner}/publish`);
    expect(form).toContain("Phiên bản 2, có hiệu lực từ 15/12/2026, 47/QĐ-UBND");
    expect(form).toContain("Lệnh chuyển hồ sơ đang chạy sang phiên bản này cũng bị bỏ");
    const refused = await publish(sooner, { validFrom: "01/12/2026" });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("một phiên bản đã công bố sẽ không bao giờ có hiệu lực");
    const replaces = waiting.split("/").at(-1) ?? "";
    const published = await publish(sooner, { validFrom: "01/12/2026", replaces });
    expect(published.statusCode, published.body).toBe(303);

    const page = await get(waiting);
    expect(page).toContain("đã bị phiên bản khác thay");
    expect(page).toContain("Lệnh chuyển hồ sơ đang chạy đã bị bỏ");
    expect(await move()).toEqual({ message: "nothing to move" });
    const terms = await app.db.ownerPool.query(
      "select valid_from, valid_to from processes.process where procedure_code = $1 and version > 1 order by version",
      [CODE],
    );
    expect(terms.rows).toEqual([
      { valid_from: "2026-12-15", valid_to: "2026-12-15" },
      { valid_from: "2026-12-01", valid_to: null },
    ]);
  });

  it("stays where the next version begins later, without a word", async () => {
    const published = await publish(await draft("90"), { validFrom: "20/12/2026" });
    expect(published.statusCode, published.body).toBe(303);
    const ends = await app.db.ownerPool.query(
      "select valid_to from processes.process where procedure_code = $1 and version = 3",
      [CODE],
    );
    expect(ends.rows).toEqual([{ valid_to: "2026-12-20" }]);
  });
});

describe("the day of a version that waits", () => {
  const terms = async () =>
    (
      await app.db.ownerPool.query<{ valid_from: string; valid_to: string | null }>(
        "select valid_from, valid_to from processes.process where procedure_code = $1 order by version",
        [THIRD],
      )
    ).rows.map(({ valid_from, valid_to }) => `${valid_from} – ${valid_to ?? ""}`);
  const begin = async (more: Fields = {}) => {
    const url = String(
      (await app.post(controller, `${LIST}/drafts`, { procedureCode: THIRD })).headers.location,
    );
    if (Object.keys(more).length > 0) await send(url, more);
    return url;
  };
  const idOfNewest = async () =>
    String(
      (
        await app.db.ownerPool.query(
          "select max(id) as id from processes.process where procedure_code = $1",
          [THIRD],
        )
      ).rows[0]?.id,
    );

  it("is brought forward with the same steps, by a decision and a reason of its own", async () => {
    const waits = await publish(await begin({ "s.0.budget": "25", "s.0.budgetUnit": "minute" }), {
      validFrom: "15/12/2026",
    });
    expect(waits.statusCode, waits.body).toBe(303);
    expect(await get(String(waits.headers.location))).toContain("Muốn đổi ngày hiệu lực");
    const replaces = await idOfNewest();
    const url = await begin();
    const unnamed = await publish(url, { validFrom: "01/12/2026" });
    expect(unnamed.statusCode).toBe(422);
    const same = await publish(url, { validFrom: "15/12/2026", replaces });
    expect(same.statusCode).toBe(422);
    expect(same.body).toContain("không đổi gì");
    const sooner = { validFrom: "01/12/2026", replaces, decision: "60/QĐ-UBND", reason: "Áp dụng sớm hơn" };
    const published = await publish(url, sooner);
    expect(published.statusCode, published.body).toBe(303);
    const page = await get(String(published.headers.location));
    for (const text of ["60/QĐ-UBND", "Áp dụng sớm hơn", "đã bị phiên bản khác thay"])
      expect(page).toContain(text);
    expect((await terms()).slice(-3)).toEqual([
      expect.stringMatching(/ – 2026-12-01$/),
      "2026-12-15 – 2026-12-15",
      "2026-12-01 – ",
    ]);
  });

  it("is put off, and what is in force goes on until then", async () => {
    const replaces = await idOfNewest();
    const url = await begin();
    const unnamed = await publish(url, { validFrom: "10/01/2027" });
    expect(unnamed.statusCode).toBe(422);
    expect(unnamed.body).toContain("không đổi gì");
    const published = await publish(url, { validFrom: "10/01/2027", replaces });
    expect(published.statusCode, published.body).toBe(303);
    expect((await terms()).filter((term) => term.slice(0, 10) !== term.slice(-10))).toEqual([
      expect.stringMatching(/ – 2027-01-10$/),
      "2027-01-10 – ",
    ]);
  });

  it("falls away where the steps in force are published in its place", async () => {
    const replaces = await idOfNewest();
    const url = await begin({ "s.0.budget": "20", "s.0.budgetUnit": "minute" });
    const stale = await publish(url, { validFrom: "11/01/2027", replaces: [replaces, "999999"] });
    expect(stale.statusCode).toBe(422);
    expect(stale.body).toContain("không còn chờ");
    const published = await publish(url, { validFrom: "11/01/2027", replaces });
    expect(published.statusCode, published.body).toBe(303);
    expect((await terms()).filter((term) => term.slice(0, 10) !== term.slice(-10))).toEqual([
      expect.stringMatching(/ – 2027-01-11$/),
      "2027-01-11 – ",
    ]);
  });
});

describe("the running cases of a publication", () => {
  it("are those of the variant alone where it gets its first process, and go by that of the whole procedure until then", async () => {
    // The seed gives each variant a process of its own.
    await app.db.ownerPool.query("delete from processes.process where variant_code like '1.013225.%'");
    const receive = (variantCode: string) => receivedCase(app, desk, "1.013225", { variantCode });
    const [own, other] = [await receive("1.013225.01"), await receive("1.013225.02")];
    const variant = { procedureCode: "1.013225", variantCode: "1.013225.01" };
    const url = String((await app.post(controller, `${LIST}/drafts`, variant)).headers.location);
    expect(await get(url)).toContain("Soạn từ phiên bản 1");
    const form = await get(`${url}/publish`);
    expect(form).toContain("1 hồ sơ đang chạy: 1 chuyển được, 0 ở lại");
    expect(form).toContain("Cả thủ tục: Phiên bản 1");
    const published = await publish(url, { running: "move" });
    expect(published.statusCode, published.body).toBe(303);
    expect(await move()).toEqual({ done: 1, message: "1 of 1 running cases moved" });
    const moved = await app.db.ownerPool.query(
      `select f.id from cases.case_file as f join processes.process as p on p.id = f.process_id
       where f.id = any ($1) and p.variant_code = '1.013225.01'`,
      [[own, other]],
    );
    expect(moved.rows).toEqual([{ id: own }]);
  });

  it("go on at another step where theirs is gone, once somebody says which", async () => {
    const id = await receivedCase(app, desk, OTHER);
    const passed = await app.inject({
      method: "POST",
      url: `/api/v1/cases/${id}/pass-on`,
      cookies: { ...desk.cookies },
      headers: { "x-csrf-token": desk.csrf },
      payload: { input: {} },
    });
    expect(passed.statusCode, passed.body).toBe(200);
    const url = await fresh(OTHER);
    for (const row of [0, 1, 2]) await send(url, { do: `insert:${row}` });
    await send(url, {
      ...{ "s.1.name": "Giải quyết gọn", ...hour(1) },
      ...{ "s.2.name": "Ký", "s.2.work": "approve", "s.2.post": "leader", ...hour(2) },
      ...{ "s.3.name": "Phát hành", "s.3.work": "issue", "s.3.post": "clerk", ...hour(3) },
    });
    expect(await get(`${url}/publish`)).toContain("1 hồ sơ đang chạy: 0 chuyển được, 1 ở lại");
    const looked = await publish(url, { do: "look", reason: "Đang gõ", "map.appraise": "step-3" });
    expect(looked.statusCode).toBe(200);
    expect(looked.body).toContain("2. Giải quyết gọn");
    expect(looked.body).toContain("Đang gõ");
    expect(fieldsOf(looked.body, `${url}/publish`)["map.appraise"]).toBe("step-3");
    const discard = `${url}/discard`;
    await app.post(controller, discard, fieldsOf(await get(discard), discard));
  });

  it("go on at a step of a called process", async () => {
    const url = await fresh(OTHER);
    await send(url, { do: "insert:0" });
    const called = { "s.1.name": "Làm thủ tục kia", "s.1.work": "subprocess", "s.1.subprocess": CODE };
    await send(url, { ...called, ...hour(0), ...hour(1), ...hour(2) });
    const form = await get(`${url}/publish`);
    expect(form).toContain("phiên bản mới không có bước này");
    expect(form).not.toContain("Chưa công bố được");
    const target = /<option value="(step-3\.[^"]+)"/.exec(form)?.[1] ?? "";
    const looked = await publish(url, { do: "look", "map.appraise": target });
    expect(looked.body).toContain("1 hồ sơ đang chạy: 1 chuyển được, 0 ở lại");
    expect(looked.body).not.toContain(`>${target}<`);
    const published = await publish(url, { running: "move", "map.appraise": target });
    expect(published.statusCode, published.body).toBe(303);
    expect(await move()).toEqual({ done: 1, message: "1 of 1 running cases moved" });
  });
});
