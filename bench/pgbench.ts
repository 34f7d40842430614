import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const SCRIPT = `\\set id random(1, 10000)
update bench.one_row set touched = touched + 1 where id = :id;
`;

/** Transactions per second of the real pgbench on the one-row table; undefined where this machine has no pgbench. */
export async function measurePgbench(
  url: string,
  clients: number,
  seconds: number,
): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-pgbench-"));
  const script = join(folder, "update.sql");
  await writeFile(script, SCRIPT);
  try {
    const { stdout } = await run("pgbench", [
      ...["--no-vacuum", "--protocol=prepared", `--client=${clients}`, "--jobs=2", `--time=${seconds}`],
      `--file=${script}`,
      url,
    ]);
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    return tps === undefined ? undefined : Number(tps);
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return undefined;
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
