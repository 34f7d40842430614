import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A web process of its own: where it listens, and how to end it. */
export type WebProcess = { readonly address: string; readonly pid: number; stop(): Promise<void> };

const FLAGS = ["--import", "tsx"];

/**
 * Starts the program's web role as a process, on a database.
 * @param nodeFlags such as --cpu-prof.
 */
export async function startWebProcess(
  databaseUrl: string,
  dataDir: string,
  nodeFlags: readonly string[] = [],
): Promise<WebProcess> {
  const script = join(import.meta.dirname, "server.ts");
  const child = spawn(process.execPath, [...nodeFlags, ...FLAGS, script, databaseUrl, dataDir], {
    // A pipe on its input, so that it ends when this process does, however that comes about.
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once("exit", (code) => reject(new Error(`the web process ended with ${code} before it was ready`)));
  createInterface(child.stdout).on("line", (line) => {
    const address = /^ready (\S+)$/.exec(line)?.[1];
    if (address !== undefined) resolve(address);
  });
  const address = await promise;
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { address, pid: child.pid ?? 0, stop };
}
