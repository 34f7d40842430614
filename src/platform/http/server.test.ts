import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../test/harness/clock.ts";
import { createLog } from "../log.ts";
import type { PostKind } from "../permission.ts";
import { SESSION_COOKIE, type Session, type SessionPort } from "./access.ts";
import { buildServer, type Server } from "./server.ts";

const session = (kind: PostKind, secondFactorPending = false): Session => ({
  actor: { kind: "officer", id: 1, name: "A", posts: [{ unitId: 1, kind }] },
  csrfToken: "the-token",
  secondFactorPending,
  username: "a",
  place: "",
});
const SESSIONS: Record<string, Session> = {
  desk: session("desk-officer"),
  administrator: session("administrator"),
  half: session("administrator", true),
};
const sessions: SessionPort = {
  findSession: async (token) => SESSIONS[token],
  findSystem: async (token) =>
    token === "good"
      ? { kind: "system", id: 1, name: "S", permissions: ["case.read"], unitId: 1 }
      : undefined,
};

let server: Server;
let app: FastifyInstance;

async function build(): Promise<Server> {
  const built = await buildServer({
    clock: testClock().read,
    log: createLog("silent"),
    sessions,
    errorPage: (_request, { word, incident }) => `page:${word}:${incident ?? ""}`,
    secure: false,
    limits: { anonymousPerMinute: 10_000, sessionPerMinute: 10_000 },
  });
  const answer = () => ({ ok: true });
  built.app.get("/open", { config: { access: "public" } }, answer);
  built.app.post("/open", { config: { access: "public" } }, answer);
  built.app.get("/inside", { config: { access: "signed-in" } }, answer);
  built.app.get("/code", { config: { access: "second-factor" } }, answer);
  built.app.get("/audit", { config: { access: "audit.read" } }, answer);
  built.app.post("/audit", { config: { access: "audit.read" } }, answer);
  built.app.get("/api/v1/cases", { config: { access: "case.read" } }, answer);
  built.app.post("/api/v1/cases", { config: { access: "case.read" } }, answer);
  built.app.get("/bug", { config: { access: "public" } }, () => {
    throw new Error("secret detail");
  });
  return built;
}

const as = (who: string, options: InjectOptions): InjectOptions => ({
  ...options,
  cookies: { [SESSION_COOKIE]: who },
});
const statusOf = async (options: InjectOptions) => (await app.inject(options)).statusCode;

beforeAll(async () => {
  server = await build();
  app = server.app;
});
afterAll(() => app.close());

describe("access to routes", () => {
  it("does not register a route that does not say who may call it", () => {
    expect(() => app.get("/forgotten", () => "")).toThrow("does not say who may call it");
  });

  it("lists every route with its access", () => {
    expect(server.routes).toContainEqual({ method: "GET", url: "/audit", access: "audit.read" });
  });

  it("leads the public to the sign-in page and brings them back after", async () => {
    const answer = await app.inject("/audit?x=1");
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/sign-in?next=%2Faudit%3Fx%3D1");
    expect(await statusOf({ method: "POST", url: "/audit" })).toBe(401);
    expect(await statusOf({ url: "/open" })).toBe(200);
  });

  it("asks for the post's permission, not only for a session", async () => {
    expect(await statusOf(as("desk", { url: "/audit" }))).toBe(403);
    expect(await statusOf(as("desk", { url: "/inside" }))).toBe(200);
    expect(await statusOf(as("administrator", { url: "/audit" }))).toBe(200);
  });

  it("opens nothing but the code page while the second factor is owed", async () => {
    expect(await statusOf(as("half", { url: "/code" }))).toBe(200);
    const answer = await app.inject(as("half", { url: "/audit" }));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/sign-in/code?next=%2Faudit");
    expect(await statusOf({ url: "/code" })).toBe(303);
  });

  it("takes an unknown session for nobody", async () => {
    expect(await statusOf(as("stolen", { url: "/inside" }))).toBe(303);
  });

  it("lets a system in by its token, and answers a wrong one with a problem", async () => {
    const authorization = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect(await statusOf({ url: "/api/v1/cases", ...authorization("good") })).toBe(200);
    expect(await statusOf({ url: "/audit", ...authorization("good") })).toBe(403);
    const wrong = await app.inject({ url: "/api/v1/cases", ...authorization("bad") });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers["content-type"]).toContain("application/problem+json");
    expect(wrong.json()).toMatchObject({ type: "urn:mot-cua:problem:token-invalid", status: 401 });
  });
});

describe("a changing request", () => {
  const form = (who: string, payload: string, headers: Record<string, string> = {}) =>
    as(who, {
      method: "POST",
      url: "/audit",
      payload,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });

  it("must bring the token of its session, in the form or as header", async () => {
    expect(await statusOf(form("administrator", ""))).toBe(403);
    expect(await statusOf(form("administrator", "_csrf=the-tokex"))).toBe(403);
    expect(await statusOf(form("administrator", "_csrf=the-token"))).toBe(200);
    expect(await statusOf(form("administrator", "", { "x-csrf-token": "the-token" }))).toBe(200);
  });

  it("is refused from another site even with the right token", async () => {
    const foreign = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ];
    for (const headers of foreign)
      expect(
        await statusOf(form("administrator", "_csrf=the-token", headers as Record<string, string>)),
      ).toBe(403);
    expect(
      await statusOf(form("administrator", "_csrf=the-token", { "sec-fetch-site": "same-origin" })),
    ).toBe(200);
    expect(
      await statusOf(
        form("administrator", "_csrf=the-token", {
          origin: "https://motcua.test:8080",
          host: "motcua.test:8080",
        }),
      ),
    ).toBe(200);
  });

  it("is refused from another site for the public too", async () => {
    const post = (headers: Record<string, string>) => statusOf({ method: "POST", url: "/open", headers });
    expect(await post({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await post({})).toBe(200);
  });

  it("with a bearer token needs no form token, since no cookie speaks for it", async () => {
    const headers = { authorization: "Bearer good", "sec-fetch-site": "cross-site" };
    expect(await statusOf({ method: "POST", url: "/api/v1/cases", headers })).toBe(200);
  });

  it("with a bearer token and a cookie acts for the token alone", async () => {
    const headers = { authorization: "Bearer good" };
    expect(await statusOf(as("administrator", { url: "/audit", headers }))).toBe(403);
  });
});

describe("an error", () => {
  it("that is a bug gives an incident number and no detail", async () => {
    const answer = await app.inject("/bug");
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toMatch(/^page:something-went-wrong:[0-9a-f]{8}$/);
    expect(answer.body).not.toContain("secret");
  });

  it("is a page for people and a problem for programs", async () => {
    expect((await app.inject("/nowhere")).body).toBe("page:not-found:");
    const problem = await app.inject("/api/v1/nowhere");
    expect(problem.statusCode).toBe(404);
    expect(problem.json()).toMatchObject({
      type: "urn:mot-cua:problem:not-found",
      instance: "/api/v1/nowhere",
    });
  });
});

describe("every answer", () => {
  it("forbids scripts, styles and frames from elsewhere", async () => {
    const policy = String((await app.inject("/open")).headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
  });
});
