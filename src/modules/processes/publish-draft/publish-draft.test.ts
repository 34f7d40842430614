import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { fieldsOf } from "../testing/editor-form.ts";
import { receivedCase } from "../testing/received-case.ts";

const CODE = "1.004873";
const LIST = "/officer/processes";
type Fields = Readonly<Record<string, string | string[]>>;

let app: TestApp;
let controller: SignedIn;

const get = async (url: string) =>
  (await app.inject({ method: "GET", url, cookies: { ...controller.cookies } })).body;
/** Begins a draft whose first step takes so many minutes; its address. */
const draft = async (minutes: string): Promise<string> => {
  const begun = await app.post(controller, `${LIST}/drafts`, { procedureCode: CODE });
  const url = String(begun.headers.location);
  const changed = { "s.0.budget": minutes, "s.0.budgetUnit": "minute", do: "save" };
  await app.post(controller, url, { ...fieldsOf(await get(url), url), ...changed });
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
});
afterAll(() => app?.close());

describe("a version that waits for its day", () => {
  it("is taken the place of by name alone; the order to move running cases to it falls away", async () => {
    await receivedCase(app, await app.signedIn("thuy.kt.pleiku"), CODE);
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
    const order = await app.db.ownerPool.query("select id from cases.process_move");
    const move = app.jobs.find(({ name }) => name === "move-running-cases");
    const context = { now: app.clock.read(), progress: async () => {} };
    expect(await move?.run({ move: order.rows[0]?.id }, context)).toEqual({ message: "nothing to move" });
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
