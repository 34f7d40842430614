import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { fieldsOf } from "../testing/editor-form.ts";

const CODE = "1.004873";
const LIST = "/officer/processes";
type Fields = Readonly<Record<string, string | string[]>>;

let app: TestApp;
let controller: SignedIn;

const get = async (url: string) => app.inject({ url, cookies: { ...controller.cookies } });
const begin = async () =>
  String((await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE })).headers.location);
const fields = async (url: string) => fieldsOf((await get(url)).body, url);
const save = async (url: string, changes: Fields) =>
  app.post(controller, url, { ...(await fields(url)), do: "save", ...changes });
const publish = async (draft: string, more: Fields = {}) => {
  const url = `${draft}/publish`;
  const typed = { decision: "51/QĐ-UBND", reason: "Rút ngắn", do: "publish", ...more };
  return app.post(controller, url, { ...(await fields(url)), ...typed });
};
const discard = async (draft: string) =>
  app.post(controller, `${draft}/discard`, await fields(`${draft}/discard`));
const drafts = async () =>
  (
    await app.db.ownerPool.query<{ id: number; steps: { name: string }[]; based_on: number | null }>(
      "select id, steps, based_on from processes.draft order by id",
    )
  ).rows;

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
});
afterAll(() => app?.close());

describe("a draft that a colleague ended while somebody edits it", () => {
  it("published: what was typed stays, the page says by whom and when, and a new draft begins with it", async () => {
    const url = await begin();
    await save(url, { "s.0.budget": "25", "s.0.budgetUnit": "minute" });
    const before = await fields(url);
    const published = String((await publish(url)).headers.location);
    const typed = {
      ...before,
      do: "insert:0",
      "s.0.name": "Tên đang gõ <b>",
      silent: "granted",
      basis: "Điều 8",
    };
    const answer = await app.post(controller, url, typed);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Phạm Thị Khánh Linh công bố bản soạn này");
    expect(answer.body).toMatch(/lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
    expect(answer.body).toContain(`href="${published}"`);
    // Beside it, what was published instead.
    expect(answer.body).toContain("<b>Tên đang gõ &lt;b></b>");
    const anew = `${url}/anew`;
    const kept = fieldsOf(answer.body, anew);
    expect(kept).toMatchObject({ "s.0.name": "Tên đang gõ <b>", silent: "granted", basis: "Điều 8" });
    expect(await drafts()).toEqual([]);

    const wrong = await app.post(controller, anew, { ...kept, "s.0.budget": "0,3x" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("Chưa đọc được thời gian");
    expect(fieldsOf(wrong.body, anew)).toMatchObject({ "s.0.name": "Tên đang gõ <b>", "s.0.budget": "0,3x" });

    const made = await app.post(controller, anew, kept);
    const [draft] = await drafts();
    expect(made.headers.location).toBe(`${LIST}/drafts/${draft?.id}`);
    expect(draft?.steps[0]?.name).toBe("Tên đang gõ <b>");
    expect(draft?.based_on).toBe(Number(published.split("/").at(-1)));
    expect((await get(String(made.headers.location))).body).toContain("Tên đang gõ &lt;b>");
  });

  it("discarded, and another draft begun: sees both, and saving again takes the place of the other knowingly", async () => {
    const url = `${LIST}/drafts/${(await drafts())[0]?.id}`;
    const mine = { ...(await fields(url)), do: "save", "s.0.name": "Tên của tôi" };
    expect((await discard(url)).headers.location).toBe(LIST);
    const other = await begin();
    await save(other, { "s.0.name": "Tên của người khác" });
    const answer = await app.post(controller, url, mine);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Phạm Thị Khánh Linh bỏ bản soạn này");
    for (const text of ["Tên của người khác", "Tên của tôi"])
      expect(answer.body.slice(0, answer.body.indexOf(`action="${other}"`))).toContain(text);
    const again = fieldsOf(answer.body, other);
    expect(again["s.0.name"]).toBe("Tên của tôi");
    const saved = await app.post(controller, other, { ...again, do: "save" });
    expect(saved.headers.location).toBe(other);
    expect((await drafts()).map(({ steps }) => steps[0]?.name)).toEqual(["Tên của tôi"]);
  });

  it("a new draft that somebody begins just before is not overwritten", async () => {
    const [open] = await drafts();
    const url = `${LIST}/drafts/${open?.id}`;
    const mine = { ...(await fields(url)), "s.0.name": "Tên của tôi lần nữa" };
    await discard(url);
    const offered = fieldsOf((await app.post(controller, url, { ...mine, do: "save" })).body, `${url}/anew`);
    const other = await begin();
    const answer = await app.post(controller, `${url}/anew`, offered);
    expect(answer.statusCode).toBe(422);
    expect(fieldsOf(answer.body, other)["s.0.name"]).toBe("Tên của tôi lần nữa");
    expect((await drafts()).map(({ id, steps }) => [`${LIST}/drafts/${id}`, steps[0]?.name])).toEqual([
      [other, expect.not.stringContaining("Tên của tôi lần nữa")],
    ]);
    await discard(other);
  });

  it("is told of wherever its address is opened, and what was typed for a publication is shown again", async () => {
    const url = await begin();
    const typed = {
      ...(await fields(`${url}/publish`)),
      do: "publish",
      decision: "52/QĐ-UBND",
      reason: "Đang gõ dở",
    };
    await discard(url);
    for (const address of [url, `${url}/publish`, `${url}/try`, `${url}/bpmn`, `${url}/discard`]) {
      const page = await get(address);
      expect([address, page.statusCode]).toEqual([address, 410]);
      expect(page.body).toContain("Phạm Thị Khánh Linh bỏ bản soạn này");
      expect(page.body).toContain("Soạn phiên bản mới");
    }
    const late = await app.post(controller, `${url}/publish`, typed);
    expect(late.statusCode).toBe(410);
    for (const text of ["52/QĐ-UBND", "Đang gõ dở"]) expect(late.body).toContain(text);
    expect((await app.post(controller, `${url}/discard`, { version: "1" })).statusCode).toBe(410);
    expect((await get(`${LIST}/drafts/999999`)).statusCode).toBe(404);
  });

  it("begins anew for those who edit processes alone, and for a draft that has ended", async () => {
    const url = await begin();
    const desk = await app.signedIn("thuy.kt.pleiku");
    expect((await app.post(desk, `${url}/anew`, { rows: "0" })).statusCode).toBe(403);
    const open = await app.post(controller, `${url}/anew`, await fields(url));
    expect(open.headers.location).toBe(url);
    expect((await app.post(controller, `${LIST}/drafts/999999/anew`, { rows: "0" })).statusCode).toBe(404);
    expect(await drafts()).toHaveLength(1);
  });
});
