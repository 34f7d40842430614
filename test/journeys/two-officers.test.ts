import { afterAll, beforeAll, expect, it } from "vitest";
import { expectGood, inBrowser, settled } from "../harness/browser.ts";
import { caseAt } from "./case-at.ts";
import { act, answerOf, openProvince, type Province } from "./province.ts";

inBrowser("two officers at once", (open) => {
  let province: Province;
  beforeAll(async () => {
    province = await openProvince();
  });
  afterAll(() => province?.close());

  for (const javaScript of [true, false]) {
    it(`the second sees what the first did, and their own words, ${javaScript ? "with" : "without"} JavaScript`, async () => {
      const { origin } = province;
      const { id } = await caseAt(province, "specialist");
      const mine = (await province.signedIn("nam.nh.pleiku")).cookies;
      const first = await open({ origin, javaScript, cookies: mine });
      const second = await open({
        origin,
        javaScript,
        cookies: (await province.signedIn("tu.ttc.pleiku")).cookies,
      });
      for (const page of [first, second]) await page.goto(`/officer/cases/${id}`);
      await act(first, "draft-result", { kind: "granted", title: "Giấy khai sinh", content: "Cấp" });

      const form = second.locator("#form-draft-result");
      const folded = second.locator("details.verb:not([open])", { has: form }).locator("summary");
      if ((await folded.count()) > 0) await folded.click();
      await form.locator("input[value=refused]").check({ force: true });
      await form.locator("[name=title]").fill("Văn bản trả lời");
      await form.locator("[name=content]").fill("Nửa giờ soạn thảo");
      await form.locator("button").last().click();
      await second.getByText("Hồ sơ vừa có thay đổi").waitFor();
      expect(await answerOf(second)).toContain("Nguyễn Hoài Nam");
      expect(await form.locator("[name=title]").inputValue()).toBe("Văn bản trả lời");
      expect(await form.locator("[name=content]").inputValue()).toBe("Nửa giờ soạn thảo");
      expect(await form.locator("input[value=refused]").isChecked()).toBe(true);
      await expectGood(second);
      // Having read it, the second may insist.
      await form.locator("button").last().click();
      await second.locator("[data-flash=ok]").waitFor();
    });
  }

  it("a case approved in a batch meanwhile says so and leaves the others done", async () => {
    const { origin } = province;
    const cases = [await caseAt(province, "leader"), await caseAt(province, "leader")];
    const cookies = (await province.signedIn("trung.vt.pleiku")).cookies;
    const list = await open({ origin, cookies });
    await list.goto("/officer?work=approve");
    await settled(list);
    for (const { code } of cases) await list.getByRole("checkbox", { name: code }).check({ force: true });
    const other = await open({ origin, cookies });
    await other.goto(`/officer/cases/${cases[0]?.id}`);
    await act(other, "approve");
    await list.getByRole("button", { name: "Phê duyệt" }).click();
    await list.getByText("Đã làm 1 hồ sơ").waitFor();
    await expect.poll(() => list.getByRole("link", { name: cases[0]?.code ?? "" }).count()).toBe(1);
    await expectGood(list);
  });
});
