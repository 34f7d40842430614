import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = PATHS.find((path) => existsSync(path));

/** A fresh profile each time; as root there is no sandbox, and nothing is fetched behind the test's back. */
const FLAGS = [
  "--no-sandbox",
  "--headless=new",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Until a page and its letters have come it takes no press: what moves under the pointer between down and up takes none
 * either, and nobody would know.
 */
const NO_PRESS_BEFORE_IT_HAS_COME = `{
  const hold = () => document.documentElement?.style.setProperty("pointer-events", "none");
  if (document.documentElement === null)
    new MutationObserver((_, watch) => { hold(); watch.disconnect(); }).observe(document, { childList: true });
  else hold();
  const free = () => document.documentElement.style.removeProperty("pointer-events");
  addEventListener("load", () => document.fonts.ready.then(free));
}`;

/** How a page is looked at; a desk of 1280 px in the light with JavaScript, unless said otherwise. */
export type View = {
  readonly origin: string;
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  readonly dark?: boolean;
  /** Names and values, such as the cookies of a signed-in officer. */
  readonly cookies?: Readonly<Record<string, string>>;
};

/** Opens a page in a profile of its own, which ends with the test. */
export type OpenPage = (view: View) => Promise<Page>;

/**
 * Tests in a real browser, started once for the file. Where none is installed they are skipped under a title that says
 * that nothing was checked.
 */
export function inBrowser(what: string, tests: (open: OpenPage) => void): void {
  if (executablePath === undefined) {
    it.skip(`no browser found: nothing was checked in a browser of ${what}`, () => undefined);
    return;
  }
  describe(what, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
    });
    afterAll(() => browser?.close());
    tests((view) => openPage(browser, view));
  });
}

async function openPage(browser: Browser, view: View): Promise<Page> {
  const { origin, width = 1280, height = width < 600 ? 740 : 900 } = view;
  const options: BrowserContextOptions = {
    baseURL: origin,
    viewport: { width, height },
    javaScriptEnabled: view.javaScript ?? true,
    colorScheme: view.dark === true ? "dark" : "light",
    // Colours in the middle of a transition are no colours to measure.
    reducedMotion: "reduce",
  };
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const cookies = Object.entries(view.cookies ?? {});
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: origin })));
  await context.addInitScript(NO_PRESS_BEFORE_IT_HAS_COME);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  listen(page, options.javaScriptEnabled === true);
  return page;
}

type Complaint = { readonly text: string; readonly url: string };
type Heard = {
  readonly complaints: Complaint[];
  readonly documents: Set<string>;
  readonly javaScript: boolean;
};
const heard = new WeakMap<Page, Heard>();

function listen(page: Page, javaScript: boolean): void {
  const complaints: Complaint[] = [];
  const documents = new Set<string>();
  heard.set(page, { complaints, documents, javaScript });
  page.on("console", (message) => complaints.push({ text: message.text(), url: message.location().url }));
  page.on("pageerror", (error) => complaints.push({ text: String(error), url: page.url() }));
  page.on("response", (response) => {
    if (response.request().resourceType() === "document") documents.add(response.url());
  });
}

/** What the console said since the last look, content policy included. A page may itself answer 404 or 422. */
function complaintsOf(page: Page): readonly string[] {
  const { complaints = [], documents } = heard.get(page) ?? {};
  return complaints
    .splice(0)
    .filter(({ text, url }) => !(text.startsWith("Failed to load resource") && mayFail(url, documents)))
    .map(({ text, url }) => `${url} console: ${text}`);
}

/** Documents, and the icon that a room tested by itself does not have. */
function mayFail(url: string, documents: ReadonlySet<string> | undefined): boolean {
  return documents?.has(url) === true || url.endsWith("/favicon.ico");
}

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

/** What axe finds. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
  )) as readonly Violation[];
  return found.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`,
  );
}

/** Waits until the page stands as it will: a press ends when the next page only begins to come, in wider letters. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  if (heard.get(page)?.javaScript === true) await page.evaluate("document.fonts.ready.then(() => true)");
}

/** How many pixels the page is wider than the screen. */
export async function overflowOf(page: Page): Promise<number> {
  await settled(page);
  return Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
}

/**
 * Everything that is wrong with a page whatever it shows: axe, width, console; one sentence each. Without JavaScript
 * axe cannot run, so that its part is left out.
 */
export async function faultsOf(page: Page, options = { axe: true }): Promise<readonly string[]> {
  const overflow = await overflowOf(page);
  const wide = overflow > 0 ? [`${overflow} px wider than the screen`] : [];
  const axe = options.axe && heard.get(page)?.javaScript === true ? await axeFaults(page) : [];
  return [...axe, ...wide, ...complaintsOf(page)];
}

/** Fails with all that is wrong with the page. */
export async function expectGood(page: Page): Promise<void> {
  expect(await faultsOf(page), `${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}
