import { once } from "node:events";
import { request as httpRequest } from "node:http";
import type { Pool } from "pg";
import { SeededRandom } from "../src/demo/seeded-random.ts";
import { addDays, localDateOf } from "../src/kernel/time.ts";
import { systemClock } from "../src/platform/clock.ts";
import { print, printTable } from "../src/platform/terminal/print.ts";
import { openBenchDatabase } from "./bench-database.ts";
import { HttpConnection } from "./http-connection.ts";
import { Latencies, type LatencyReport } from "./latencies.ts";
import { startWebProcess } from "./web-process.ts";

/** A province as large as they come: its units, the fields of its catalogue, and the years of its history. */
const UNITS = 288;
const FIELDS = 41;
const YEARS = 5;
const OPEN_SHARE = 0.05;
const BAR_MS = 50;
const EVENT_BAR_MS = 5000;

export type BoardReport = {
  readonly cases: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly pages: Readonly<Record<string, LatencyReport>>;
  /** From a case marked as changed to the event at a connected browser. */
  readonly eventMs: readonly number[];
};

/**
 * `npm run bench -- --board 10000000`: fills the roll-ups as that many cases of five years would, not the cases, since
 * pages read nothing else; then measures pages, API and the time until a connected browser hears of an action.
 */
export async function measureBoard(serverUrl: string, cases: number, dataDir: string): Promise<BoardReport> {
  const { url, owner, close } = await openBenchDatabase(serverUrl, `motcua_bench_board_${cases}`, {
    anew: true,
  });
  try {
    const rows = await fillRollUps(owner, cases);
    const web = await startWebProcess(url, dataDir);
    try {
      const pages = await measurePages(owner, web.address);
      const eventMs = await measureEvents(owner, web.address);
      return { cases, rows, pages, eventMs };
    } finally {
      await web.stop();
    }
  } finally {
    await close();
  }
}

/** Rows of every unit, field and period in which such a province has something to count. */
async function fillRollUps(owner: Pool, cases: number): Promise<Record<string, number>> {
  const today = localDateOf(systemClock());
  const from = addDays(today, -365 * YEARS);
  const workdays = 250 * YEARS;
  const mean = cases / (UNITS * FIELDS * workdays);
  await owner.query(
    `insert into steering.board_field (name) select 'Lĩnh vực số ' || n from generate_series(1, ${FIELDS}) as n`,
  );
  // As many units as the large province has; the seed has fewer.
  await owner.query(
    `insert into organisation.unit (code, name, short_name, level, kind, valid_from)
     select 'H99.' || n, 'UBND xã số ' || n, 'UBND xã số ' || n, 'commune', 'committee', '2020-01-01'
     from generate_series(1, greatest(0, ${UNITS} - (select count(*)::int from organisation.unit))) as n`,
  );
  const places = `(select id as unit_id from organisation.unit order by id limit ${UNITS}) as u
    cross join (select id as field_id from steering.board_field order by id limit ${FIELDS}) as f`;
  const counters = (n: string) =>
    `${n}, ${n}, (${n} * 0.94)::int, (${n} * 0.06)::int, (${n} * 0.6)::int, (${n} * 0.3)::int, (${n} * 0.06)::int,
     (${n} * 0.02)::int, 0, (${n} * 0.02)::int, 0`;
  const columns = `grain, starts, unit_id, field_id, received, returned, official_on_time, official_overdue, early,
    on_time, late, re_dated, many_supplements, withdrawn, stopped`;
  // Seven million rows go in faster without log and key; the key comes back before anything is measured.
  await owner.query("alter table steering.board_sum set unlogged");
  await owner.query("alter table steering.board_sum drop constraint board_sum_pkey");
  // A day has a row where chance brought a case that day (Poisson); busy places have one every day.
  await owner.query(
    `insert into steering.board_sum (${columns})
     select 'day', day::date, unit_id, field_id, ${counters("n")} from (
       select day, unit_id, field_id, 1 + floor(-ln(1 - random()) * ${mean})::int as n
       from generate_series($1::date, $2::date, interval '1 day') as day cross join ${places}
       where extract(isodow from day) < 6 and random() < 1 - exp(-${mean})
     ) as d`,
    [from, today],
  );
  for (const grain of ["month", "year"])
    await owner.query(
      `insert into steering.board_sum (${columns})
       select '${grain}', date_trunc('${grain}', starts)::date, unit_id, field_id, ${columns
         .split(",")
         .slice(4)
         .map((name) => `sum(${name})::int`)
         .join(", ")}
       from steering.board_sum where grain = 'day' group by 2, 3, 4`,
    );
  const open = (cases * OPEN_SHARE) / (UNITS * FIELDS);
  await owner.query(
    `insert into steering.board_sum (grain, starts, unit_id, field_id, open, running, late_now, late, paused, official_on_time)
     select 'now', '0001-01-01', unit_id, field_id, n, n, (n * 0.05)::int, (n * 0.05)::int, (n * 0.06)::int, n
     from (select unit_id, field_id, 1 + floor(random() * 2 * ${open})::int as n from ${places}) as p`,
  );
  await owner.query("alter table steering.board_sum add primary key (grain, starts, unit_id, field_id)");
  await owner.query("update steering.board_state set version = version + 1, as_of = now()");
  await owner.query("vacuum analyze steering.board_sum");
  const found = await owner.query<{ grain: string; n: number; starts: number }>(
    "select grain, count(*)::int as n, count(distinct starts)::int as starts from steering.board_sum group by grain",
  );
  for (const { grain, n, starts } of found.rows)
    if (n > UNITS * FIELDS * starts)
      throw new Error(`${n} rows for ${grain}: more than units × fields × periods`);
  return Object.fromEntries(found.rows.map(({ grain, n }) => [grain, n]));
}

const ASKED = [
  ["page, today", "/board"],
  ["page, month", "/board?period=month"],
  ["page, year", "/board?period=year"],
  ["page, one unit", "/board?period=year&unit=H21.18"],
  ["page, one level", "/board?period=year&level=commune"],
  ["API, year", "/api/v1/board?period=year"],
] as const;
const TIMES = 60;

/** Each address many times; once while nothing changes, once with a new version before every request. */
async function measurePages(owner: Pool, address: string): Promise<Record<string, LatencyReport>> {
  const latencies = new Latencies();
  const connection = await HttpConnection.open(address);
  for (const [kind, path] of ASKED) {
    await connection.request({ method: "GET", path });
    for (const changed of [false, true])
      for (let time = 0; time < TIMES; time++) {
        if (changed)
          await owner.query("update steering.board_state set version = version + 1, as_of = now()");
        const answer = await connection.request({ method: "GET", path });
        const name = `${kind}${changed ? ", numbers just changed" : ""}`;
        latencies.note(name, answer.ms);
        if (answer.status !== 200) latencies.noteError(name, `${answer.status} ${path}`);
      }
  }
  connection.close();
  return latencies.report();
}

/** How long a connected browser waits for the number of an action, the ticks of the web process included. */
async function measureEvents(owner: Pool, address: string): Promise<number[]> {
  const waited: number[] = [];
  const random = new SeededRandom(7);
  const stream = httpRequest(`${address}/board/stream?period=year`, {
    headers: { accept: "text/event-stream" },
  });
  stream.end();
  const [response] = await once(stream, "response");
  response.setEncoding("utf8");
  await once(response, "data");
  for (let time = 0; time < 10; time++) {
    await new Promise((done) => setTimeout(done, random.between(100, 1500)));
    const begun = performance.now();
    // What the last statement of a tick leaves; counting one case takes milliseconds more.
    await owner.query(
      `with more as (update steering.board_sum set received = received + 1
         where grain = 'year' and (unit_id, field_id) = (select min(unit_id), min(field_id) from steering.board_sum))
       update steering.board_state set version = version + 1`,
    );
    await new Promise<void>((heard) => {
      const listen = (text: string) => {
        if (!text.includes(".received")) return;
        response.off("data", listen);
        heard();
      };
      response.on("data", listen);
    });
    waited.push(performance.now() - begun);
  }
  stream.destroy();
  return waited;
}

/** Prints the figures against their bars. */
export function printBoard({ cases, rows, pages, eventMs }: BoardReport): void {
  print(`\nLive board as of ${cases} cases, ${UNITS} units × ${FIELDS} fields, ${YEARS} years`);
  print(
    `  roll-up rows: ${Object.entries(rows)
      .map(([grain, n]) => `${n} for ${grain}`)
      .join(", ")}`,
  );
  printTable(
    ["asked", "count", "errors", "p50 ms", "p95 ms", "bar", ""],
    Object.entries(pages).map(([kind, { count, errors, p50, p95 }]) => [
      kind,
      count,
      errors,
      Number(p50.toFixed(1)),
      Number(p95.toFixed(1)),
      `≤ ${BAR_MS} ms`,
      p95 <= BAR_MS ? "ok" : "BELOW",
    ]),
  );
  const longest = Math.max(...eventMs);
  print(
    `  from an action to the event at a browser: longest ${longest.toFixed(0)} ms of ${eventMs.length} (bar ≤ ${EVENT_BAR_MS} ms) ${longest <= EVENT_BAR_MS ? "ok" : "BELOW"}`,
  );
}
