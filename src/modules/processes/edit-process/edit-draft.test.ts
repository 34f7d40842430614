import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { runJob } from "../../../platform/jobs.ts";
import { createLog } from "../../../platform/log.ts";
import { rebuild } from "../../cases/index.ts";
import { fieldsOf } from "../testing/editor-form.ts";
import { receivedCase } from "../testing/received-case.ts";

const CODE = "1.004873";
const LIST = "/officer/processes";

let app: TestApp;
let controller: SignedIn;
let desk: SignedIn;
let draftUrl: string;

const get = (url: string, as: SignedIn | undefined = controller) =>
  app.inject({ method: "GET", url, ...(as === undefined ? {} : { cookies: { ...as.cookies } }) });
const processId = async (version: number, variant = "") =>
  (
    await app.db.ownerPool.query<{ id: number }>(
      "select id from processes.process where procedure_code = $1 and variant_code = $2 and version = $3",
      [CODE, variant, version],
    )
  ).rows[0]?.id;
const stored = async () =>
  (
    await app.db.ownerPool.query(
      "select version, steps, terms, fault_count from processes.draft where procedure_code = $1",
      [CODE],
    )
  ).rows[0];
/** Sends the editor back as it was drawn, with some fields changed and a button pressed. */
const send = async (changes: Readonly<Record<string, string | string[]>>, button = "save") => {
  const page = await get(draftUrl);
  return app.post(controller, draftUrl, { ...fieldsOf(page.body, draftUrl), do: button, ...changes });
};
const audits = async (command: string) =>
  (
    await app.db.ownerPool.query("select outcome from platform.audit where command = $1 order by id", [
      command,
    ])
  ).rows.map(({ outcome }) => outcome);

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
  desk = await app.signedIn("thuy.kt.pleiku");
});
afterAll(() => app.close());

describe("a controller of procedures", () => {
  it("finds a process with or without marks, by code and by state", async () => {
    for (const q of ["xác nhận tình trạng hôn nhân", "xac nhan tinh trang hon nhan", CODE])
      expect((await get(`${LIST}?q=${encodeURIComponent(q)}`)).body).toContain(CODE);
    expect((await get(`${LIST}?state=draft`)).body).toContain("Không tìm thấy quy trình nào");
    const first = await get(LIST);
    const next = /href="(\/officer\/processes\?after=[^"]+)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&");
    expect(next).toBeDefined();
    expect((await get(next ?? "")).statusCode).toBe(200);
  });

  it("begins a draft from the version in force, one for everybody", async () => {
    const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
    expect(begun.statusCode).toBe(303);
    draftUrl = String(begun.headers.location);
    const again = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
    expect(again.headers.location).toBe(draftUrl);
    expect(await audits("process.start-draft")).toEqual(["done", "draft-open"]);
    const page = await get(draftUrl);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Không còn lỗi, có thể công bố");
    expect((await get(`${LIST}?state=draft`)).body).toContain(draftUrl);
  });

  it("inserts, moves and deletes rows, and what stands in the others is kept", async () => {
    const before = fieldsOf((await get(draftUrl)).body, draftUrl);
    const inserted = await send({}, "insert:0");
    expect(inserted.headers.location).toBe(`${draftUrl}#s.1.name`);
    const after = fieldsOf((await get(draftUrl)).body, draftUrl);
    expect(Number(after.rows)).toBe(Number(before.rows) + 1);
    expect(after["s.1.name"]).toBe("Bước mới");
    expect(after["s.2.name"]).toBe(before["s.1.name"]);
    await send({}, "down:1");
    expect(fieldsOf((await get(draftUrl)).body, draftUrl)["s.2.name"]).toBe("Bước mới");
    await send({}, "up:2");
    expect((await stored())?.fault_count).toBe(1);
    expect((await get(`${LIST}?state=faults`)).body).toContain("1 lỗi");
    await send({}, "remove:1");
    expect(fieldsOf((await get(draftUrl)).body, draftUrl)["s.1.name"]).toBe(before["s.1.name"]);
  });

  it("writes budgets in days, hours and fractions, and sees the sum against the limit of the law", async () => {
    await send({ "s.0.budget": "0,25", "s.0.budgetUnit": "day" });
    expect((await stored())?.steps[0].budgetMinutes).toBe(120);
    await send({ "s.0.budget": "2", "s.0.budgetUnit": "hour" });
    expect((await stored())?.steps[0].budgetMinutes).toBe(120);
    const page = await get(draftUrl);
    expect(fieldsOf(page.body, draftUrl)["s.0.budget"]).toBe("0,25");
    const over = await send({ "s.1.budget": "90", "s.1.budgetUnit": "day" });
    expect(over.statusCode).toBe(303);
    expect((await get(draftUrl)).body).toMatch(/Vượt thời hạn [\d,]+ ngày/);
    await send({ "s.1.budget": "1", "s.1.budgetUnit": "day" });
  });

  it.each([
    [{ "s.1.budget": "0,3x" }, "Chưa đọc được thời gian", "0,3x"],
    [{ "s.1.unit": "named", "s.1.unitCode": "H99.99" }, "Không có cơ quan mã này", "H99.99"],
    [{ first: "sớm", second: "5 ngày" }, "Chưa đọc được thời hạn", "sớm"],
    [{ silent: "granted" }, "phải ghi điều luật", "granted"],
    [{ "s.1.unitCode": "H21.18" }, "Mã này chỉ dùng khi nơi làm", "H21.18"],
    [{ "s.1.subprocess": "1.004837" }, "Mã này chỉ dùng khi việc", "1.004837"],
    [{ "s.1.work": "subprocess", "s.1.subprocessVariant": "1.004837.01" }, "Hãy điền ô này", "1.004837.01"],
    [{ basis: "Điều 9 vừa gõ" }, "Điều luật chỉ dùng khi", "Điều 9 vừa gõ"],
  ])("gets a wrong form back with all that was typed (%#)", async (changes, fault, kept) => {
    const before = await stored();
    const answer = await send({ ...changes, "s.0.name": "Tên vừa gõ <b>" }, "insert:0");
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(fault);
    expect(answer.body).toContain(kept);
    expect(fieldsOf(answer.body, draftUrl)["s.0.name"]).toBe("Tên vừa gõ <b>");
    expect(await stored()).toEqual(before);
  });

  it("lets fall away what a changed choice has left in a field", async () => {
    const named = await send({ "s.1.unit": "named", "s.1.unitCode": "H21.18" });
    expect(named.statusCode).toBe(303);
    expect((await stored())?.steps[1].unit).toBe("unit:H21.18");
    const back = await send({ "s.1.unit": "deciding-unit" });
    expect(back.statusCode).toBe(303);
    expect((await stored())?.steps[1].unit).toBe("deciding-unit");
  });

  it("chooses by facts, forks and joins, stops the clock, sets terms: all is stored and drawn again as it was", async () => {
    await send({}, "insert:1");
    await send({}, "insert:2");
    const ids = (await stored())?.steps.map(({ id }: { id: string }) => id);
    await send({ "s.0.flow": "parallel", "s.2.flow": "to", "s.3.flow": "to", "s.1.flow": "choice" });
    await send({
      "s.0.parallel": [ids[1], ids[2]],
      "s.0.join": ids[4],
      "s.1.b.0.fact": "fee",
      "s.1.b.0.is": "at-least",
      "s.1.b.0.values": "1.000.000",
      "s.1.b.0.to": ids[3],
      "s.1.otherwise": ids[4],
      "s.2.to": ids[4],
      "s.2.name": "Trích đo",
      "s.2.uncounted": "survey",
      "s.2.unit": "named",
      "s.2.unitCode": "H21.18",
      "s.3.name": "Cho ý kiến",
      "s.3.work": "opinion",
      "s.3.budget": "4",
      "s.3.budgetUnit": "hour",
      "s.3.silence": "consent",
      "s.3.outcomes": ["send-back"],
      "s.3.to": ids[4],
      first: "2 ngày làm việc",
      second: "1 ngày làm việc",
      silent: "granted",
      basis: "Điều 8",
    });
    const { steps, terms, fault_count } = (await stored()) ?? {};
    expect(fault_count).toBe(2);
    expect(steps[0].then).toEqual({ kind: "parallel", branches: [ids[1], ids[2]], join: ids[4] });
    expect(steps[1].then).toEqual({
      kind: "choice",
      branches: [{ when: { fact: "fee", is: "at-least", value: 1_000_000 }, to: ids[3] }],
      otherwise: ids[4],
    });
    expect(steps[2]).toMatchObject({ uncounted: "survey", unit: "unit:H21.18", budgetMinutes: 0 });
    expect(steps[3]).toMatchObject({ silence: "consent", outcomes: ["send-back"], budgetMinutes: 240 });
    expect(terms).toEqual({
      appointments: {
        first: { amount: 2, unit: "working-day" },
        second: { amount: 1, unit: "working-day" },
      },
      whenSilent: { outcome: "granted", basis: "Điều 8" },
    });
    const again = await send({});
    expect(again.statusCode).toBe(303);
    expect((await stored())?.steps).toEqual(steps);
    const page = await get(draftUrl);
    expect(page.body).toContain("<svg");
    // The step that waits for the branches is none of them.
    expect(page.body).toContain(`name="s.0.parallel" value="${ids[1]}"`);
    expect(page.body).not.toContain(`name="s.0.parallel" value="${ids[4]}"`);
    expect(page.body).toContain("Phí, lệ phí (đồng) từ 1.000.000");
    expect(page.body).toContain("không thể dừng riêng cho một nhánh song song");
    expect(page.body).toContain("không có bước chờ nộp nghĩa vụ tài chính ở giữa");
    const mended = {
      "s.2.uncounted": "",
      "s.2.budget": "1",
      "s.2.budgetUnit": "hour",
      first: "",
      second: "",
    };
    await send(mended);
    expect((await stored())?.fault_count).toBe(0);
  });

  it("is told of faults with a link to the row, and cannot publish them", async () => {
    await send({ "s.1.name": "" });
    const page = await get(draftUrl);
    expect(page.body).toContain('href="#s.1.name"');
    expect(page.body).toContain("chưa có tên");
    const publish = await app.post(controller, `${draftUrl}/publish`, {
      version: String((await stored())?.version),
      validFrom: "01/12/2026",
      decision: "1/QĐ",
      reason: "Thử",
    });
    expect(publish.statusCode).toBe(422);
    expect((await get(`${draftUrl}/try`)).body).toContain("chưa chạy thử được");
    await send({ "s.1.name": "Thẩm định" });
  });

  it("does not overwrite what somebody else saved meanwhile: sees both, and may save again knowing it", async () => {
    const old = fieldsOf((await get(draftUrl)).body, draftUrl);
    await send({ "s.0.name": "Tên của người khác", "s.1.post": "leader" });
    const answer = await app.post(controller, draftUrl, { ...old, do: "save", "s.0.name": "Tên của tôi" });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Người khác đã lưu bản soạn này");
    expect(answer.body).toContain("Phạm Thị Khánh Linh lưu lúc");
    for (const text of ["Tên của người khác", "Tên của tôi", "Lãnh đạo"])
      expect(answer.body.slice(0, answer.body.indexOf(`action="${draftUrl}"`))).toContain(text);
    const again = fieldsOf(answer.body, draftUrl);
    expect(again["s.0.name"]).toBe("Tên của tôi");
    expect((await stored())?.steps[0].name).toBe("Tên của người khác");
    const third = await send({ "s.0.name": "Tên của người thứ ba" });
    expect(third.statusCode).toBe(303);
    expect((await app.post(controller, draftUrl, { ...again, do: "save" })).statusCode).toBe(422);
    const last = await app.post(controller, draftUrl, { ...old, do: "save", "s.0.name": "Tên của tôi" });
    const saved = await app.post(controller, draftUrl, { ...fieldsOf(last.body, draftUrl), do: "save" });
    expect(saved.statusCode).toBe(303);
    expect((await stored())?.steps[0].name).toBe("Tên của tôi");
  });

  it("tries it with an invented case and writes nothing", async () => {
    const before = await stored();
    const query = new URLSearchParams({
      start: "08:00 23/11/2026",
      "fact.fee": "2000000",
      "late.receive": "1 ngày",
    });
    const tried = await get(`${draftUrl}/try?${query}`);
    expect(tried.statusCode).toBe(200);
    expect(tried.body).toContain("Trễ 1 ngày");
    expect(tried.body).toContain("Cho ý kiến");
    const wrong = await get(
      `${draftUrl}/try?${new URLSearchParams({ start: "mai", "takes.receive": "lâu" })}`,
    );
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="mai"');
    expect(wrong.body).toContain('value="lâu"');
    expect(await stored()).toEqual(before);
  });

  it("publishes with a decision from today on, never in the past", async () => {
    const version = String((await stored())?.version);
    const form = { version, decision: "45/QĐ-UBND", reason: "Rút ngắn thời gian", running: "stay" };
    const past = await app.post(controller, `${draftUrl}/publish`, { ...form, validFrom: "01/11/2026" });
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain("không được ở quá khứ");
    expect(past.body).toContain("Rút ngắn thời gian");
    const done = await app.post(controller, `${draftUrl}/publish`, { ...form, validFrom: "23/11/2026" });
    expect(done.headers.location).toBe(`${LIST}/${await processId(2)}`);
    expect(await stored()).toBeUndefined();
    const page = await get(String(done.headers.location));
    for (const text of ["45/QĐ-UBND", "Rút ngắn thời gian", "Phạm Thị Khánh Linh", "Điều 8"])
      expect(page.body).toContain(text);
    const old = await app.db.ownerPool.query("select valid_to from processes.process where id = $1", [
      await processId(1),
    ]);
    expect(old.rows).toEqual([{ valid_to: "2026-11-23" }]);
    expect(await audits("process.publish")).toEqual(["draft-faulty", "date-past", "done"]);
  });
});

describe("a publication that moves running cases", () => {
  it("shows who moves and who stays, moves them in the background, and every row replays", async () => {
    const caseId = await receivedCase(app, desk, CODE);
    const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
    draftUrl = String(begun.headers.location);
    await send({ "s.0.budget": "1", "s.0.budgetUnit": "hour" });
    const form = await get(`${draftUrl}/publish`);
    expect(form.body).toContain("1 hồ sơ đang chạy: 1 chuyển được, 0 ở lại");
    const published = await app.post(controller, `${draftUrl}/publish`, {
      ...fieldsOf(form.body, `${draftUrl}/publish`),
      do: "publish",
      decision: "46/QĐ-UBND",
      reason: "Thử",
      running: "move",
    });
    expect(published.statusCode, published.body).toBe(303);
    const url = String(published.headers.location);
    expect((await get(url)).body).toContain("đang chờ đến lượt");
    const job = app.jobs.find(({ name }) => name === "move-running-cases");
    const order = await app.db.ownerPool.query<{ id: number }>("select id from cases.process_move");
    if (job === undefined) throw new Error("no such job");
    const log = createLog("silent");
    const worker = { database: app.db.database, clock: app.clock.read, log, jobs: app.jobs };
    await runJob(worker, job, { move: order.rows[0]?.id });
    expect((await get(url)).body).toContain("1 hồ sơ đã chuyển, 0 ở lại");
    const moved = await app.inject({ url: `/api/v1/cases/${caseId}`, cookies: { ...desk.cookies } });
    expect(moved.statusCode, moved.body).toBe(200);
    expect((await rebuild(app.db.database.pool, { check: true })).mended).toEqual([]);
  });

  it("begins a process of a variant's own from that of the whole procedure", async () => {
    const whole = await app.db.ownerPool.query<{ id: number }>(
      "select id from processes.process where procedure_code = '1.013225' and variant_code = ''",
    );
    const page = await get(`${LIST}/${whole.rows[0]?.id}`);
    expect(page.body).toContain("Soạn quy trình riêng cho một trường hợp");
    const own = { procedureCode: "1.013225", variantCode: "1.013225.01" };
    const begun = await app.post(controller, `${LIST}/drafts`, own);
    expect((await get(String(begun.headers.location))).body).toContain("Trường hợp: ");
    const stranger = await app.post(controller, `${LIST}/drafts`, { ...own, variantCode: "9.9" });
    expect(stranger.headers.location).toBe(LIST);
  });

  it("lets a draft go without touching what is in force", async () => {
    const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
    const url = String(begun.headers.location);
    const confirm = await get(`${url}/discard`);
    const gone = await app.post(controller, `${url}/discard`, fieldsOf(confirm.body, `${url}/discard`));
    expect(gone.headers.location).toBe(LIST);
    expect((await get(url)).statusCode).toBe(410);
    expect(await processId(3)).toBeDefined();
    expect(await processId(4)).toBeUndefined();
    expect(await audits("process.discard-draft")).toEqual(["done"]);
  });
});

describe("everybody else", () => {
  it("reads published processes and edits none; strangers read nothing", async () => {
    const id = await processId(3);
    const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
    const url = String(begun.headers.location);
    for (const open of [LIST, `${LIST}/${id}`, `${LIST}/${id}/try`]) {
      const page = await get(open, desk);
      expect([open, page.statusCode]).toEqual([open, 200]);
      expect(page.body).not.toContain("Soạn phiên bản mới");
      expect(page.body).not.toContain(url);
      expect((await app.inject({ url: open })).statusCode).toBe(303);
    }
    for (const closed of [url, `${url}/publish`, `${url}/try`, `${url}/discard`])
      expect([closed, (await get(closed, desk)).statusCode]).toEqual([closed, 403]);
    for (const closed of [`${LIST}/drafts`, url, `${url}/publish`, `${url}/discard`])
      expect([closed, (await app.post(desk, closed, { procedureCode: CODE })).statusCode]).toEqual([
        closed,
        403,
      ]);
    expect((await stored())?.version).toBe(1);
  });

  it("gets a published process as BPMN, and no page for ids that are none", async () => {
    const file = await get(`${LIST}/${await processId(3)}/bpmn`, desk);
    expect(file.headers["content-type"]).toContain("application/xml");
    expect(file.body).toContain("<bpmn:process");
    for (const url of [`${LIST}/999999`, `${LIST}/x`, `${LIST}/drafts/999999`, `${LIST}/999999/bpmn`])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
    const unknown = await app.post(controller, `${LIST}/drafts`, { procedureCode: "9.999999" });
    expect(unknown.headers.location).toBe(LIST);
  });

  it("reads processes through the API with a session, and gets a problem without", async () => {
    const list = await get(`/api/v1/processes?procedure=${CODE}`, desk);
    expect(list.json().processes).toEqual([
      expect.objectContaining({ procedureCode: CODE, version: 3, id: await processId(3) }),
    ]);
    const first = await get("/api/v1/processes?limit=2", desk);
    expect(first.json().processes).toHaveLength(2);
    const second = await get(
      `/api/v1/processes?limit=2&after=${encodeURIComponent(first.json().next)}`,
      desk,
    );
    expect(second.json().processes[0]).not.toEqual(first.json().processes[0]);
    const whole = await get(`/api/v1/processes/${await processId(3)}`, desk);
    expect(whole.json()).toMatchObject({ version: 3, decision: "46/QĐ-UBND" });
    expect(whole.json().steps[0].then).toMatchObject({ kind: "parallel" });
    expect((await get("/api/v1/processes/999999", desk)).json()).toMatchObject({ status: 404 });
    expect((await app.inject({ url: "/api/v1/processes" })).statusCode).toBe(401);
  });
});
