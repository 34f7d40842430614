import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What `npm run bench` was asked to do. */
export type BenchOptions = {
  /** Numbers of cases to measure at, besides an empty base; rising. */
  readonly sizes: readonly number[];
  readonly seconds: number;
  /** Cases under way at once. */
  readonly concurrency: number;
  readonly webProcesses: number;
  /** Lifecycles a second while people look at pages: latencies are those of a stated load. */
  readonly pace: number;
  /** Folder of the bench's own database; never the one of `npm start`. */
  readonly dataDir: string;
  /** Takes volumes that are there already; otherwise all are made anew. */
  readonly keep: boolean;
  /** Rebuild, check-chain and sealing at the largest size, which take minutes. */
  readonly projections: boolean;
  /** Declares a holiday at the largest size and recomputes the open cases, people looking at their queues beside it. */
  readonly recompute: boolean;
  /** Part of the cases that is open, 0 to 1. */
  readonly openShare: number;
  readonly json: string | undefined;
  /** Measures the live board with the roll-ups of so many cases, and nothing else. */
  readonly board: number | undefined;
};

/** Reads the command line; throws with a sentence on what it does not know. */
export function benchOptions(
  args: readonly string[],
  dataDirOfEnvironment: string | undefined,
): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: "string", default: "10000,1000000" },
      seconds: { type: "string", default: "20" },
      concurrency: { type: "string", default: "24" },
      web: { type: "string", default: "1" },
      pace: { type: "string", default: "100" },
      data: { type: "string" },
      keep: { type: "boolean", default: false },
      "no-projections": { type: "boolean", default: false },
      "no-recompute": { type: "boolean", default: false },
      open: { type: "string", default: "0.05" },
      json: { type: "string" },
      board: { type: "string" },
    },
  });
  const sizes = values.cases.split(",").map((text) => positive("--cases", text));
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    seconds: positive("--seconds", values.seconds),
    concurrency: positive("--concurrency", values.concurrency),
    webProcesses: positive("--web", values.web),
    pace: positive("--pace", values.pace),
    dataDir: resolve(values.data ?? dataDirOfEnvironment ?? join(tmpdir(), "motcua-bench")),
    keep: values.keep,
    projections: !values["no-projections"],
    recompute: !values["no-recompute"],
    openShare: shareOf("--open", values.open),
    json: values.json,
    board: values.board === undefined ? undefined : positive("--board", values.board),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${name} takes whole numbers from 1, not ${text}.`);
  return number;
}

function shareOf(name: string, text: string): number {
  const number = Number(text);
  if (!(number >= 0 && number <= 1)) throw new Error(`${name} takes a share from 0 to 1, not ${text}.`);
  return number;
}
