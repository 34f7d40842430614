import type { Page } from "playwright-core";
import { trackingWord } from "../../src/modules/cases/index.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { DEMO_PASSWORD } from "../../src/seed/demo-accounts.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { settled } from "../harness/browser.ts";

/** The whole program behind an address that a browser can open. */
export type Province = TestApp & {
  readonly origin: string;
  /** The word on the receipt of a case. */
  word(caseId: string): string;
};

/** Starts the program on a free port; end it with `close`. */
export async function openProvince(): Promise<Province> {
  const app = await testApp();
  const origin = await app.app.listen({ port: 0, host: "127.0.0.1" });
  const key = await installationSecret(app.db.database, "tracking");
  return { ...app, origin, word: (caseId) => trackingWord(key, caseId).printed };
}

/** Signs in with the form, and out first where somebody is at the screen already. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL(/\/officer$/);
  await settled(page);
}

/** Opens the case from the officer's own queue: what is not there, they would never find. */
export async function openFromQueue(page: Page, code: string, tab = "mine"): Promise<void> {
  await page.goto(`/officer?tab=${tab}`);
  await page.getByRole("link", { name: code }).click();
  await page.locator("#actions").waitFor();
}

/** Fills the fields of one of the case's actions by id and sends it; waits for the answer. */
export async function act(
  page: Page,
  verb: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await settled(page);
  const form = page.locator(`#form-${verb}`);
  const folded = page.locator("details.verb:not([open])", { has: form }).locator("summary");
  if ((await folded.count()) > 0) await folded.click();
  for (const [name, value] of Object.entries(fields)) {
    const radio = form.locator(`input[type=radio][name="${name}"][value="${value}"]`);
    if ((await radio.count()) > 0) await radio.check({ force: true });
    else await form.locator(`[name="${name}"]`).fill(value);
  }
  await form.locator("button").last().click();
  const done = page.locator("[data-flash=ok]").waitFor();
  await done.catch(async (cause) => {
    throw new Error(`${verb} was not done: ${await textOf(page)}`, { cause });
  });
}

/** What can be read on the page or in a part of it, in one line. */
export async function textOf(page: Page, part = "main"): Promise<string> {
  // innerText, not textContent: what is folded away cannot be read.
  const text = await page.locator(part).first().innerText();
  return text.replace(/\s+/g, " ");
}

/** What the page says first: why it came back, or what happened meanwhile. */
export async function answerOf(page: Page): Promise<string> {
  const answer = "main :is([role=alert], [role=status])";
  await page.locator(answer).first().waitFor();
  return textOf(page, answer);
}
