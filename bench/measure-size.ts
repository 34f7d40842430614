import { systemClock } from "../src/platform/clock.ts";
import { installationSecret } from "../src/platform/secret.ts";
import { print } from "../src/platform/terminal/print.ts";
import { progressBar } from "../src/platform/terminal/progress-bar.ts";
import { type BenchDatabase, caseCount, openBenchDatabase } from "./bench-database.ts";
import type { BenchOptions } from "./bench-options.ts";
import { measureCatalogueSearch, type SearchFigures } from "./catalogue-search.ts";
import { cpuTime } from "./cpu-time.ts";
import { Latencies } from "./latencies.ts";
import { type LifecycleReport, measureLifecycles, type Target } from "./lifecycle.ts";
import { openSessions } from "./officer-sessions.ts";
import { measurePgbench } from "./pgbench.ts";
import { measureProjections, type ProjectionReport } from "./projections.ts";
import { measureRawLimit, type RawReport } from "./raw-limit.ts";
import { measureTracking, readBeside, type TrackingReport } from "./reads.ts";
import { measureRecomputeBeside, type RecomputeReport } from "./recompute.ts";
import { sampleCases } from "./sample-cases.ts";
import { loadProvinceFacts } from "./volume/province-facts.ts";
import { seedVolume } from "./volume/volume-seeder.ts";
import { startWebProcess } from "./web-process.ts";

/** Everything measured on a base of one size. */
export type SizeReport = {
  /** Cases in the base before the load. */
  readonly cases: number;
  /** How fast the volume was made; undefined where it was there already. */
  readonly seededPerSecond: number | undefined;
  readonly databaseBytes: number;
  readonly lifecycles: LifecycleReport;
  readonly raw: RawReport & { readonly pgbench: number | undefined };
  /** With readers beside a paced load; absent on an empty base, where there is nothing to look at. */
  readonly underLoad?: {
    readonly lifecycles: LifecycleReport;
    readonly reads: ReturnType<Latencies["report"]>;
  };
  readonly tracking?: TrackingReport;
  /** The search of procedures, asked one after the other. */
  readonly catalogue?: SearchFigures;
  readonly projections?: ProjectionReport;
  readonly recompute?: RecomputeReport;
};

/** Bare clients of the raw limit. */
const RAW_CLIENTS = 16;
const RAW_CASES = 3_000;
const READERS = 6;
const PAUSE_MS = 50;

/** Measures a base of a size: makes it, loads it, compares it with the raw limit. */
export async function measureSize(
  serverUrl: string,
  size: number,
  options: BenchOptions,
  isLargest: boolean,
): Promise<SizeReport> {
  print(`\n${size === 0 ? "An empty base" : `${size} cases`}`);
  const db = await openBenchDatabase(serverUrl, `bench_${size}`, { anew: !options.keep || size === 0 });
  try {
    const seededPerSecond = await fill(db, size, options.openShare);
    const target = await targetOf(db);
    return {
      cases: await caseCount(db.owner),
      seededPerSecond,
      databaseBytes: await bytesOf(db),
      ...(await underHttp(db, target, size, options)),
      raw: await rawLimit(db, target, options),
      ...(isLargest && size > 0 ? { catalogue: await measureCatalogueSearch(db.database, 20) } : {}),
      ...(isLargest && size > 0 && options.recompute
        ? { recompute: await recompute(db, target, options) }
        : {}),
      ...(isLargest && size > 0 && options.projections ? { projections: await projections(db) } : {}),
    };
  } finally {
    await db.close();
  }
}

async function fill(db: BenchDatabase, size: number, openShare: number): Promise<number | undefined> {
  if ((await caseCount(db.owner)) >= size) return undefined;
  const bar = progressBar("  seeding", size);
  const since = performance.now();
  const made = await seedVolume(db.database, db.owner, {
    cases: size,
    openShare,
    now: systemClock(),
    onProgress: (cases) => bar.update(cases),
  });
  const perSecond = made.cases / ((performance.now() - since) / 1000);
  bar.finish(`${perSecond.toFixed(0)} cases/s`);
  // What autovacuum would do in the hours after; else it would do it while we measure.
  await db.owner.query("vacuum analyze");
  await db.owner.query("checkpoint");
  return perSecond;
}

type Installed = Omit<Target, "addresses" | "cpu">;

async function targetOf(db: BenchDatabase): Promise<Installed> {
  return {
    facts: await loadProvinceFacts(db.database, systemClock),
    sessions: await openSessions(db.owner),
    trackingKey: await installationSecret(db.database, "tracking"),
  };
}

async function underHttp(
  db: BenchDatabase,
  known: Installed,
  size: number,
  { seconds, concurrency, webProcesses, pace, dataDir }: BenchOptions,
): Promise<Pick<SizeReport, "lifecycles" | "underLoad" | "tracking">> {
  const webs = await Promise.all(
    Array.from({ length: webProcesses }, () => startWebProcess(db.url, dataDir)),
  );
  try {
    const pids = webs.map((web) => web.pid);
    const target: Target = {
      ...known,
      addresses: webs.map((web) => web.address),
      cpu: () => cpuTime(pids, db.owner),
    };
    print(`  lifecycles through HTTP, ${seconds} s`);
    const lifecycles = await measureLifecycles(target, { seconds, concurrency });
    if (size === 0) return { lifecycles };
    const samples = await sampleCases(db.owner);
    print(`  up to ${pace} lifecycles/s with ${READERS} readers beside, ${seconds} s`);
    const reads = new Latencies();
    const loaded = await measureLifecycles(target, {
      seconds,
      concurrency,
      pace,
      onStart: () => reads.restart(),
      beside: (signal) => readBeside(target, samples, reads, { readers: READERS, pauseMs: PAUSE_MS }, signal),
    });
    print("  the public tracking page alone");
    const tracking = await measureTracking(target, samples, { seconds: Math.min(10, seconds), concurrency });
    return { lifecycles, underLoad: { lifecycles: loaded, reads: reads.report() }, tracking };
  } finally {
    await Promise.all(webs.map((web) => web.stop()));
  }
}

async function rawLimit(
  db: BenchDatabase,
  { facts, trackingKey }: Installed,
  { seconds }: BenchOptions,
): Promise<SizeReport["raw"]> {
  print("  the raw limit of this database");
  const updateSeconds = Math.min(5, seconds);
  const raw = await measureRawLimit(db, facts, trackingKey, {
    clients: RAW_CLIENTS,
    cases: RAW_CASES,
    updateSeconds,
  });
  return { ...raw, pgbench: await measurePgbench(db.url, RAW_CLIENTS, updateSeconds) };
}

async function recompute(
  db: BenchDatabase,
  target: Installed,
  { dataDir }: BenchOptions,
): Promise<RecomputeReport> {
  print("  a declared holiday, with readers beside");
  let bar: ReturnType<typeof progressBar> | undefined;
  const report = await measureRecomputeBeside(db, target, dataDir, ({ done, total }) => {
    bar ??= progressBar("  recomputing", total);
    bar.update(done);
  });
  bar?.finish(`${report.movedPerSecond.toFixed(0)} moved cases/s`);
  return report;
}

async function projections(db: BenchDatabase): Promise<ProjectionReport> {
  print("  rebuild, check-chain and sealing a day");
  const cases = await caseCount(db.owner);
  const bar = progressBar("  rebuilding", cases);
  const report = await measureProjections(db.database, db.owner, systemClock(), (phase, done) => {
    if (phase === "rebuild") bar.update(done);
  });
  bar.finish();
  return report;
}

async function bytesOf(db: BenchDatabase): Promise<number> {
  const found = await db.owner.query<{ bytes: number }>(
    "select pg_database_size(current_database()) as bytes",
  );
  return found.rows[0]?.bytes ?? 0;
}
