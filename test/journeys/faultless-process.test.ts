import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_STATUS } from "../../src/modules/cases/domain/case-status.ts";
import { live } from "../../src/modules/cases/testing/random-life.ts";
import { type ProcessStep, processFaults } from "../../src/modules/processes/index.ts";
import {
  APPROVE,
  ISSUE,
  makeStep,
  RECEIVE,
  RETURN,
  randomProcess,
} from "../../src/modules/processes/testing/random-process.ts";

const PAYMENT: Partial<ProcessStep> = {
  work: "await-payment",
  post: "desk-officer",
  unit: "receiving-desk",
  uncounted: "financial-duty",
  budgetMinutes: 0,
};

/** Rows of steps as a person might put them together, most of them wrong. */
const anyRow = fc.constantFrom<Partial<ProcessStep>>(
  {},
  { post: "leader" },
  { outcomes: ["send-back", "draft-result"] },
  PAYMENT,
  { work: "await-outside" },
  { work: "await-outside", uncounted: "survey", budgetMinutes: 0 },
  { work: "opinion" },
  { work: "review", post: "division-head" },
  { work: "approve", post: "leader" },
  { work: "approve" },
  { work: "issue", post: "clerk" },
);
const anyRows = (place: string) =>
  fc
    .array(anyRow, { maxLength: 3 })
    .map((rows) => rows.map((row, index) => makeStep(`${place}${index}`, row)));
const anyDraft = fc
  .tuple(anyRows("a"), anyRows("b"), anyRows("c"))
  .map(([a, b, c]) => [RECEIVE, ...a, APPROVE, ...b, ISSUE, ...c, RETURN]);

/** The units of the lives: a desk and a department. */
const atHome = (step: ProcessStep): ProcessStep => ({
  ...step,
  unit: step.post === "desk-officer" ? "receiving-desk" : "deciding-unit",
});

/** Everybody does what is lawful and brings the case on, one of them at a time; where the case lies in the end. */
function endOf(steps: readonly ProcessStep[], picks: readonly number[]) {
  const life = live(
    picks.map((pick) => ({
      anything: false,
      actor: 0,
      verb: 0,
      pick,
      forward: true,
      mayEnd: false,
      minutes: 60,
    })),
    { process: { code: "9.000001", version: 1, steps } },
  );
  const last = life.states.at(-1);
  return { status: last?.status, open: last?.open.map(({ processStep }) => processStep) };
}
const picks = (length: number) => fc.array(fc.nat(10_000), { minLength: length, maxLength: length });
const RETURNED = { status: CASE_STATUS.returned, open: [] };

describe("a process in which no fault is found", () => {
  it("brings every case to the return of its result, whatever rows it is made of", () => {
    fc.assert(
      fc.property(anyDraft, picks(80), (rows, chosen) => {
        const steps = rows.map(atHome);
        if (processFaults({ steps }).length === 0) expect(endOf(steps, chosen)).toEqual(RETURNED);
      }),
      { numRuns: 1500 },
    );
  });

  it("brings every case there over choices and forks, waits and opinions", () => {
    fc.assert(
      fc.property(randomProcess, picks(400), (random, chosen) => {
        // What is longer takes more turns than these.
        fc.pre(random.length <= 60);
        const steps = random.map(atHome);
        expect(processFaults({ steps })).toEqual([]);
        expect(endOf(steps, chosen)).toEqual(RETURNED);
      }),
      { numRuns: 20 },
    );
  });
});
