import { describe, expect, it } from "vitest";
import { limitFor } from "../../modules/catalogue/index.ts";
import { type CaseFacts, type ProcessStep, processFaults, walkOf } from "../../modules/processes/index.ts";
import { branchingProcesses } from "./branching-processes.ts";
import { limitMinutes } from "./limit-minutes.ts";
import { seedProcedures } from "./procedures.ts";

const CHANNELS = [
  ["direct", "counter"],
  ["postal", "post"],
  ["online", "online"],
] as const;

const FACTS: CaseFacts = {
  variant: "",
  channel: "counter",
  applicant: "citizen",
  level: "province",
  "deciding-unit": "H21.24",
  mountain: false,
  fee: 0,
  papers: 3,
};

/** Working minutes of the longest way through a process where nobody sends back: side by side counts once. */
function longest(code: string, steps: readonly ProcessStep[], facts: CaseFacts) {
  const walk = walkOf({ code, steps });
  const endOf = new Map<string, number>();
  const open = new Map<string, number>([[walk.first().id, 0]]);
  let last = 0;
  while (open.size > 0) {
    // The one that ends first goes on first, so that a join opens with the last of its branches.
    const ends = [...open].map(([id, from]) => {
      const step = steps.find((one) => one.id === id);
      return { id, end: from + (step?.uncounted === undefined ? (step?.budgetMinutes ?? 0) : 0) };
    });
    const next = ends.sort((a, b) => a.end - b.end)[0];
    if (next === undefined) break;
    open.delete(next.id);
    endOf.set(next.id, next.end);
    last = Math.max(last, next.end);
    for (const step of walk.after(next.id, facts, [...open.keys()])) open.set(step.id, next.end);
  }
  return { minutes: last, done: [...endOf.keys()] };
}

describe("the processes of the seed that branch", () => {
  it("are faultless, and add up to the limit on every way through them, of each channel, in mountain communes as elsewhere", () => {
    for (const [code, { steps, terms }] of branchingProcesses) {
      expect(processFaults({ steps, ...(terms === undefined ? {} : { terms }) }), code).toEqual([]);
      const limits = seedProcedures.find((procedure) => procedure.code === code) ?? {};
      for (const mountain of [false, true])
        for (const [channel, fact] of CHANNELS) {
          const limit = limitFor(limits, channel);
          if (limit === undefined) throw new Error(`${code} has no limit for ${channel}`);
          const facts = { ...FACTS, mountain, channel: fact };
          expect(longest(code, steps, facts).minutes, `${code} ${mountain} ${channel}`).toBe(
            limitMinutes(limit),
          );
        }
    }
  });

  it("show what a process can be: parallel opinions, a choice, waits that do not count, two appointments, three levels", () => {
    const all = [...branchingProcesses.values()];
    const steps = all.flatMap((process) => process.steps);
    expect(steps.some(({ then }) => then?.kind === "parallel")).toBe(true);
    expect(steps.some(({ then }) => then?.kind === "choice")).toBe(true);
    expect(steps.filter(({ silence }) => silence === "consent")).toHaveLength(2);
    expect(all.some(({ terms }) => terms?.appointments !== undefined)).toBe(true);
    const units = branchingProcesses.get("1.115373")?.steps.map(({ unit }) => unit) ?? [];
    expect(units).toEqual(expect.arrayContaining(["commune-of-matter", "deciding-unit", "unit-above"]));
  });
});
