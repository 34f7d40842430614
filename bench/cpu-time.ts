import { readdir, readFile } from "node:fs/promises";
import type { Pool } from "pg";

/** Processor seconds that each part of the system has used so far. */
export type CpuTime = { readonly web: number; readonly database: number; readonly load: number };

const TICKS_A_SECOND = 100;

type Stat = { readonly parent: number; readonly seconds: number };

/**
 * Reads processor time from /proc; undefined on systems without. Unlike rates and latencies it hardly changes when
 * others use the machine, and it says which part costs what.
 */
export async function cpuTime(webPids: readonly number[], owner: Pool): Promise<CpuTime | undefined> {
  const backend = await owner.query<{ pid: number }>("select pg_backend_pid() as pid");
  const own = await statOf(backend.rows[0]?.pid ?? 0);
  if (own === undefined) return undefined;
  let database = 0;
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await statOf(Number(name));
    if (stat?.parent === own.parent) database += stat.seconds;
  }
  let web = 0;
  for (const pid of webPids) web += (await statOf(pid))?.seconds ?? 0;
  const { user, system } = process.cpuUsage();
  return { web, database, load: (user + system) / 1e6 };
}

async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  if (fields === undefined) return undefined;
  return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND };
}

/** What one of `count` things cost between two readings, in milliseconds of one processor. */
export function cpuPer(
  before: CpuTime | undefined,
  after: CpuTime | undefined,
  count: number,
): CpuTime | undefined {
  if (before === undefined || after === undefined || count === 0) return undefined;
  const each = (part: keyof CpuTime) => ((after[part] - before[part]) / count) * 1000;
  return { web: each("web"), database: each("database"), load: each("load") };
}
