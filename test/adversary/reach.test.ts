import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeApp } from "../../src/app.ts";
import { createLog } from "../../src/platform/log.ts";
import { adversaryRoom, type CaseAnswer, type Person, type Room } from "./room.ts";

let room: Room;
let kase: CaseAnswer;
let sha256: string;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

beforeAll(async () => {
  room = await adversaryRoom();
  const { cookies, csrf } = await room.as("desk");
  const stored = await room.app.inject({
    method: "POST",
    url: "/api/v1/files",
    cookies: { ...cookies },
    headers: { "x-csrf-token": csrf, "content-type": "multipart/form-data; boundary=x" },
    payload: Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      PNG,
      Buffer.from("\r\n--x--\r\n"),
    ]),
  });
  const file = stored.json();
  sha256 = file.sha256;
  kase = await room.receive({ papers: [{ name: "Đơn", form: "scanned", files: [file] }] });
});
afterAll(() => room.close());

const STRANGERS: readonly Person[] = [
  "wardDesk",
  "stranger",
  "strangerLeader",
  "administrator",
  "controller",
];

describe("what is another unit's stays there", () => {
  it("every page, paper and file of a case is closed to officers of other units, and the reading book stays empty", async () => {
    const pages = [
      `/officer/cases/${kase.id}`,
      `/officer/cases/${kase.id}/explain`,
      `/officer/cases/${kase.id}/received`,
      `/officer/cases/${kase.id}/change-procedure`,
      `/officer/cases/${kase.id}/papers/1.pdf`,
      `/officer/cases/${kase.id}/control-sheet.pdf`,
      `/officer/cases/${kase.id}/files/${sha256}`,
      `/api/v1/cases/${kase.id}`,
      `/api/v1/cases/${kase.id}/deadline`,
    ];
    for (const url of pages) {
      for (const person of STRANGERS) {
        const answer = await room.get(person, url);
        expect([url, person, answer.statusCode]).toEqual([url, person, 403]);
        expect(answer.body).not.toContain("Nguyễn Thị Lụa");
      }
    }
    const readings = await room.app.db.ownerPool.query("select * from cases.reading where case_id = $1", [
      kase.id,
    ]);
    expect(readings.rows).toEqual([]);
    expect((await room.get("desk", pages[6] as string)).statusCode).toBe(200);
  });

  it("a file opens only in the case it lies in", async () => {
    const other = await room.receive();
    expect((await room.get("desk", `/officer/cases/${other.id}/files/${sha256}`)).statusCode).toBe(404);
    expect((await room.get("desk", `/officer/cases/${kase.id}/files/${"0".repeat(64)}`)).statusCode).toBe(
      404,
    );
    expect((await room.get("desk", `/officer/cases/${kase.id}/files/..%2f..%2fpostgres`)).statusCode).toBe(
      404,
    );
  });

  it("a search, a queue and a register show one's own units alone", async () => {
    for (const q of [kase.code, "064185004321", "Nguyễn Thị Lụa", "%", "_", "nguyen thi lua"]) {
      const page = await room.get("wardDesk", `/officer/search?q=${encodeURIComponent(q)}`);
      expect([q, page.statusCode, page.body.includes(`/officer/cases/${kase.id}`)]).toEqual([q, 200, false]);
      const api = await room.get("wardDesk", `/api/v1/cases?q=${encodeURIComponent(q)}`);
      expect(api.json()).toEqual({ cases: [] });
    }
    expect((await room.get("wardDesk", "/officer?tab=all")).body).not.toContain(kase.code);
    for (const kind of ["", ".pdf", ".csv"]) {
      const unit = await room.unitId("H21.00.01");
      const answer = await room.get("wardDesk", `/officer/register${kind}?unit=${unit}`);
      expect([kind, answer.statusCode]).toEqual([kind, 403]);
    }
  });

  it("a batch does nothing with a foreign case and names nobody in it", async () => {
    const before = await room.trace(kase.id);
    const answer = await room.form("wardDesk", "/officer/batch", {
      verb: "pass-on",
      case: [`${kase.id}.1.1`],
      back: "//evil.example",
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain("Nguyễn Thị Lụa");
    expect(answer.body).not.toContain(kase.code);
    expect(answer.body).not.toContain("evil.example");
    expect((await room.trace(kase.id)).caseRows).toBe(before.caseRows);
  });
});

describe("a token of another system", () => {
  const call = async (authorization: string, method: "GET" | "POST", url: string, payload?: object) =>
    room.app.inject({
      method,
      url,
      headers: { authorization },
      ...(payload === undefined ? {} : { payload }),
    });

  it("receives for its own unit and for no other, and leaves no serial behind where it may not", async () => {
    const ward = await room.token("H21.106.01", ["case.receive", "case.read", "case.list"]);
    const before = await room.trace(kase.id);
    const submission = await room.submission();
    for (const [url, body] of [
      ["/api/v1/cases", submission],
      ["/api/v1/cases/supplement-requests", { submission, items: ["a"], reason: "b" }],
      ["/api/v1/cases/at-once", { submission, atOnce: { resultTitle: "a", signedBy: 1 } }],
    ] as const) {
      const answer = await call(ward, "POST", url, body);
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
    const after = await room.trace(kase.id);
    expect([after.serials, after.audit - before.audit]).toEqual([before.serials, 3]);
    const own = await room.submission({
      procedureCode: "1.004873",
      receivingUnitId: await room.unitId("H21.106.01"),
      decidingUnitId: await room.unitId("H21.106"),
    });
    expect((await call(ward, "POST", "/api/v1/cases", own)).statusCode).toBe(201);
    expect((await call(ward, "GET", `/api/v1/cases/${own.caseId}`)).statusCode).toBe(200);
  });

  it("reads and finds the cases of its own unit alone", async () => {
    const ward = await room.token("H21.106.01", ["case.read", "case.list"]);
    for (const url of [`/api/v1/cases/${kase.id}`, `/api/v1/cases/${kase.id}/deadline`])
      expect((await call(ward, "GET", url)).statusCode).toBe(403);
    expect((await call(ward, "GET", `/api/v1/cases?q=${kase.code}`)).json()).toEqual({ cases: [] });
  });

  it("does nothing that its permissions do not name, and no officer's work at all", async () => {
    const reader = await room.token("H21.00.01", ["case.list"]);
    const everything = await room.token("H21.00.01", [
      "case.receive",
      "case.read",
      "case.list",
      "report.read",
    ]);
    expect((await call(reader, "GET", `/api/v1/cases/${kase.id}`)).statusCode).toBe(403);
    expect((await call(reader, "POST", "/api/v1/cases", await room.submission())).statusCode).toBe(403);
    const before = await room.trace(kase.id);
    const verbs = room.app.routes.filter(
      ({ method, url }) => method === "POST" && url.includes("/cases/:id/"),
    );
    expect(verbs.length).toBeGreaterThan(40);
    for (const { url } of verbs) {
      const answer = await call(everything, "POST", url.replace(":id", kase.id), { input: {} });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
    expect((await room.trace(kase.id)).caseRows).toBe(before.caseRows);
  });

  it("is worth nothing when it is wrong, even beside a good session", async () => {
    const { cookies } = await room.as("desk");
    const headers = { authorization: "Bearer mc_wrong" };
    const answer = await room.app.inject({
      url: `/api/v1/cases/${kase.id}`,
      cookies: { ...cookies },
      headers,
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe("the ways in and out of a session", () => {
  it("lead nowhere but to our own pages", async () => {
    for (const next of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/%09/evil.example",
      "javascript:alert(1)",
      "/\u0009//evil.example",
    ]) {
      const signedIn = await room.get("desk", `/sign-in?next=${encodeURIComponent(next)}`);
      expect(new URL(String(signedIn.headers.location), "https://motcua.test").host).toBe("motcua.test");
      const page = await room.get(undefined, `/sign-in?next=${encodeURIComponent(next)}`);
      const kept = /name="next" value="([^"]*)"/.exec(page.body)?.[1] ?? "";
      expect(new URL(kept, "https://motcua.test").host).toBe("motcua.test");
    }
    const outside = await room.get(undefined, "//evil.example/officer");
    expect(String(outside.headers.location ?? "/")).toMatch(/^\/(?!\/)/);
  });

  it("set cookies that no script reads and no other site sends, and pages that nobody frames or keeps", async () => {
    const page = await room.get("desk", "/officer?lang=en");
    for (const cookie of [page.headers["set-cookie"] ?? []].flat()) expect(cookie).toMatch(/HttpOnly/i);
    expect(page.headers["cache-control"]).toBe("no-store");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
    expect(page.headers["content-security-policy"]).not.toContain("unsafe");
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("guessing the word of a receipt", () => {
  it("ends after so many tries a minute, on pages and through the API, each known code like an unknown one", async () => {
    const { db, clock, dataDir } = room.app;
    const { app } = await composeApp({
      config: { dataDir, secureCookies: false, publicUrl: "https://motcua.test" },
      database: db.database,
      clock: clock.read,
      log: createLog("silent"),
    });
    const paths = [
      "/track/C",
      "/track/C/explain",
      "/track/C/receipt.pdf",
      "/api/v1/track/C",
      "/api/v1/track/C/deadline",
    ];
    for (const path of paths) {
      const statuses: number[] = [];
      for (let n = 0; n <= 120; n++) {
        const code = n % 2 === 0 ? kase.code : "H21.00.01-261123-9999";
        statuses.push((await app.inject(`${path.replace("C", code)}?w=AAAAA-${10_000 + n}`)).statusCode);
      }
      expect([path, new Set(statuses.slice(0, 120)), statuses.at(-1)]).toEqual([path, new Set([404]), 429]);
    }
    await app.close();
  });
});
