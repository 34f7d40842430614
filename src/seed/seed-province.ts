import type { PoolClient } from "pg";
import { type Instant, instantOf, toIso } from "../kernel/time.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { seedProcedures } from "./data/procedures.ts";
import { seedAccounts } from "./seed-accounts.ts";
import { seedFingerprint } from "./seed-fingerprint.ts";
import { SEED_SINCE, seedOfficers, seedUnitsOfProvince } from "./seed-organisation.ts";
import { publishSeedProcedures, publishSeedProcesses } from "./seed-procedures.ts";

export type SeedDeps = { readonly database: Database; readonly clock: Clock };

/** What was added now, by kind; all zero when the province was there already. */
export type SeedReport = {
  readonly units: number;
  readonly officers: number;
  readonly accounts: number;
  readonly procedures: number;
  readonly processes: number;
};

export type SeedOptions = {
  /** Called before each phase with its name, and how many of all phases are done. */
  readonly progress?: (phase: keyof SeedReport, done: number, total: number) => void;
  /** Looks again even where the recorded seed is the same. */
  readonly force?: boolean;
};

/** Any number; two processes that start at once must agree on it. */
const LOCK = 7_226_002;
const NOTHING: SeedReport = { units: 0, officers: 0, accounts: 0, procedures: 0, processes: 0 };

/**
 * Brings a real province into the database: units, officers, demo accounts, procedures with their processes.
 * Adds only what is missing, all in one transaction; a second run changes nothing and returns at once.
 */
export async function seedProvince(deps: SeedDeps, options: SeedOptions = {}): Promise<SeedReport> {
  const fingerprint = await seedFingerprint();
  const now = deps.clock();
  const sql = await deps.database.pool.connect();
  try {
    await sql.query("begin");
    await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const known = await recordedFingerprint(sql);
    const isRecorded = known === fingerprint;
    // What is new in a later seed is in force from that day on, not from the beginning.
    const inForceFrom = known === undefined ? instantOf(SEED_SINCE, 0) : now;
    const report =
      isRecorded && options.force !== true ? NOTHING : await seedAll(sql, now, inForceFrom, options);
    if (!isRecorded) await recordFingerprint(sql, fingerprint, now);
    await sql.query("commit");
    return report;
  } catch (cause) {
    await sql.query("rollback");
    throw cause;
  } finally {
    sql.release();
  }
}

async function seedAll(
  sql: PoolClient,
  now: Instant,
  inForceFrom: Instant,
  { progress }: SeedOptions,
): Promise<SeedReport> {
  const total = Object.keys(NOTHING).length;
  progress?.("units", 0, total);
  const units = await seedUnitsOfProvince(sql);
  progress?.("officers", 1, total);
  const officers = await seedOfficers(sql);
  progress?.("accounts", 2, total);
  const accounts = await seedAccounts(sql, officers.idByStaffCode, now);
  progress?.("procedures", 3, total);
  const procedures = await publishSeedProcedures(sql, seedProcedures, inForceFrom);
  progress?.("processes", 4, total);
  const processes = await publishSeedProcesses(sql, seedProcedures, inForceFrom);
  return { units, officers: officers.added, accounts, procedures, processes };
}

async function recordedFingerprint(sql: PoolClient): Promise<string | undefined> {
  const found = await sql.query<{ message: string | null }>(
    "select message from platform.job_run where name = 'seed' and state = 'done'",
  );
  return found.rows[0]?.message ?? undefined;
}

async function recordFingerprint(sql: PoolClient, fingerprint: string, now: Instant): Promise<void> {
  await sql.query(
    `insert into platform.job_run (name, state, started_at, ended_at, message) values ('seed', 'done', $1, $1, $2)
     on conflict (name) do update set state = 'done', started_at = excluded.started_at,
       ended_at = excluded.ended_at, message = excluded.message`,
    [toIso(now), fingerprint],
  );
}
