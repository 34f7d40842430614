import pg from "pg";
import { SeededRandom } from "../src/demo/seeded-random.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { MINUTE_MS } from "../src/kernel/time.ts";
import { systemClock } from "../src/platform/clock.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { communeErrands } from "./lifecycle.ts";
import { HistoryMaker } from "./volume/history-maker.ts";
import type { ProvinceFacts } from "./volume/province-facts.ts";
import { type RecordedCase, textOf } from "./volume/recording-database.ts";
import { Serials } from "./volume/serials.ts";
import { planLife } from "./volume/volume-plan.ts";

export type RawReport = {
  /** Saves of actions with all their rows, one round trip each, by bare clients. */
  readonly savesPerSecond: number;
  /** One row updated by its key, one round trip each, by bare clients. */
  readonly updatesPerSecond: number;
};

export type RawOptions = { readonly clients: number; readonly cases: number; readonly updateSeconds: number };

/**
 * The limit of this database on this machine: the very rows of whole lives of cases, recorded beforehand, written by
 * bare clients one save after the other, without HTTP, sessions, rules or serials. What the program loses against it
 * is its own cost.
 */
export async function measureRawLimit(
  db: BenchDatabase,
  facts: ProvinceFacts,
  trackingKey: Buffer,
  options: RawOptions,
): Promise<RawReport> {
  const recorded = await recordLives(db, facts, trackingKey, options.cases);
  const clients = await Promise.all(
    Array.from({ length: options.clients }, async () => {
      // The role of the program: what it may and what is checked for it is the same.
      const client = new pg.Client({ connectionString: db.url, options: "-c role=motcua_app" });
      await client.connect();
      return client;
    }),
  );
  const savesPerSecond = await writeLives(clients, recorded);
  const updatesPerSecond = await updateRows(db, clients, options.updateSeconds);
  await Promise.all(clients.map((client) => client.end()));
  return { savesPerSecond, updatesPerSecond };
}

async function recordLives(
  db: BenchDatabase,
  facts: ProvinceFacts,
  trackingKey: Buffer,
  count: number,
): Promise<RecordedCase[]> {
  const serials = new Serials();
  await serials.load(db.owner);
  const now = systemClock();
  const random = new SeededRandom(now);
  const maker = new HistoryMaker(facts, trackingKey, random);
  const errands = communeErrands(facts);
  const recorded: RecordedCase[] = [];
  for (let index = 0; index < count; index++) {
    const id = uuidv7(now, random.bytes(10));
    const plan = planLife(facts, random, { errand: random.pick(errands), id, receivedAt: now - MINUTE_MS });
    recorded.push(await maker.make(plan, serials));
  }
  await serials.store(db.owner);
  return recorded;
}

async function writeLives(clients: readonly pg.Client[], recorded: readonly RecordedCase[]): Promise<number> {
  let next = 0;
  let saves = 0;
  const since = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let life = recorded[next++]; life !== undefined; life = recorded[next++]) {
        for (const save of life.saves) {
          const done = await client.query({
            name: save.isNew ? "cases.create" : "cases.save",
            text: textOf(save),
            values: [...save.values],
          });
          if (done.rowCount !== 1) throw new Error(`the save of ${life.id} wrote nothing`);
          saves++;
        }
      }
    }),
  );
  return saves / ((performance.now() - since) / 1000);
}

const ROWS = 10_000;

/** As pgbench's simplest script: one update by primary key, each its own transaction. */
async function updateRows(
  db: BenchDatabase,
  clients: readonly pg.Client[],
  seconds: number,
): Promise<number> {
  await prepareUpdates(db);
  const random = new SeededRandom(1);
  const since = performance.now();
  let updates = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - since < seconds * 1000) {
        await client.query({ name: "bench.update", text: UPDATE, values: [random.between(1, ROWS)] });
        updates++;
      }
    }),
  );
  return updates / ((performance.now() - since) / 1000);
}

const UPDATE = "update bench.one_row set touched = touched + 1 where id = $1";

/** The table of the one-row limit; pgbench uses it too. */
async function prepareUpdates(db: BenchDatabase): Promise<void> {
  await db.owner.query(`create schema if not exists bench;
    grant usage on schema bench to motcua_app;
    create table if not exists bench.one_row (id integer primary key, touched integer not null default 0);
    grant select, update on bench.one_row to motcua_app;
    insert into bench.one_row (id) select generate_series(1, ${ROWS}) on conflict do nothing;`);
}
