import { BlockList, isIPv4 } from "node:net";
import type { FastifyInstance } from "fastify";
import { Gauge, type Registry } from "prom-client";
import { toIso } from "../kernel/time.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { listJobRuns } from "./job-run.ts";
import { migrationNames } from "./migrate.ts";

export type HealthDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: Registry;
};

/** What must be there before a load balancer sends people here. */
type Part = "database" | "migrations" | "worker";

/** A worker that has not reported for this long is taken for dead. */
const BEAT_OLD_MS = 60_000;

/** /healthz: the process lives. /readyz: it can serve. /metrics: figures for Prometheus, for the own network alone. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  measureJobs(deps);
  app.get("/healthz", { config: { access: "public" } }, () => ({ status: "ok" }));
  app.get("/readyz", { config: { access: "public" } }, async (_request, reply) => {
    const missing = await missingParts(deps);
    return reply
      .status(missing.length === 0 ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready: missing.length === 0, missing });
  });
  app.get("/metrics", { config: { access: "public" } }, async (request, reply) => {
    // How busy an office is does not concern the internet; monitoring stands in the own network.
    if (!OWN_NETWORK.check(request.ip, isIPv4(request.ip) ? "ipv4" : "ipv6")) return reply.callNotFound();
    return reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
}

const OWN_NETWORK = new BlockList();
OWN_NETWORK.addSubnet("127.0.0.0", 8);
OWN_NETWORK.addSubnet("10.0.0.0", 8);
OWN_NETWORK.addSubnet("172.16.0.0", 12);
OWN_NETWORK.addSubnet("192.168.0.0", 16);
OWN_NETWORK.addAddress("::1", "ipv6");
OWN_NETWORK.addSubnet("fc00::", 7, "ipv6");

async function missingParts({ database, clock }: HealthDeps): Promise<Part[]> {
  try {
    const found = await database.pool.query<{ applied: string[] | null; beating: boolean }>({
      name: "platform.readiness",
      text: `select (select array_agg(name) from public.schema_migration) as applied,
               exists (select 1 from platform.worker_beat where beat_at > $1) as beating`,
      values: [toIso(clock() - BEAT_OLD_MS)],
    });
    const { applied, beating } = found.rows[0] ?? { applied: null, beating: false };
    const missing: Part[] = [];
    const names = await migrationNames();
    if (names.some((name) => applied?.includes(name) !== true)) missing.push("migrations");
    if (!beating) missing.push("worker");
    return missing;
  } catch (error) {
    // 42P01 and 3F000: the database answers, our tables are not there yet.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "42P01" || code === "3F000" ? ["migrations"] : ["database"];
  }
}

/** Figures read from the database when Prometheus asks: what waits, what failed, since when no worker has reported. */
function measureJobs({ database, clock, metrics }: HealthDeps): void {
  const registers = [metrics];
  new Gauge({
    name: "jobs",
    help: "Background jobs by state; failed ones were tried as often as they may be",
    labelNames: ["state"],
    registers,
    async collect() {
      const found = await database.pool.query<{ waiting: number; failed: number }>(
        `select count(*) filter (where attempts < max_attempts) as waiting,
           count(*) filter (where attempts >= max_attempts) as failed from graphile_worker.jobs`,
      );
      this.set({ state: "waiting" }, found.rows[0]?.waiting ?? 0);
      this.set({ state: "failed" }, found.rows[0]?.failed ?? 0);
    },
  });
  new Gauge({
    name: "job_last_run_failed",
    help: "1 where the latest run of a job failed",
    labelNames: ["job"],
    registers,
    async collect() {
      for (const run of await listJobRuns(database))
        this.set({ job: run.name }, run.state === "failed" ? 1 : 0);
    },
  });
  new Gauge({
    name: "worker_beat_age_seconds",
    help: "Seconds since a worker last reported",
    labelNames: ["worker"],
    registers,
    async collect() {
      this.reset();
      const found = await database.pool.query<{ worker: string; beat_at: number }>(
        "select worker, beat_at from platform.worker_beat",
      );
      for (const { worker, beat_at } of found.rows) this.set({ worker }, (clock() - beat_at) / 1000);
    },
  });
}
