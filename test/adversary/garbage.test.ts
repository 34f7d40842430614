import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RouteEntry } from "../../src/platform/http/access.ts";
import { fields, GARBAGE, json, NIL, QUERY_NAMES, query } from "./garbage.ts";
import { adversaryRoom, type Person, type Room } from "./room.ts";

let room: Room;
let system: string;
let caseId: string;
let caseCode: string;

beforeAll(async () => {
  room = await adversaryRoom();
  system = await room.token("H21.00.01", ["case.receive", "case.read", "case.list", "report.read"]);
  const received = await room.receive();
  caseId = received.id;
  caseCode = received.code;
});
afterAll(() => room.close());

type Sender = Person | "nobody" | "system";
const SENDERS: readonly Sender[] = [
  "desk",
  "leader",
  "specialist",
  "clerk",
  "controller",
  "administrator",
  "system",
  "nobody",
];

/** Everything but files of our own and /readyz, which says 503 as long as no worker runs beside the test. */
const routes = () => room.app.routes.filter(({ url }) => !url.startsWith("/assets/") && url !== "/readyz");

function addressOf(route: RouteEntry, parameter: string): string {
  return route.url.replace(/:[A-Za-z0-9]+/g, parameter).replace("*", parameter);
}

async function send(sender: Sender, request: InjectOptions): Promise<number> {
  if (sender === "nobody") return (await room.app.inject(request)).statusCode;
  if (sender === "system") {
    const headers = { ...request.headers, authorization: system };
    return (await room.app.inject({ ...request, headers })).statusCode;
  }
  const { cookies, csrf } = await room.as(sender);
  const headers = { ...request.headers, "x-csrf-token": csrf };
  return (await room.app.inject({ ...request, cookies: { ...cookies }, headers })).statusCode;
}

/** Sends it; gives a line about it where the program failed. */
async function failureOf(sender: Sender, request: InjectOptions): Promise<string | undefined> {
  const status = await send(sender, request);
  const what = JSON.stringify({ url: request.url, payload: request.payload })?.slice(0, 300);
  return status >= 500 ? `${status} ${sender} ${request.method} ${what}` : undefined;
}

/** Somebody who gets past the door of a route: the others are turned away before anything is read. */
const insiders = new Map<RouteEntry, Sender>();
async function insiderOf(route: RouteEntry): Promise<Sender> {
  const known = insiders.get(route);
  if (known !== undefined) return known;
  for (const sender of SENDERS) {
    const status = await send(sender, { method: route.method as "GET", url: addressOf(route, NIL) });
    if (status !== 403 || sender === "nobody") {
      insiders.set(route, sender);
      return sender;
    }
  }
  return "nobody";
}

const addressed = fc.record({
  route: fc.nat(),
  parameter: fc.oneof(fc.constantFrom(...GARBAGE), fc.constantFrom("CASE", "CODE", "PROCEDURE")),
  sender: fc.option(fc.constantFrom(...SENDERS), { freq: 3 }),
});
const parameterOf = (text: string) =>
  text === "CASE" ? caseId : text === "CODE" ? caseCode : text === "PROCEDURE" ? "1.013236" : text;

describe("garbage never makes the program fail", () => {
  it("in the path of any route", async () => {
    const failed: (string | undefined)[] = [];
    for (const route of routes()) {
      if (!route.url.includes(":") || route.method === "HEAD") continue;
      const sender = await insiderOf(route);
      for (const garbage of GARBAGE) {
        const payload = route.method === "GET" ? {} : { payload: { input: { reason: "x" } } };
        const url = addressOf(route, garbage);
        failed.push(await failureOf(sender, { method: route.method as "GET", url, ...payload }));
      }
    }
    expect(failed.filter(Boolean)).toEqual([]);
  });

  it("in the query of any page", async () => {
    const readable = routes().filter((route) => route.method === "GET");
    const samples = fc.sample(fc.tuple(addressed, query), { numRuns: 1500, seed: 20261123 });
    const failed: (string | undefined)[] = [];
    for (const [{ route: at, parameter, sender }, pairs] of samples) {
      const route = readable[at % readable.length] as RouteEntry;
      const path = addressOf(route, route.url.includes("track") ? caseCode : parameterOf(parameter));
      const url = `${path}?${pairs.map(([name, text]) => `${name}=${text}`).join("&")}`;
      failed.push(await failureOf(sender ?? (await insiderOf(route)), { method: "GET", url }));
    }
    expect(failed.filter(Boolean)).toEqual([]);
  });

  it("in one filter of a page at a time, or in one filter twice", async () => {
    const pages = [
      "/procedures",
      "/officer",
      "/officer/search",
      "/officer/register",
      "/officer/register.pdf",
      "/officer/register.csv",
      "/officer/reports/on-time",
      "/officer/reports/on-time.csv",
      "/officer/organisation",
      "/officer/accounts",
      "/officer/catalogue",
      "/officer/catalogue/imports",
      "/officer/receive",
      "/api/v1/cases",
      "/api/v1/procedures",
      "/track",
      "/",
      "/sign-in",
    ];
    const failed: (string | undefined)[] = [];
    for (const url of pages) {
      const route = room.app.routes.find((one) => one.url === url && one.method === "GET");
      if (route === undefined) throw new Error(`no page ${url}`);
      const sender = await insiderOf(route);
      const samples = fc.sample(
        fc.tuple(fc.constantFrom(...QUERY_NAMES), fc.constantFrom(...GARBAGE), fc.boolean()),
        { numRuns: 60, seed: 7 },
      );
      for (const [name, text, twice] of samples) {
        const address = `${url}?${name}=${text}${twice ? `&${name}=a` : ""}`;
        failed.push(await failureOf(sender, { method: "GET", url: address }));
      }
    }
    expect(failed.filter(Boolean)).toEqual([]);
  });

  it("in a form or a JSON body of any command", async () => {
    // Whoever signs out on the way has no more doors to try.
    const leaves = /^\/(sign-(in|out)|officer\/account\/)/;
    const changing = routes().filter((route) => route.method === "POST" && !leaves.test(route.url));
    const samples = fc.sample(fc.tuple(addressed, fields, json, fc.nat(3)), { numRuns: 1500, seed: 42 });
    const failed: (string | undefined)[] = [];
    for (const [{ route: at, parameter, sender }, pairs, body, kind] of samples) {
      const route = changing[at % changing.length] as RouteEntry;
      const url = addressOf(
        route,
        route.url.includes("track")
          ? caseCode
          : parameterOf(parameter === "CASE" || at % 2 === 0 ? "CASE" : parameter),
      );
      const form = new URLSearchParams(pairs.map(([name, text]) => [name, text])).toString();
      const sent: InjectOptions =
        kind === 0
          ? { payload: form, headers: { "content-type": "application/x-www-form-urlencoded" } }
          : kind === 1
            ? multipart(pairs)
            : { payload: JSON.stringify(body), headers: { "content-type": "application/json" } };
      failed.push(await failureOf(sender ?? (await insiderOf(route)), { method: "POST", url, ...sent }));
    }
    expect(failed.filter(Boolean)).toEqual([]);
  });

  it("in the cookies, the headers and the method", async () => {
    const failed: (string | undefined)[] = [];
    const cookies = [
      "mc_flash=%25E0%25A4%25A",
      "mc_flash=%E0%A4%A",
      "mc_lang=xx",
      "mc_session=%00",
      "mc_session=",
      "=;;==",
      "mc_session=a; mc_session=b",
      `mc_session=${"x".repeat(9000)}`,
    ];
    const { cookies: own } = await room.as("desk");
    for (const url of ["/", "/officer", "/sign-in", "/api/v1/cases?q=a", "/nothing", "/api/v1/nothing"]) {
      for (const cookie of cookies) {
        failed.push(await failureOf("nobody", { method: "GET", url, headers: { cookie } }));
        const both = `mc_session=${own.mc_session}; ${cookie.replace("mc_session", "x")}`;
        failed.push(await failureOf("nobody", { method: "GET", url, headers: { cookie: both } }));
      }
      for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "POST"] as const) {
        for (const payload of [undefined, "{", "[]", "null"] as const) {
          const headers = { "content-type": "application/json" };
          const request = { method, url, headers, ...(payload === undefined ? {} : { payload }) };
          failed.push(await failureOf("desk", request as InjectOptions));
        }
      }
      for (const type of [
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-7",
        "nonsense",
      ]) {
        for (const to of [
          url,
          `/api/v1/cases/${caseId}/pass-on`,
          `/officer/cases/${caseId}/pass-on`,
          "/api/v1/files",
        ]) {
          failed.push(
            await failureOf("desk", {
              method: "POST",
              url: to,
              headers: { "content-type": type },
              payload: "--x\r\n",
            }),
          );
        }
      }
      for (const headers of [
        { authorization: "Bearer x" },
        { authorization: "Basic eDp5" },
        { "x-forwarded-for": "not an address" },
        { host: "evil.example" },
        { range: "bytes=5-1" },
        { "accept-language": "xx" },
        { "if-none-match": "*" },
        { "accept-encoding": "gzip;q=nan" },
      ])
        failed.push(await failureOf("nobody", { method: "GET", url, headers }));
    }
    failed.push(
      await failureOf("desk", {
        method: "POST",
        url: `/api/v1/cases/${caseId}/pass-on`,
        headers: { "content-type": "application/json" },
        payload: `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      }),
    );
    expect(failed.filter(Boolean)).toEqual([]);
  });

  it("and what is not there is a page for people and a problem for systems, with or without a slash at the end", async () => {
    for (const url of ["/khong-co", "/khong-co/", "/officer/khong-co", "/%", "/officer/%E0%A4%A"]) {
      const answer = await room.get("desk", url);
      expect([url, answer.headers["content-type"]]).toEqual([url, "text/html; charset=utf-8"]);
      expect([400, 404]).toContain(answer.statusCode);
    }
    for (const url of ["/api/v1/khong-co", "/api/v1/cases/x/khong-co/", "/api/v1/cases/%E0%A4%A"]) {
      const answer = await room.get("desk", url);
      expect([url, answer.headers["content-type"]]).toEqual([url, "application/problem+json; charset=utf-8"]);
      expect([400, 404]).toContain(answer.statusCode);
    }
    expect((await room.get("desk", "/officer/search/")).statusCode).toBe(200);
  });
});

function multipart(pairs: readonly (readonly [string, string])[]): InjectOptions {
  const parts = pairs.map(
    ([name, text], index) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${index % 5 === 4 ? '; filename="../a\\b.pdf"' : ""}\r\n\r\n${text}\r\n`,
  );
  return {
    payload: `${parts.join("")}--x--\r\n`,
    headers: { "content-type": "multipart/form-data; boundary=x" },
  };
}
