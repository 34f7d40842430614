import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { expectGood, inBrowser } from "../../../../test/harness/browser.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { runJob } from "../../../platform/jobs.ts";
import { createLog } from "../../../platform/log.ts";

const WIDTHS = [360, 1280];
const DAYS = {
  rest: "24/11/2026",
  name: "Ngày Văn hóa Việt Nam",
  decision: "12/QĐ-UBND",
  reason: "Nghị quyết",
};
const PREVIEW = `/officer/calendar/preview?${new URLSearchParams(DAYS)}`;

inBrowser("the pages of the working calendar", (open) => {
  let app: TestApp;
  let origin: string;
  let controller: SignedIn;

  async function receive(): Promise<void> {
    const desk = await app.signedIn("thuy.kt.pleiku");
    const unit = (code: string) => app.directory.unitByCode(code)?.id;
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/cases",
      cookies: { ...desk.cookies },
      headers: { "x-csrf-token": desk.csrf },
      payload: {
        caseId: uuidv7(app.clock.read(), randomBytes(10)),
        procedureCode: "1.004873",
        receivingUnitId: unit("H21.106.01"),
        decidingUnitId: unit("H21.106"),
        applicantName: "Nguyễn Thị Lụa",
        applicantNumber: "064185004321",
        applicantPhone: "0905123456",
        papers: [{ name: "Tờ khai", form: "original" }],
      },
    });
    expect(answer.statusCode, answer.body).toBe(201);
  }

  beforeAll(async () => {
    app = await testApp();
    origin = await app.app.listen({ port: 0, host: "127.0.0.1" });
    controller = await app.signedIn("linh.ptk.vanphong");
    for (let made = 0; made < 3; made++) await receive();
  });
  afterAll(() => app?.close());

  it.each(WIDTHS)("are whole at %i px: the form with faults and the preview of what moves", async (width) => {
    const page = await open({ origin, width, cookies: controller.cookies });
    await page.goto("/officer/calendar/preview?rest=99");
    await expectGood(page);
    await page.goto(PREVIEW);
    await expectGood(page);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(3);
  });

  it("are filled and confirmed with the keyboard alone", async () => {
    const page = await open({ origin, javaScript: false, cookies: controller.cookies });
    await page.goto("/officer/calendar/declare");
    await page.locator("#rest").focus();
    const typed = [
      [DAYS.rest, "31/12/2026", "07:00-11:30", "", ""],
      ["07:30-11:30, 13:00-17:00", "04/01/2027"],
      ["thứ 2–thứ 6 07:30-11:30, 13:00-17:00; thứ 7 07:00-11:00", "04/01/2027"],
      [DAYS.name, DAYS.decision, DAYS.reason],
    ];
    for (const text of typed.flat()) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Xem trước khi công bố" }).waitFor();
    await page.getByText("làm việc nửa ngày (07:00–11:30) 31/12/2026").waitFor();
    await page.getByText("từ 04/01/2027 giờ làm việc 07:30–11:30, 13:00–17:00").waitFor();
    await page.getByRole("button", { name: "Xác nhận công bố" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Đã công bố lịch bản 2026-2").waitFor();
    const [job] = app.jobs.filter((one) => one.name === "recompute-deadlines");
    if (job === undefined) throw new Error("no such job");
    const worker = {
      database: app.db.database,
      clock: app.clock.read,
      log: createLog("silent"),
      jobs: app.jobs,
    };
    await runJob(worker, job, {});
    await page.reload();
    await page.getByText("3 hồ sơ đổi ngày hẹn").waitFor();
  });

  it.each(WIDTHS)("are whole at %i px: the year, and the cases that moved", async (width) => {
    const page = await open({ origin, width, cookies: controller.cookies });
    await page.goto("/officer/calendar?year=2026");
    await expectGood(page);
    await page.getByText("Giờ tiếp nhận từ 04/01/2027").waitFor();
    await page.getByText("31 làm việc nửa ngày").waitFor();
    await page.goto("/officer/calendar/2026-2/cases");
    await expectGood(page);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(3);
  });
});
