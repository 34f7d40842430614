import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leaveEmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";

const ROOT = join(import.meta.dirname, "../..");

type Started = { readonly child: ChildProcess; readonly output: () => string; readonly address: string };

let dataDir: string;
const running = new Set<ChildProcess>();

function spawnMain(
  args: readonly string[],
  environment: Record<string, string>,
): [ChildProcess, () => string] {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: "0", ...environment },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return [child, () => output];
}

/** Starts the program and waits for its line "ready …". */
async function start(...args: string[]): Promise<Started> {
  const [child, output] = spawnMain(["start", ...args], {});
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const ready = /^ready (.+)\n/m.exec(output())?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", () => reject(new Error(output())));
  });
  return { child, output, address };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, "exit");
  child.kill(signal);
  const [code] = await exit;
  running.delete(child);
  return code as number | null;
}

async function fails(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<[number, string]> {
  const [child, output] = spawnMain(args, environment);
  const [code] = await once(child, "close");
  running.delete(child);
  return [code as number, output()];
}

const serverRuns = () => existsSync(join(dataDir, "postgres", "postmaster.pid"));

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "motcua-start-"));
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await leaveEmbeddedPostgres(dataDir, process.pid);
  await rm(dataDir, { recursive: true, force: true });
});

describe("npm start", () => {
  it("brings a seeded province up from nothing and says so in its last line", async () => {
    const { child, output, address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(output().trimEnd().split("\n").at(-1)).toBe(`ready ${address}`);
    expect(output()).toContain("an.nv.motcua");
    const ready = await fetch(`${address}/readyz`);
    expect(await ready.json()).toEqual({ ready: true, missing: [] });
    expect(await end(child, "SIGTERM")).toBe(0);
    expect(output().trimEnd().split("\n").at(-1)).toBe("stopped");
    expect(serverRuns()).toBe(false);
  });

  it("runs web and worker as two processes on one database", async () => {
    const web = await start("--web");
    expect(await (await fetch(`${web.address}/readyz`)).json()).toEqual({
      ready: false,
      missing: ["worker"],
    });
    const worker = await start("--worker");
    expect(await (await fetch(`${web.address}/readyz`)).json()).toEqual({ ready: true, missing: [] });
    expect(await end(web.child, "SIGTERM")).toBe(0);
    expect(serverRuns()).toBe(true);
    expect(await end(worker.child, "SIGTERM")).toBe(0);
    expect(serverRuns()).toBe(false);
  });

  it("comes back after kill -9, without seeding again, and stops on Ctrl-C", async () => {
    const first = await start();
    await end(first.child, "SIGKILL");
    expect(serverRuns()).toBe(true);
    const { child, output, address } = await start();
    expect(output()).toContain("the province is there already");
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await end(child, "SIGINT")).toBe(0);
    expect(serverRuns()).toBe(false);
  });
});

describe("what an operator gets wrong", () => {
  let taken: Server;
  beforeAll(async () => {
    taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
  });
  afterAll(() => taken.close());

  it("is answered in one line, with exit code 1 and nothing left running", async () => {
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const cases: [string[], Record<string, string>, RegExp][] = [
      [["start"], { PORT: port }, /^error: Port \d+ is taken by another program\. .*PORT=\d+ npm start$/],
      [
        ["start"],
        { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" },
        /^error: The database at 127\.0\.0\.1:1 cannot/,
      ],
      [["start", "--wbe"], {}, /^error: start does not know --wbe/],
      [["migrate"], { PORT: "99999" }, /^error: The configuration is wrong/],
      [["strat"], {}, /^error: there is no command strat/m],
      [["rebuild", "--chek"], {}, /^error: Unknown option '--chek'\nusage: npm run rebuild -- \[--check\]$/],
      [["migrate", "now"], {}, /^error: Unexpected argument 'now'.*\nusage: npm run migrate$/],
    ];
    for (const [args, environment, sentence] of cases) {
      const [code, output] = await fails(args, environment);
      expect(output.trim()).toMatch(sentence);
      expect(code, output).toBe(1);
    }
    expect(serverRuns()).toBe(false);
  });
});
