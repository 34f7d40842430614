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
      {
        step: 2,
        unit: "Cơ quan có chức năng quản lý đất đai cấp xã",
        work: "Thẩm tra",
        duration: "4,5 ngày",
      },
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
const rowsOf = async (table: string) =>
  (await app.db.ownerPool.query(`select * from processes.${table}`)).rows;

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

  it("names the records that gave no process, and reads what stands twice or has no number", async () => {
    const [record] = DECISION;
    const rows = [...(record?.steps ?? [])].map((row, at) => (at === 1 ? { ...row, step: "2a" } : row));
    const answer = await upload(
      controller,
      "Số 9",
      JSON.stringify([
        { ...record, title: "Cấp đổi\u0000 lần hai", steps: rows },
        record,
        { ...record, article: 58, title: "Trách nhiệm của Ủy ban nhân dân cấp xã", steps: [] },
      ]),
    );
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body).toContain("1 mục của tệp không có bảng các bước");
    expect(answer.body).toContain("Điều 58. Trách nhiệm của Ủy ban nhân dân cấp xã");
    const kept = (await rowsOf("imported")).filter(({ decision }) => decision === "Số 9");
    expect(kept.map(({ article, part, title }) => `${article}.${part} ${title}`)).toEqual([
      "15.1 Cấp đổi lần hai",
      "15.2 Cấp đổi Giấy chứng nhận thử",
    ]);
    expect(kept[0]?.steps.map(({ id }: { id: string }) => id)).toEqual(["buoc-1", "buoc-dong-2", "buoc-3"]);
    expect(answer.body).toContain("dòng 2 của bảng: không đọc được số bước");
  });

  it("shows what was noted again beside the draft that was made of it", async () => {
    const [record] = DECISION;
    const [first, ...rest] = record?.steps ?? [];
    const doubtful = [first, { step: 2, unit: "Cơ quan thuế", work: "Xác định", duration: "" }, rest[1]];
    await upload(controller, "Số 10", JSON.stringify([{ ...record, article: 37, steps: doubtful }]));
    const kept = (await rowsOf("imported")).find(({ decision }) => decision === "Số 10");
    const made = await app.post(controller, `${PAGE}/draft`, {
      id: String(kept?.id),
      procedureCode: "1.001193",
    });
    expect(made.statusCode, made.body).toBe(303);
    const page = await get(String(made.headers.location), controller);
    expect(page.body).toContain("Thủ tục này đã được đọc từ quyết định: Số 10 · Điều 37.1");
    expect(page.body).toContain("“Cơ quan thuế” ở ngoài hệ thống: đọc là “Chờ nộp tiền”");
    await app.db.ownerPool.query("delete from processes.draft where procedure_code = '1.001193'");
    const fresh = await app.post(controller, "/officer/processes/drafts", { procedureCode: "1.001193" });
    expect((await get(String(fresh.headers.location), controller)).body).not.toContain("Số 10");
    await app.db.ownerPool.query("delete from processes.draft where procedure_code = '1.001193'");
    await app.db.ownerPool.query("delete from processes.imported where decision like 'Số %'");
  });

  it("makes one the draft of a procedure, whose faults a person then mends; the import is used up", async () => {
    const [kept] = await rowsOf("imported");
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
    expect(await rowsOf("draft")).toMatchObject([{ procedure_code: "1.004873", variant_code: "" }]);
    expect((await get(PAGE, controller)).body).toContain("Đã soạn cho 1.004873");
  });

  it("reads the same decision again without touching what became a draft", async () => {
    const changed = [{ ...DECISION[0], title: "Tên khác" }];
    await upload(controller, "138/2025/QĐ-UBND", JSON.stringify(changed));
    expect((await rowsOf("imported")).map(({ title }) => title)).toEqual(["Cấp đổi Giấy chứng nhận thử"]);
  });

  it("refuses what is no such file and keeps what was typed", async () => {
    for (const content of ["{", "[]"]) {
      const answer = await upload(controller, "Số 7", content);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain("Số 7");
    }
    expect((await upload(controller, "", JSON.stringify(DECISION))).statusCode).toBe(422);
    expect(await rowsOf("imported")).toHaveLength(1);
  });

  it("is for controllers of procedures alone", async () => {
    expect((await get(PAGE, specialist)).statusCode).toBe(403);
    expect((await upload(specialist, "Số 8", JSON.stringify(DECISION))).statusCode).toBe(403);
    const draft = await app.post(specialist, `${PAGE}/draft`, { id: "1", procedureCode: "1.004873" });
    expect(draft.statusCode).toBe(403);
  });
});
