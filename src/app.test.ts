import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../test/harness/app.ts";
import type { RouteEntry } from "./platform/http/access.ts";
import { type Actor, holds, POST_KINDS, type PostKind } from "./platform/permission.ts";
import { allSeedOfficers } from "./seed/data/staff-for-unit.ts";

let app: TestApp;
const cookies = new Map<PostKind, Readonly<Record<string, string>>>();

/** Somebody who holds posts of this kind alone. */
function usernameWith(kind: PostKind): string {
  const officer = allSeedOfficers().find((one) => one.posts.every((post) => post.kind === kind));
  if (officer === undefined) throw new Error(`nobody is only a ${kind}`);
  return officer.username;
}

/** A request that a route would look at: parameters filled in, no body. */
function requestFor({ method, url }: RouteEntry) {
  const path = url.replace(/:[A-Za-z]+(\([^)]*\))?/g, "1").replace("*", "1");
  return { method: method as "GET" | "POST", url: path };
}

const isChecked = (route: RouteEntry) => route.access !== "public" && route.method !== "HEAD";
const statusOf = async (route: RouteEntry, who?: PostKind) => {
  const cookie = who === undefined ? {} : { cookies: { ...cookies.get(who) } };
  return (await app.inject({ ...requestFor(route), ...cookie })).statusCode;
};

beforeAll(async () => {
  app = await testApp();
  for (const kind of POST_KINDS) cookies.set(kind, (await app.signedIn(usernameWith(kind))).cookies);
});
afterAll(() => app.close());

describe("every route against every post", () => {
  it("opens nothing that is not public to somebody who is not signed in", async () => {
    const guarded = app.routes.filter(isChecked);
    expect(guarded.length).toBeGreaterThan(10);
    for (const route of guarded) {
      const api = route.url.startsWith("/api/");
      const expected = route.method === "GET" && !api ? 303 : 401;
      expect(await statusOf(route), `${route.method} ${route.url}`).toBe(expected);
    }
  });

  it.each(POST_KINDS)("refuses %s exactly what the table of permissions does not give", async (kind) => {
    const actor: Actor = { kind: "officer", id: 0, name: "", posts: [{ unitId: 1, kind }] };
    for (const route of app.routes.filter(isChecked)) {
      const { access } = route;
      const isGiven =
        access === "signed-in" || access === "second-factor" || (access !== "public" && holds(actor, access));
      const status = await statusOf(route, kind);
      const name = `${route.method} ${route.url}`;
      if (!isGiven) expect(status, name).toBe(403);
      // Without a form token a changing request stops at the cross-site check; reading must get through.
      else if (route.method === "GET") expect([401, 403, 500], name).not.toContain(status);
    }
  });

  it("keeps public routes few and known by sight", () => {
    const open = app.routes.filter((route) => route.access === "public" && route.method === "POST");
    for (const { url } of open) expect(url).toMatch(/^(\/api\/v1)?\/(sign-in|sign-out|track|feedback)(\/|$)/);
  });
});

describe("the frame around pages", () => {
  it("links assets under names that change with their content, to be kept for ever", async () => {
    const page = (await app.inject("/sign-in")).body;
    const links = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const asset = await app.inject(link);
      expect(asset.statusCode, link).toBe(200);
      expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    }
  });

  it("shows officers what their posts allow and nothing else", async () => {
    const navOf = async (kind: PostKind) => {
      const cookie = { ...cookies.get(kind) };
      return (await app.inject({ url: "/officer/organisation", cookies: cookie })).body;
    };
    expect(await navOf("administrator")).toContain('href="/officer/accounts"');
    expect(await navOf("desk-officer")).not.toContain('href="/officer/accounts"');
  });

  it("speaks English when asked and remembers it", async () => {
    const answer = await app.inject("/sign-in?lang=en");
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain("Gia Lai Province");
    const remembered = answer.cookies.find((cookie) => cookie.name === "mc_lang");
    const again = await app.inject({ url: "/sign-in", cookies: { mc_lang: remembered?.value ?? "" } });
    expect(again.body).toContain('<html lang="en">');
  });

  it("says in plain words that a page is not there, in the person's language", async () => {
    const answer = await app.inject("/khong-co");
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain("Không có trang này");
    expect((await app.inject("/khong-co?lang=en")).body).toContain("There is no such page");
  });
});
