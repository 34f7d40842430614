import { describe, expect, it } from "vitest";
import { benchOptions } from "./bench-options.ts";
import type { SizeReport } from "./measure-size.ts";
import { holdsBar, linesOf } from "./verdicts.ts";

const report = (cases: number, lifecyclesPerSecond: number, savesPerSecond = 4_000): SizeReport => ({
  cases,
  seededPerSecond: undefined,
  databaseBytes: 0,
  lifecycles: {
    lifecyclesPerSecond,
    commandsPerSecond: lifecyclesPerSecond * 8,
    cpuPerCommand: undefined,
    errors: 0,
    faults: [],
    requests: {},
  },
  raw: { savesPerSecond, updatesPerSecond: 0, pgbench: undefined },
});
const verdictOf = (sizes: SizeReport[], what: string) => {
  const line = linesOf(sizes).find((one) => one.what.startsWith(what));
  return line && { measured: line.measured, holds: holdsBar(line) };
};

describe("the closing table", () => {
  it("holds the bar of lifecycles at 100 a second and not below", () => {
    expect(verdictOf([report(0, 100)], "lifecycles")).toEqual({ measured: 100, holds: true });
    expect(verdictOf([report(0, 99.9)], "lifecycles")?.holds).toBe(false);
  });

  it("sets commands against the raw limit of the same run", () => {
    expect(verdictOf([report(0, 125)], "commands")).toEqual({ measured: 0.25, holds: true });
    expect(verdictOf([report(0, 125, 4_100)], "commands")?.holds).toBe(false);
  });

  it("reckons the loss from the empty base to the largest, and a gain is no loss", () => {
    expect(verdictOf([report(0, 200), report(10, 150), report(1000, 180)], "loss")?.measured).toBeCloseTo(10);
    expect(verdictOf([report(0, 200), report(1000, 179)], "loss")?.holds).toBe(false);
    expect(verdictOf([report(0, 200), report(1000, 210)], "loss")?.holds).toBe(true);
  });

  it("says nothing of what was not measured", () => {
    expect(verdictOf([report(0, 100), report(10, 100)], "work queue")).toBeUndefined();
  });
});

describe("a recomputation", () => {
  it("holds five minutes for fifty thousand open cases, and the queue beside it", () => {
    const queue = { count: 1, errors: 0, p50: 1, p95: 40, p99: 50 };
    const slow = { looked: 900, moved: 900, seconds: 9, movedPerSecond: 100, rawPerSecond: 900 };
    const recompute = { ...slow, cpuPerCase: undefined, reads: { queue } };
    const sizes = [report(0, 100), { ...report(10, 100), recompute }];
    expect(verdictOf(sizes, "recompute")?.holds).toBe(false);
    expect(verdictOf(sizes, "work queue while")).toEqual({ measured: 40, holds: false });
    const fast = { ...recompute, movedPerSecond: 167 };
    expect(verdictOf([report(0, 100), { ...report(10, 100), recompute: fast }], "recompute")?.holds).toBe(
      true,
    );
  });
});

describe("the options of the bench", () => {
  it("sort the sizes and keep away from the data folder of the program", () => {
    const options = benchOptions(["--cases", "1000,10"], undefined);
    expect(options.sizes).toEqual([10, 1000]);
    expect(options.dataDir).toMatch(/motcua-bench$/);
    expect(benchOptions([], "/elsewhere").dataDir).toBe("/elsewhere");
  });

  it("refuse what is no number, with the option's name", () => {
    expect(() => benchOptions(["--seconds", "long"], undefined)).toThrow("--seconds");
    expect(() => benchOptions(["--open", "2"], undefined)).toThrow("--open");
  });
});
