import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";

const PAGE = "/officer/processes/imported";
const DECISION = [
  {
    article: 15,
    level: "CẤP XÃ",
    title: "Cấp đổi Giấy chứng nhận thử",
    time: ["Không quá 05 ngày làm việc."],
    steps: [
      {
        step: 1,
        unit: "Trung tâm Phục vụ hành chính công (cấp xã)",
        work: "Nhận hồ sơ",
        duration: "0,5 ngày",
      },
      { step: 2, unit: "UBND cấp xã", work: "Thẩm tra", duration: "4,5 ngày" },
      {
        step: 3,
        unit: "Trung tâm Phục vụ hành chính công (cấp xã)",
        work: "Trả",
        duration: "Giờ hành chính",
      },
    ],
  },
];

let app: TestApp;
let controller: SignedIn;
let specialist: SignedIn;

const get = (url: string, as: SignedIn) => app.inject({ method: "GET", url, cookies: { ...as.cookies } });
const upload = (as: SignedIn, decision: string, content: string) =>
  app.inject({
    method: "POST",
    url: PAGE,
    cookies: { ...as.cookies },
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: [
      ...[
        ["_csrf", as.csrf],
        ["decision", decision],
      ].map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.json"\r\ncontent-type: application/json\r\n\r\n${content}\r\n--x--\r\n`,
    ].join(""),
  });
const rows = async (table: string) => (await app.db.ownerPool.query(`select * from processes.${table}`)).rows;

beforeAll(async () => {
  app = await testApp();
  controller = await app.signedIn("linh.ptk.vanphong");
  specialist = await app.signedIn("nam.nh.pleiku");
});
afterAll(() => app.close());

describe("importing the processes of a decision", () => {
  it("keeps what was read, and says what must be confirmed", async () => {
    const answer = await upload(controller, "138/2025/QĐ-UBND", JSON.stringify(DECISION));
    expect(answer.statusCode, answer.body).toBe(303);
    const page = await get(PAGE, controller);
    expect(page.body).toContain("Cấp đổi Giấy chứng nhận thử");
    expect(page.body).toContain("3 bước, 2 bước có định mức");
    expect(page.body).toContain("Đọc được cả");
    expect((await get("/officer/processes", controller)).body).toContain(PAGE);
  });

  it("makes one the draft of a procedure, whose faults a person then mends; the import is used up", async () => {
    const [kept] = await rows("imported");
    const wrong = await app.post(controller, `${PAGE}/draft`, {
      id: String(kept.id),
      procedureCode: "9.999999",
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("Không có thủ tục mã này");
    expect(wrong.body).toContain("9.999999");
    const made = await app.post(controller, `${PAGE}/draft`, {
      id: String(kept.id),
      procedureCode: "1.004873",
    });
    expect(made.statusCode, made.body).toBe(303);
    const page = await get(String(made.headers.location), controller);
    expect(page.body).toContain("Thẩm tra");
    expect(page.body).toContain("có đường trả kết quả mà chưa phát hành");
    expect(await rows("draft")).toMatchObject([{ procedure_code: "1.004873", variant_code: "" }]);
    expect((await get(PAGE, controller)).body).toContain("Đã soạn cho 1.004873");
  });

  it("reads the same decision again without touching what became a draft", async () => {
    const changed = [{ ...DECISION[0], title: "Tên khác" }];
    await upload(controller, "138/2025/QĐ-UBND", JSON.stringify(changed));
    expect((await rows("imported")).map(({ title }) => title)).toEqual(["Cấp đổi Giấy chứng nhận thử"]);
  });

  it("refuses what is no such file and keeps what was typed", async () => {
    for (const content of ["{", "[]"]) {
      const answer = await upload(controller, "Số 7", content);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain("Số 7");
    }
    expect((await upload(controller, "", JSON.stringify(DECISION))).statusCode).toBe(422);
    expect(await rows("imported")).toHaveLength(1);
  });

  it("is for controllers of procedures alone", async () => {
    expect((await get(PAGE, specialist)).statusCode).toBe(403);
    expect((await upload(specialist, "Số 8", JSON.stringify(DECISION))).statusCode).toBe(403);
    const draft = await app.post(specialist, `${PAGE}/draft`, { id: "1", procedureCode: "1.004873" });
    expect(draft.statusCode).toBe(403);
  });
});
