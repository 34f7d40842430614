import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DAY_MS } from "../../src/kernel/time.ts";
import { flowingText, popplerInstalled } from "../../src/platform/pdf/poppler.ts";
import { expectGood, inBrowser } from "../harness/browser.ts";
import { act, openFromQueue, openProvince, type Province, textOf } from "./province.ts";

const SCAN = { name: "ban-do.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

/** The department of agriculture and environment, and the committee of the province. */
const DESK = "an.nv.motcua";
const SPECIALIST = "thuan.k.nnmt";
const DIVISION = "son.td.nnmt";
const LEADER = "hung.nq.nnmt";
const COMMITTEE = { specialist: "long.nt.ubnd", leader: "sang.hv.ubnd", clerk: "thao.ltp.ubnd" };
const DRAFT = { kind: "granted", title: "Giấy phép môi trường", content: "Đủ điều kiện cấp giấy phép" };
const MISSING = "Bản đồ vị trí dự án";

inBrowser("a department case that needs the provincial committee's signature", (open) => {
  let province: Province;
  beforeAll(async () => {
    province = await openProvince();
  });
  afterAll(() => province?.close());

  it("goes through a supplement and a send-back to the committee's number and the applicant's hand", async () => {
    const { origin, clock } = province;
    const page = await open({ origin });
    let code = "";
    /** The next person sits down and opens the case from their queue. */
    const takes = async (username: string, tab?: string) => {
      const { cookies } = await province.signedIn(username);
      const set = Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin }));
      await page.context().addCookies(set);
      if (code !== "") await openFromQueue(page, code, tab);
    };
    const days = (count: number) => clock.moveTo(clock.read() + count * DAY_MS);

    await takes(DESK);
    const received = await receivePermit(page);
    code = received.code;
    const firstDue = received.appointment;
    await takes(DESK);
    await act(page, "pass-on");
    days(1);
    await takes(SPECIALIST);
    await act(page, "propose-supplement", { items: MISSING, reason: "Hồ sơ thiếu bản đồ" });
    await takes(DESK);
    await act(page, "request-supplement");
    await page.goto(`/track/${code}?w=${province.word(received.id)}`);
    expect(await page.locator("h1").textContent()).toContain("đang chờ ông bổ sung giấy tờ");
    expect(await textOf(page)).toContain(MISSING);
    await expectGood(page);

    days(6);
    await takes(DESK, "paused");
    await page.locator("#complete-supplement-files").setInputFiles(SCAN);
    await act(page, "complete-supplement", { papers: MISSING });
    await expectGood(page);
    const receipts = page.getByRole("link", { name: /Mẫu 01/ });
    await expect.poll(() => receipts.count()).toBe(2);
    const texts = await Promise.all(
      (await receipts.all()).map(async (link) => {
        const pdf = await (await page.request.get((await link.getAttribute("href")) ?? "")).body();
        expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
        return popplerInstalled ? flowingText(pdf) : pdf.toString("latin1");
      }),
    );
    expect(texts[0]).not.toBe(texts[1]);
    await page.goto(`/track/${code}?w=${province.word(received.id)}`);
    const story = await textOf(page);
    expect(story).toContain(`Ngày hẹn đầu tiên ${firstDue}`);
    expect(story).toContain("Thời hạn tính lại, hẹn trả kết quả");
    await takes(DESK);
    await act(page, "pass-on");

    days(1);
    await takes(SPECIALIST);
    await act(page, "draft-result", DRAFT);
    await act(page, "pass-on");
    await takes(DIVISION);
    await act(page, "pass-on");
    await takes(LEADER);
    await act(page, "send-back", { reason: "Bổ sung căn cứ vào tờ trình" });
    await takes(DIVISION);
    expect(await textOf(page)).toContain("Bổ sung căn cứ vào tờ trình");
    await act(page, "pass-on", { note: "Đã bổ sung căn cứ" });
    await takes(LEADER);
    await act(page, "approve");

    days(1);
    await takes(COMMITTEE.specialist);
    await act(page, "pass-on");
    await takes(COMMITTEE.leader);
    await expectGood(page);
    await act(page, "approve");
    await takes(COMMITTEE.clerk);
    await act(page, "issue");
    await takes(DESK);
    await act(page, "hand-over", { check: "identity-card" });
    await page.goto(`/track/${code}?w=${province.word(received.id)}`);
    const end = await textOf(page);
    expect(end).toContain("Đã trả kết quả hồ sơ của ông");
    expect(end).toMatch(/Ủy ban nhân dân tỉnh( Gia Lai)? ban hành kết quả số 1/);
    expect(end).toContain("Giấy phép môi trường");
    await expectGood(page);
  });
});

async function receivePermit(page: Page) {
  await page.goto("/officer/receive?q=1.010727");
  await page.locator("#applicantNumber").fill("064085004321");
  await page.locator("#applicantName").fill("Kpă Thuân");
  await page.locator("#applicantPhone").fill("0905123456");
  await page.locator("#decidingUnit").fill("so nong nghiep va moi truong");
  for (const paper of ["p1", "p2"]) await page.locator(`[id="paper.${paper}"]`).check();
  await page.getByRole("button", { name: "Tiếp nhận và in giấy hẹn" }).click();
  await page.waitForURL(/\/received$/);
  const text = await textOf(page);
  const code = /H21\.[\d.]+-\d{6}-\d{4}/.exec(text)?.[0] ?? "";
  const appointment = /\d{2}:\d{2} ngày \d{2}\/\d{2}\/\d{4}/.exec(text)?.[0] ?? "";
  const id = /cases\/([0-9a-f-]+)\/received/.exec(page.url())?.[1] ?? "";
  expect(code).not.toBe("");
  return { code, appointment, id };
}
