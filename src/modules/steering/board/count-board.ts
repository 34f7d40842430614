import { isDeepStrictEqual } from "node:util";
import type { PoolClient } from "pg";
import type { Instant } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import { casesChanged, takeChangedCases, verdictFacts } from "../../cases/index.ts";
import { type BoardEntry, boardEntry } from "../domain/board-entry.ts";
import { BoardSums } from "../domain/board-sums.ts";
import { judgedCase } from "../figures/count-verdicts.ts";
import {
  addToSums,
  boardEntries,
  boardState,
  fieldIds,
  keepEntries,
  lockBoard,
  noteBoard,
  turnedCases,
} from "./board-store.ts";

/** Cases counted in one transaction; short ones, so that no lock is held for long. */
const BATCH = 1000;
const BATCHES_A_TICK = 20;
/** How old the noted moment may grow while nothing happens. */
const NOTE_EVERY_MS = 5000;

/**
 * Brings the board up to date: cases whose figures commands have changed, and cases that time alone made late. Each is
 * counted anew, compared with what it added so far, and the difference goes into the roll-ups, in one transaction with
 * the marks that are taken away: a crash undoes all of it and the next tick begins again. Any number of processes may
 * tick; one of them counts.
 * @returns how many cases were looked at.
 */
export async function tickBoard(database: Database, now: Instant): Promise<number> {
  let seen = 0;
  for (let batch = 0; batch < BATCHES_A_TICK; batch++) {
    if (await isIdle(database, now)) break;
    const done = await inTransaction(database, async (client) => {
      if (!(await lockBoard(client, { wait: false }))) return undefined;
      const { ids, taken } = await takeChangedCases(client, BATCH);
      const turned = await turnedCases(client, now, BATCH);
      const all = [...new Set([...ids, ...turned])];
      const changed = await countCases(client, all, now);
      await noteBoard(client, now, changed > 0);
      return { looked: all.length, full: taken === BATCH || turned.length === BATCH };
    });
    seen += done?.looked ?? 0;
    if (done?.full !== true) break;
  }
  return seen;
}

/** Most ticks find nothing: three short questions and no transaction. */
async function isIdle({ pool }: Database, now: Instant): Promise<boolean> {
  const [changed, turned, { asOf }] = await Promise.all([
    casesChanged(pool),
    turnedCases(pool, now, 1),
    boardState(pool),
  ]);
  return !changed && turned.length === 0 && now - asOf < NOTE_EVERY_MS;
}

/**
 * Counts these cases anew at `now` and puts the difference into the roll-ups, in the transaction of the client, which
 * holds the board's lock.
 * @param write false only compares.
 * @returns how many added something else than they should.
 */
export async function countCases(
  client: PoolClient,
  caseIds: readonly string[],
  now: Instant,
  write = true,
): Promise<number> {
  if (caseIds.length === 0) return 0;
  const facts = await verdictFacts(client, caseIds);
  const kept = await boardEntries(client, caseIds);
  const fields = await fieldIds(
    client,
    facts.map(({ field }) => field),
  );
  const sums = new BoardSums();
  const fresh = new Map<string, BoardEntry>();
  const missing = new Set(kept.keys());
  for (const row of facts) {
    const place = { unitId: row.decidingUnitId, fieldId: fields.get(row.field) ?? 0 };
    const entry = boardEntry(judgedCase(row), place, now);
    if (entry === undefined) continue;
    missing.delete(row.caseId);
    const before = kept.get(row.caseId);
    if (isDeepStrictEqual(before, entry)) continue;
    if (before !== undefined) sums.add(before, -1);
    sums.add(entry, 1);
    fresh.set(row.caseId, entry);
  }
  for (const id of missing) sums.add(kept.get(id) as BoardEntry, -1);
  if (write) {
    await keepEntries(client, fresh, [...missing]);
    await addToSums(client, sums.rows());
  }
  return fresh.size + missing.size;
}

/** All or nothing. */
export async function inTransaction<T>(
  database: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const done = await work(client);
    await client.query("commit");
    return done;
  } catch (fault) {
    await client.query("rollback").catch(() => {});
    throw fault;
  } finally {
    client.release();
  }
}
