import { randomBytes } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { inventPerson } from "../../src/demo/people.ts";
import { SeededRandom } from "../../src/demo/seeded-random.ts";
import { uuidv7 } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { unmark } from "../../src/kernel/vietnamese-text.ts";
import type { Database } from "../../src/platform/database.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { CASE_TABLES } from "./case-rows.ts";
import { CaseTemplate, type CopyLines, type Identity, noLines, PlaceholderSerials } from "./case-template.ts";
import { copyIn } from "./copy-in.ts";
import { HistoryMaker } from "./history-maker.ts";
import { loadProvinceFacts, type ProvinceFacts } from "./province-facts.ts";
import { Serials } from "./serials.ts";
import { planCase, planDays } from "./volume-plan.ts";

/** The secret behind the words on receipts, as the composition root names it. */
const TRACKING_SECRET = "tracking";

export type VolumeReport = { readonly cases: number; readonly actions: number };

export type VolumeOptions = {
  readonly cases: number;
  readonly now: Instant;
  /** The same seed gives the same people, times and fates. */
  readonly seed?: number;
  /** How many of the cases are still open, 0..1; absent: one in twenty. */
  readonly openShare?: number;
  /** Another province than the seeded one. */
  readonly facts?: (facts: ProvinceFacts) => ProvinceFacts;
  readonly onProgress?: (cases: number) => void;
};

const BATCH = 1_000;
/** Cases made from one history: making it with all its rules costs ten times as much as copying it. */
const COPIES = 10;

/**
 * Fills a seeded database with cases as if the province had worked for up to two years. Histories are made by the
 * program's own commands, each at its own moment; every one is copied for some more people, with ids, codes, numbers
 * and hashes of their own, and all is written in bulk. Every row, state and hash is what the program would have left.
 * Case codes and paper numbers count on from those already given.
 * @param owner the database's owner: COPY past the foreign keys, which hold by construction.
 */
export async function seedVolume(
  database: Database,
  owner: Pool,
  options: VolumeOptions,
): Promise<VolumeReport> {
  const { now, onProgress } = options;
  const seeded = await loadProvinceFacts(database, () => now);
  const facts = options.facts?.(seeded) ?? seeded;
  const random = new SeededRandom(options.seed ?? 20_261_123);
  const serials = new Serials();
  await serials.load(owner);
  const maker = new HistoryMaker(facts, await installationSecret(database, TRACKING_SECRET), random);
  const writer = new BatchWriter(owner);
  for (const { day, isOpen, count } of planDays(facts, options.cases, now, options.openShare)) {
    for (let made = 0; made < count; made += COPIES) {
      const plan = planCase(facts, random, { day, isOpen, now });
      const placeholders = new PlaceholderSerials();
      const template = new CaseTemplate(await maker.make(plan, placeholders), placeholders);
      for (let copy = made; copy < Math.min(made + COPIES, count); copy++)
        template.copyInto(writer.lines, identityAt(plan.receivedAt, random), serials);
      await writer.flushWhenFull();
      // The socket gets its turn while histories are made.
      await breathe();
      onProgress?.(writer.written);
    }
  }
  await writer.finish();
  await serials.store(owner);
  for (const [table] of Object.values(CASE_TABLES)) await owner.query(`analyze ${table}`);
  onProgress?.(writer.written);
  return { cases: writer.written, actions: writer.actions };
}

function identityAt(receivedAt: Instant, random: SeededRandom): Identity {
  const { name, number, phone } = inventPerson(random, "");
  return { id: uuidv7(receivedAt, randomBytes(10)), name, searched: unmark(name), number, phone };
}

/** Gathers lines and writes a batch while the next one is being gathered. */
class BatchWriter {
  lines: CopyLines = noLines();
  written = 0;
  actions = 0;
  readonly #owner: Pool;
  #writing: Promise<void> = Promise.resolve();

  constructor(owner: Pool) {
    this.#owner = owner;
  }

  async flushWhenFull(): Promise<void> {
    if (this.lines.files.length >= BATCH) await this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
    await this.#writing;
    // The triggers that keep this table slept while the rows were copied.
    await this.#owner.query(
      `insert into cases.running (case_id, due_at, process_id)
       select id, due_at, process_id from cases.case_file where status in (2, 4, 5, 6) on conflict do nothing`,
    );
  }

  async #flush(): Promise<void> {
    const { lines } = this;
    this.lines = noLines();
    await this.#writing;
    this.written += lines.files.length;
    this.actions += lines.actions.length;
    this.#writing = write(this.#owner, lines);
  }
}

async function write(owner: Pool, lines: CopyLines): Promise<void> {
  const client: PoolClient = await owner.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query("set local synchronous_commit = off");
    for (const kind of ["files", "actions", "steps", "audits"] as const) {
      const [table, columns] = CASE_TABLES[kind];
      await copyIn(client, table, columns, lines[kind]);
    }
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    client.release();
  }
}
