import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RouteEntry } from "../../src/platform/http/access.ts";
import { faultsOf, inBrowser, overflowOf } from "../harness/browser.ts";
import { type Examples, makeExamples } from "./examples.ts";
import { openProvince, type Province } from "./province.ts";
import { mayOpen, OFFICERS, VIEWERS, type Viewer } from "./viewers.ts";

/** Not pages: files of the design system, the API, and what machines ask. */
const NOT_PAGES = /^\/(assets|api)\/|^\/(favicon\.ico|healthz|readyz|metrics)$/;

let province: Province;
let examples: Examples;

beforeAll(async () => {
  province = await openProvince();
  examples = await makeExamples(province);
});
afterAll(() => province?.close());

const pageRoutes = () =>
  province.routes.filter(({ method, url }) => method === "GET" && !NOT_PAGES.test(url));

it("every page with a parameter has an example, and every example has its page", () => {
  const urls = pageRoutes().map(({ url }) => url);
  const needed = urls.filter((url) => url.includes(":") && examples.pages[url] === undefined && !isVerb(url));
  expect(needed.map((url) => `add an example of ${url} to test/journeys/examples.ts`)).toEqual([]);
  const gone = Object.keys(examples.pages).filter((url) => !urls.includes(url));
  expect(gone.map((url) => `no page ${url}; take it out of test/journeys/examples.ts`)).toEqual([]);
});

/** The address of an action leads back to the case when it is opened rather than sent. */
function isVerb(url: string): boolean {
  return province.routes.some((route) => route.method === "POST" && route.url === url);
}

inBrowser("every page of the program", (open) => {
  for (const viewer of VIEWERS) {
    it(`is good for ${viewer} at 360 and 1280 px, in the dark and in the light, and without JavaScript`, {
      timeout: 600_000,
    }, async () => {
      const cookies = await cookiesOf(viewer);
      const view = { origin: province.origin, cookies, width: 360 };
      const [rich, plain] = [await open(view), await open({ ...view, javaScript: false })];
      const faults: string[] = [];
      for (const address of await pagesFor(viewer, cookies, faults)) {
        const found = await look(rich, plain, address);
        faults.push(...found.map((fault) => `${viewer} ${address}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }
});

async function cookiesOf(viewer: Viewer): Promise<Readonly<Record<string, string>>> {
  if (viewer === "citizen") return {};
  if (viewer !== "half-signed-in") return (await province.signedIn(OFFICERS[viewer])).cookies;
  const { cookies, csrf } = await province.signedIn(OFFICERS.administrator);
  await province.db.ownerPool.query(
    "update accounts.session set second_factor_pending = true where csrf_token = $1",
    [csrf],
  );
  return cookies;
}

/** Every address of this viewer's pages, after redirects, each once; what is no page is only asked whether it answers. */
async function pagesFor(
  viewer: Viewer,
  cookies: Readonly<Record<string, string>>,
  faults: string[],
): Promise<ReadonlySet<string>> {
  const routes = pageRoutes().filter(({ access }) => mayOpen(viewer, access));
  const pages = new Set<string>();
  for (const address of routes.flatMap((route) => addressesOf(route, viewer))) {
    const { status, type, at } = await follow(address, cookies);
    if (status !== 200) faults.push(`${viewer} ${address}: answers ${status}`);
    else if (type.startsWith("text/html")) pages.add(at);
  }
  return pages.union(new Set(examples.refused[viewer]));
}

/** Routes whose further examples somebody has opened. */
const opened = new Set<string>();

function addressesOf({ url }: RouteEntry, viewer: Viewer): readonly string[] {
  const found = examples.pages[url];
  if (typeof found === "function") return found(viewer);
  if (found !== undefined) {
    const [first, ...others] = found;
    const rest = opened.has(url) ? [] : others;
    opened.add(url);
    return [first, ...rest];
  }
  if (!isVerb(url) || !url.includes(":")) return [url];
  const known = examples.pages["/officer/cases/:id"];
  const [first] = typeof known === "function" ? known(viewer) : [];
  return first === undefined ? [] : [url.replace("/officer/cases/:id", first)];
}

async function follow(address: string, cookies: Readonly<Record<string, string>>) {
  let at = address;
  for (let step = 0; step < 5; step++) {
    const answer = await province.inject({ method: "GET", url: at, cookies: { ...cookies } });
    const { location } = answer.headers;
    if (answer.statusCode >= 400 || location === undefined) {
      return { status: answer.statusCode, type: String(answer.headers["content-type"]), at };
    }
    at = location;
  }
  return { status: 508, type: "", at };
}

/** What axe has read already: the same words for another officer are not read again. */
const read = new Set<string>();

async function isNew(page: Page): Promise<boolean> {
  const main = (await page.locator("main").innerHTML()).replace(/name="_csrf" value="[^"]*"/g, "");
  const before = read.size;
  return read.add(main).size > before;
}

/** What is wrong with one page in all the ways in which it is seen. */
async function look(rich: Page, plain: Page, address: string): Promise<readonly string[]> {
  await rich.setViewportSize({ width: 360, height: 740 });
  await rich.emulateMedia({ colorScheme: "dark" });
  await rich.goto(address);
  const axe = await isNew(rich);
  const narrow = (await faultsOf(rich, { axe })).map((fault) => `360 px: ${fault}`);
  await rich.setViewportSize({ width: 1280, height: 900 });
  await rich.emulateMedia({ colorScheme: "light" });
  const wide = (await faultsOf(rich, { axe })).map((fault) => `1280 px: ${fault}`);
  await plain.goto(address);
  const headings = await plain.locator("h1:visible").count();
  const without = [
    ...(headings === 1 ? [] : [`without JavaScript: ${headings} h1`]),
    ...((await overflowOf(plain)) > 0 ? ["without JavaScript: wider than the screen"] : []),
  ];
  return [...narrow, ...wide, ...without];
}
