import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../../test/harness/app.ts";
import { toIso } from "../kernel/time.ts";

let app: TestApp;
const ready = async () => {
  const answer = await app.inject("/readyz");
  return { status: answer.statusCode, ...answer.json<{ ready: boolean; missing: string[] }>() };
};
const beat = (secondsAgo: number) =>
  app.db.ownerPool.query(
    "insert into platform.worker_beat values ('w', $1) on conflict (worker) do update set beat_at = excluded.beat_at",
    [toIso(app.clock.read() - secondsAgo * 1000)],
  );

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

describe("readiness", () => {
  it("names the worker while none reports, and one that has been silent for a minute", async () => {
    expect(await ready()).toEqual({ status: 503, ready: false, missing: ["worker"] });
    await beat(60);
    expect(await ready()).toMatchObject({ status: 503, missing: ["worker"] });
    await beat(59);
    expect(await ready()).toEqual({ status: 200, ready: true, missing: [] });
  });

  it("names migrations that this program knows and the database does not have", async () => {
    await beat(0);
    const taken = await app.db.ownerPool.query(
      "delete from public.schema_migration where name like '0006%' returning name, checksum",
    );
    expect(await ready()).toEqual({ status: 503, ready: false, missing: ["migrations"] });
    const row = taken.rows[0] as { name: string; checksum: string };
    await app.db.ownerPool.query("insert into public.schema_migration values ($1, $2)", [
      row.name,
      row.checksum,
    ]);
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it("says migrations where the schema is not there at all", async () => {
    await app.db.ownerPool.query("alter schema platform rename to hidden");
    expect(await ready()).toEqual({ status: 503, ready: false, missing: ["migrations"] });
    await app.db.ownerPool.query("alter schema hidden rename to platform");
  });
});

describe("figures for Prometheus", () => {
  it("count requests by route, jobs and the age of the worker's beat", async () => {
    await beat(30);
    const { body } = await app.inject("/metrics");
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/readyz",status="503"}');
    expect(body).toContain('jobs{state="waiting"} 0');
    expect(body).toContain('worker_beat_age_seconds{worker="w"} 30');
  });

  it("are not there for the internet", async () => {
    expect((await app.inject({ url: "/metrics", remoteAddress: "203.0.113.9" })).statusCode).toBe(404);
    const forwarded = { url: "/metrics", headers: { "x-forwarded-for": "203.0.113.9" } };
    expect((await app.inject(forwarded)).statusCode).toBe(404);
    expect((await app.inject({ url: "/metrics", remoteAddress: "10.1.2.3" })).statusCode).toBe(200);
  });
});

describe("without a database", () => {
  it("the process still lives, and says what it misses", async () => {
    const lonely = await testApp();
    await lonely.db.close();
    expect((await lonely.inject("/healthz")).json()).toEqual({ status: "ok" });
    const answer = await lonely.inject("/readyz");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ ready: false, missing: ["database"] });
    await lonely.app.close();
  });
});
