import { cpus, loadavg, totalmem } from "node:os";
import type { Pool } from "pg";

export type MachineFacts = {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  /** Settings on which durability and speed hang. */
  readonly settings: Readonly<Record<string, string>>;
  /** Processes that wanted a core in the minute before; above the number of cores others shared the machine. */
  readonly loadBefore: number;
};

const SETTINGS = [
  "fsync",
  "synchronous_commit",
  "full_page_writes",
  "shared_buffers",
  "max_wal_size",
  "max_connections",
];

/** On what it is measured: without it a figure says nothing. */
export async function machineFacts(owner: Pool): Promise<MachineFacts> {
  const found = await owner.query<{ name: string; setting: string }>(
    "select name, current_setting(name) as setting from pg_settings where name = any ($1) or name = 'server_version'",
    [SETTINGS],
  );
  const { server_version: postgres = "", ...settings } = Object.fromEntries(
    found.rows.map(({ name, setting }) => [name, setting]),
  );
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres,
    settings,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
