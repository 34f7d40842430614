import type { Pool } from "pg";
import { addDays, type Instant, instantOf, type LocalDate, localDateOf, toIso } from "../src/kernel/time.ts";
import { checkChain } from "../src/modules/cases/history/check-chain.ts";
import { keepDayRoot } from "../src/modules/cases/history/day-root-store.ts";
import { rebuild } from "../src/modules/cases/history/rebuild.ts";
import { rootOfKeptHeads, sealDays } from "../src/modules/cases/history/seal-day.ts";
import type { Database } from "../src/platform/database.ts";

export type ProjectionReport = {
  readonly cases: number;
  readonly actions: number;
  readonly rebuildSeconds: number;
  readonly checkChainSeconds: number;
  /** Sealing one day over the heads of all cases. */
  readonly sealDaySeconds: number;
  readonly mended: number;
  readonly faults: number;
};

/** Rebuilds (comparing only), checks every hash, and seals one day, on everything that the database holds. */
export async function measureProjections(
  database: Database,
  owner: Pool,
  now: Instant,
  onProgress: (phase: string, done: number) => void,
): Promise<ProjectionReport> {
  const { pool } = database;
  const rebuilt = await timed(() =>
    rebuild(pool, { check: true, onProgress: (cases) => onProgress("rebuild", cases) }),
  );
  await sealUpTo(owner, addDays(localDateOf(now), -2), now);
  const sealed = await timed(() => sealDays(pool, now));
  const checked = await timed(() => checkChain(pool, (actions) => onProgress("check-chain", actions)));
  return {
    cases: rebuilt.value.cases,
    actions: rebuilt.value.actions,
    rebuildSeconds: rebuilt.seconds,
    checkChainSeconds: checked.seconds,
    sealDaySeconds: sealed.seconds,
    mended: rebuilt.value.mended.length,
    faults: checked.value.faults.length,
  };
}

/** What nights of sealing would have left, in one go: the head of each case as of a day's end, and the root over them. */
async function sealUpTo(owner: Pool, day: LocalDate, now: Instant): Promise<void> {
  const sealed = await owner.query("select 1 from cases.day_root limit 1");
  if (sealed.rowCount === 1) return;
  await owner.query(
    `insert into cases.day_head (day, case_id, seq, hash)
     select distinct on (case_id) $1::date, case_id, seq, hash from cases.action
     where at < $2 order by case_id, seq desc`,
    [day, toIso(instantOf(addDays(day, 1), 0))],
  );
  await owner.query("analyze cases.day_head");
  await keepDayRoot(owner, await rootOfKeptHeads(owner, day), now);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const since = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - since) / 1000 };
}
