import type { PoolClient } from "pg";
import { type Instant, toIso } from "../kernel/time.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { seedAccounts } from "./seed-accounts.ts";
import { seedFingerprint } from "./seed-fingerprint.ts";
import { seedOfficers, seedUnitsOfProvince } from "./seed-organisation.ts";

export type SeedDeps = { readonly database: Database; readonly clock: Clock };

/** What was added now, by kind; all zero when the province was there already. */
export type SeedReport = {
  readonly units: number;
  readonly officers: number;
  readonly accounts: number;
};

export type SeedOptions = {
  /** Called before each phase with its name and how many of all phases are done. */
  readonly progress?: (phase: keyof SeedReport, done: number, total: number) => void;
  /** Looks again even where the recorded seed is the same. */
  readonly force?: boolean;
};

/** Any number; two processes that start at once must agree on it. */
const LOCK = 7_226_002;

/**
 * Brings a real province into the database: units, officers, demo accounts, procedures with their processes.
 * Adds only what is missing, all in one transaction; a second run changes nothing and returns at once.
 */
export async function seedProvince(deps: SeedDeps, options: SeedOptions = {}): Promise<SeedReport> {
  const fingerprint = await seedFingerprint();
  const sql = await deps.database.pool.connect();
  try {
    await sql.query("begin");
    await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const report: SeedReport =
      options.force !== true && (await recorded(sql)) === fingerprint
        ? NOTHING
        : await runPhases(sql, deps.clock(), options.progress ?? (() => {}));
    await record(sql, fingerprint, deps.clock());
    await sql.query("commit");
    return report;
  } catch (cause) {
    await sql.query("rollback");
    throw cause;
  } finally {
    sql.release();
  }
}

const NOTHING: SeedReport = { units: 0, officers: 0, accounts: 0 };

const PHASES: Record<keyof SeedReport, (sql: PoolClient, now: Instant) => Promise<number>> = {
  units: seedUnitsOfProvince,
  officers: seedOfficers,
  accounts: seedAccounts,
};

async function runPhases(
  sql: PoolClient,
  now: Instant,
  progress: NonNullable<SeedOptions["progress"]>,
): Promise<SeedReport> {
  const names = Object.keys(PHASES) as (keyof SeedReport)[];
  const report: Record<keyof SeedReport, number> = { ...NOTHING };
  for (const [index, name] of names.entries()) {
    progress(name, index, names.length);
    report[name] = await PHASES[name](sql, now);
  }
  return report;
}

async function recorded(sql: PoolClient): Promise<string | undefined> {
  const found = await sql.query<{ message: string | null }>(
    "select message from platform.job_run where name = 'seed' and state = 'done'",
  );
  return found.rows[0]?.message ?? undefined;
}

async function record(sql: PoolClient, fingerprint: string, now: Instant): Promise<void> {
  await sql.query(
    `insert into platform.job_run (name, state, started_at, ended_at, message) values ('seed', 'done', $1, $1, $2)
     on conflict (name) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
       message = excluded.message
     where job_run.message is distinct from excluded.message`,
    [toIso(now), fingerprint],
  );
}
