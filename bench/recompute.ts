import type { Pool } from "pg";
import { addDays, localDateOf } from "../src/kernel/time.ts";
import { isWorkingDay, nextWorkingDay } from "../src/kernel/working-calendar.ts";
import type { RecomputeDeps } from "../src/modules/cases/recompute-deadlines/decide-batch.ts";
import {
  recomputeDeadlines,
  type Walk,
} from "../src/modules/cases/recompute-deadlines/recompute-deadlines.ts";
import { declareDays, loadCalendars, loadDirectory } from "../src/modules/organisation/index.ts";
import { ProcessLibrary } from "../src/modules/processes/index.ts";
import { systemClock } from "../src/platform/clock.ts";
import { runCommand } from "../src/platform/command.ts";
import type { Actor } from "../src/platform/permission.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { cpuTime } from "./cpu-time.ts";
import { Latencies } from "./latencies.ts";
import type { Target } from "./lifecycle.ts";
import { readBeside } from "./reads.ts";
import { sampleCases } from "./sample-cases.ts";
import { startWebProcess } from "./web-process.ts";

export type RecomputeReport = {
  readonly looked: number;
  readonly moved: number;
  readonly seconds: number;
  readonly movedPerSecond: number;
  /** The same rows, each updated once without reading, deciding or hashing, in batches of the same size. */
  readonly rawPerSecond: number;
  /** Processor of this process and of the database for each moved case, that of the readers and their pages included. */
  readonly cpuPerCase: { readonly program: number; readonly database: number } | undefined;
  /** Pages of people who looked meanwhile. */
  readonly reads?: ReturnType<Latencies["report"]>;
};

const READERS = 6;
const PAUSE_MS = 50;

/** The same with a web process and readers beside, as the program works while it recomputes. */
export async function measureRecomputeBeside(
  db: BenchDatabase,
  target: Omit<Target, "addresses" | "cpu">,
  dataDir: string,
  onProgress: (walk: Walk) => void,
): Promise<RecomputeReport> {
  const samples = await sampleCases(db.owner);
  const web = await startWebProcess(db.url, dataDir);
  const reads = new Latencies();
  const ended = new AbortController();
  const beside = { ...target, addresses: [web.address], cpu: () => cpuTime([web.pid], db.owner) };
  const looking = readBeside(beside, samples, reads, { readers: READERS, pauseMs: PAUSE_MS }, ended.signal);
  try {
    const report = await measureRecompute(db, onProgress, () => ended.abort());
    return { ...report, reads: reads.report() };
  } finally {
    ended.abort();
    await looking;
    await web.stop();
  }
}

/**
 * Declares a day of rest (or takes back the one of the last run) and recomputes every open case that it moves, as the
 * job does, its rests included; then updates the same rows barely.
 */
async function measureRecompute(
  db: BenchDatabase,
  onProgress: (walk: Walk) => void,
  onEnd: () => void = () => {},
): Promise<RecomputeReport> {
  const deps = await declaredDay(db);
  const before = await cpuTime([], db.owner);
  const since = performance.now();
  const { done, moved } = await recomputeDeadlines(deps, async (walk) => onProgress(walk));
  const seconds = (performance.now() - since) / 1000;
  onEnd();
  const after = await cpuTime([], db.owner);
  const ms = (used: number) => (used * 1000) / Math.max(1, moved);
  return {
    looked: done,
    moved,
    seconds,
    movedPerSecond: moved / seconds,
    rawPerSecond: await rawUpdates(db),
    cpuPerCase: before &&
      after && {
        program: ms(after.load - before.load),
        database: ms(after.database - before.database),
      },
  };
}

/** A working day next week becomes a day of rest, or an ordinary one where a run before declared it. */
async function declaredDay({ database, owner }: BenchDatabase): Promise<RecomputeDeps> {
  const directory = await loadDirectory(database, systemClock);
  const calendars = await loadCalendars(database, directory);
  const library = new ProcessLibrary(database);
  const current = calendars.current(undefined);
  const known = current.changes[0]?.date;
  const soon = nextWorkingDay(current.calendar, addDays(localDateOf(systemClock()), 1));
  const isTaken = known !== undefined && known >= soon && !isWorkingDay(current.calendar, known);
  const command = declareDays(calendars, directory);
  const day = (isTaken ? known : soon).split("-").reverse().join("/");
  const input = command.input.parse({
    previous: current.version,
    name: "Ngày nghỉ của phép đo",
    decision: "1/QĐ-UBND",
    reason: "Đo tốc độ",
    [isTaken ? "ordinary" : "rest"]: day,
  });
  const deps = { database, clock: systemClock };
  const declared = await runCommand(deps, await whoDeclares(owner), command, input);
  if (!declared.ok) throw new Error(`the day of the bench was refused: ${declared.refusal}`);
  await calendars.refresh();
  const process: RecomputeDeps["process"] = async (id) => {
    const found = await library.findProcess(id);
    if (found === undefined) throw new Error(`no process ${id}`);
    return found.definition;
  };
  return { ...deps, calendars, process };
}

async function whoDeclares(owner: Pool): Promise<Actor> {
  const found = await owner.query<{ officer_id: number; unit_id: number }>(
    "select officer_id, unit_id from organisation.post where kind = 'procedure-controller' limit 1",
  );
  const one = found.rows[0];
  if (one === undefined) throw new Error("nobody in the seed may declare a day");
  return {
    kind: "officer",
    id: one.officer_id,
    name: "bench",
    posts: [{ unitId: one.unit_id, kind: "procedure-controller" }],
  };
}

const RAW_ROWS = 20_000;
const RAW_BATCH = 500;

/** Updates rows of open cases and of their open steps, and takes it all back. */
async function rawUpdates({ owner }: BenchDatabase): Promise<number> {
  const found = await owner.query<{ case_id: string }>(
    "select distinct case_id from cases.step where closed_at is null order by case_id limit $1",
    [RAW_ROWS],
  );
  const ids = found.rows.map((row) => row.case_id);
  const client = await owner.connect();
  const since = performance.now();
  try {
    await client.query("begin");
    for (let begin = 0; begin < ids.length; begin += RAW_BATCH)
      await client.query({
        name: "bench.raw-recompute",
        text: RAW,
        values: [ids.slice(begin, begin + RAW_BATCH)],
      });
  } finally {
    await client.query("rollback");
    client.release();
  }
  return ids.length / ((performance.now() - since) / 1000);
}

/** The date of case and step moves by a minute: as little of a row as can be written, with its indexes. */
const RAW = `with moved as (
  update cases.case_file set version = version + 1, due_at = due_at + interval '1 minute', state = state || '{}'
  where id = any ($1::uuid[]) returning id
)
update cases.step as s set due_at = s.due_at + interval '1 minute', queue_due = s.queue_due + interval '1 minute'
from moved where s.case_id = moved.id and s.closed_at is null and not s.paused`;
