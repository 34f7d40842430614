import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { formatDateTime, instantOf, toLocalIso } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { longestWay } from "../domain/budget.ts";
import type { CaseFacts } from "../domain/condition.ts";
import { type Flow, type ProcessStep, totalBudget } from "../domain/process.ts";
import { simulate } from "./simulate.ts";
import type { StepPlan, Trial, TrialLine } from "./trial.ts";
import { possibleOutcomes } from "./trial-steps.ts";

const calendar = vietnamCalendar();
const MONDAY = instantOf("2026-11-23", 8 * 60);
const FACTS: CaseFacts = {
  variant: "",
  channel: "counter",
  applicant: "citizen",
  level: "province",
  "deciding-unit": "H21.18",
  mountain: false,
  fee: 0,
  papers: 2,
};

const step = (id: string, budgetMinutes: number, more: Partial<ProcessStep> = {}): ProcessStep => ({
  id,
  name: id,
  nameEn: id,
  unit: "deciding-unit",
  post: "specialist",
  work: "process",
  budgetMinutes,
  ...more,
});
const desk = (id: "receive" | "return", budgetMinutes = 120) =>
  step(id, budgetMinutes, { unit: "receiving-desk", post: "desk-officer", work: id });
const next = (flow: Flow): Partial<ProcessStep> => ({ then: flow });

/** Two opinions at once, then approval. */
const FORKED: readonly ProcessStep[] = [
  { ...desk("receive"), ...next({ kind: "parallel", branches: ["fire", "land"], join: "approve" }) },
  step("fire", 480, next({ kind: "to", step: "approve" })),
  step("land", 960, next({ kind: "to", step: "approve" })),
  step("approve", 240, { work: "approve", post: "leader" }),
  desk("return"),
];

const run = (
  steps: readonly ProcessStep[],
  plans: Readonly<Record<string, StepPlan>> = {},
  more: Partial<Parameters<typeof simulate>[0]> = {},
): Trial =>
  simulate({
    code: "9.000001",
    steps,
    receivedAt: MONDAY,
    facts: FACTS,
    limit: { amount: 5, unit: "working-day" },
    calendar,
    rules: rulesOn("2026-11-23"),
    plans: new Map(Object.entries(plans)),
    ...more,
  });
const line = (trial: Trial, id: string): TrialLine => {
  const found = trial.lines.find((one) => one.step.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe("trying a process", () => {
  it("opens branches at once, lets the join wait for the slower one and ends on time", () => {
    const trial = run(FORKED);
    expect(line(trial, "fire").openedAt).toBe(line(trial, "land").openedAt);
    expect(line(trial, "fire").waitsFor).toEqual(["land"]);
    expect(line(trial, "approve").openedAt).toBe(line(trial, "land").closedAt);
    // 1.320 working minutes from Monday 08:00: two days and six hours.
    expect(formatDateTime(trial.finishedAt)).toBe("15:30 ngày 25/11/2026");
    expect(trial.verdict).toBe("early");
    expect(trial.consumedMinutes).toBe(120 + 960 + 240);
  });

  it("shows who is late by how much, and the verdict that follows", () => {
    const trial = run(FORKED, { land: { lateMinutes: 5 * 480 } });
    expect(line(trial, "land").lateMinutes).toBe(5 * 480);
    expect(line(trial, "approve").lateMinutes).toBe(0);
    expect(trial.verdict).toBe("late");
  });

  it("lets the clock stand while time does not count, once where two such steps overlap", () => {
    const still = { uncounted: "survey" } as const;
    const steps = FORKED.map((one) => (one.id === "fire" || one.id === "land" ? { ...one, ...still } : one));
    const trial = run(steps, { fire: { takesMinutes: 9600 }, land: { takesMinutes: 9600 } });
    expect(trial.standing).toHaveLength(1);
    expect(trial.verdict).not.toBe("late");
    expect(trial.consumedMinutes).toBe(120 + 240);
  });

  it("sends back once, counts anew after a supplement, and waits for a payment", () => {
    const back = run(FORKED, { approve: { outcome: "send-back" } });
    expect(back.lines.filter(({ step: { id } }) => id === "approve")).toHaveLength(2);
    const asked = run(FORKED, { land: { outcome: "ask-supplement" } });
    expect(asked.lines.filter(({ step: { id } }) => id === "receive")).toHaveLength(2);
    expect(asked.dueAt).toBeGreaterThan(asked.firstDueAt ?? 0);
    const duty = run(
      FORKED,
      { land: { outcome: "financial-duty" } },
      {
        terms: {
          appointments: {
            first: { amount: 5, unit: "working-day" },
            second: { amount: 2, unit: "working-day" },
          },
        },
      },
    );
    expect(duty.secondDueAt).toBe(duty.dueAt);
    expect(duty.standing).toHaveLength(1);
  });

  it("sends back to the work that came last, over an opinion, as a case does; never to the receipt", () => {
    const steps = [
      desk("receive"),
      step("draft", 240),
      step("police", 240, { work: "opinion" }),
      step("review", 240, { work: "review" }),
      desk("return"),
    ];
    const ids = (plans: Readonly<Record<string, StepPlan>>) =>
      run(steps, plans).lines.map((one) => one.step.id);
    expect(ids({ review: { outcome: "send-back" } })).toEqual([
      ...["receive", "draft", "police", "review", "draft", "police", "review", "return"],
    ]);
    const first = run(steps, { draft: { outcome: "send-back" } });
    expect(line(first, "draft")).toMatchObject({ outcome: "go-on", denied: "no-earlier-step" });
    expect(first.lines).toHaveLength(5);
  });

  it("closes an opinion of the process when its term ends, however late it would have come", () => {
    const steps = [
      { ...desk("receive"), ...next({ kind: "parallel", branches: ["police", "land"], join: "approve" }) },
      step("police", 480, { work: "opinion", ...next({ kind: "to", step: "approve" }) }),
      step("land", 240, next({ kind: "to", step: "approve" })),
      step("approve", 240, { work: "approve", post: "leader" }),
      desk("return"),
    ];
    const late = run(steps, { police: { lateMinutes: 9600 } });
    expect(line(late, "police")).toMatchObject({ outcome: "silent", lateMinutes: 0 });
    expect(line(late, "approve").openedAt).toBe(line(late, "police").dueAt);
    expect(run(steps, { police: { outcome: "silent", takesMinutes: 60 } }).lines).toEqual(late.lines);
    expect(line(run(steps, { police: { takesMinutes: 60 } }), "police").outcome).toBe("go-on");
  });

  it("lets happen only what a step allows, and papers be asked for once and in time", () => {
    const allowed = FORKED.map((one) =>
      one.id === "land" ? { ...one, outcomes: ["send-back" as const] } : one,
    );
    expect(possibleOutcomes(line(run(allowed), "land").step)).toEqual(["go-on", "send-back"]);
    expect(line(run(allowed, { land: { outcome: "ask-supplement" } }), "land").outcome).toBe("go-on");
    const twice = run(FORKED, { fire: { outcome: "ask-supplement" }, land: { outcome: "ask-supplement" } });
    expect(twice.lines.filter(({ outcome }) => outcome === "ask-supplement")).toHaveLength(1);
    expect(twice.lines.filter(({ outcome }) => outcome === "stopped").map((one) => one.step.id)).toEqual([
      "land",
    ]);
    expect(twice.lines.findLast((one) => one.step.id === "land")?.denied).toBe("supplement-over");
    const late = run(FORKED, { land: { outcome: "ask-supplement", lateMinutes: 5 * 480 } });
    expect(line(late, "land")).toMatchObject({ outcome: "go-on", denied: "supplement-over" });
  });

  it("makes silence the answer when the appointment passes, where the terms say so and while the clock runs", () => {
    const terms = { whenSilent: { outcome: "granted" as const, basis: "Điều 8" } };
    const plans = { land: { lateMinutes: 10 * 480 } };
    const silent = run(FORKED, plans, { terms });
    expect(silent.silentAt).toBe(silent.dueAt);
    expect(silent.finishedAt).toBe(silent.dueAt);
    expect(silent.verdict).toBe("late");
    expect(silent.lines.map((one) => [one.step.id, one.outcome])).toEqual([
      ["receive", "go-on"],
      ["fire", "go-on"],
      ["land", "silence"],
      ["return", "go-on"],
    ]);
    expect(run(FORKED, {}, { terms }).silentAt).toBeUndefined();
    const still = FORKED.map((one) => (one.id === "land" ? { ...one, uncounted: "survey" as const } : one));
    expect(run(still, plans, { terms }).silentAt).toBeUndefined();
  });

  it("lets all steps rest while a payment is owed that the process does not foresee", () => {
    const duty = run(FORKED, { fire: { outcome: "financial-duty" } });
    expect(line(duty, "land").closedAt).toBe(line(duty, "land").dueAt);
    expect(line(duty, "land").dueAt).toBeGreaterThan(line(run(FORKED), "land").dueAt);
    expect(duty.lines.every(({ lateMinutes }) => lateMinutes === 0)).toBe(true);
  });

  it("goes the way that the facts choose", () => {
    const steps = [
      {
        ...desk("receive"),
        ...next({
          kind: "choice",
          branches: [{ when: { fact: "fee", is: "at-least", value: 1_000_000 }, to: "large" }],
          otherwise: "small",
        }),
      },
      step("large", 960, next({ kind: "to", step: "return" })),
      step("small", 240),
      desk("return"),
    ];
    const ids = (fee: number) => run(steps, {}, { facts: { ...FACTS, fee } }).lines.map((one) => one.step.id);
    expect(ids(0)).toEqual(["receive", "small", "return"]);
    expect(ids(2_000_000)).toEqual(["receive", "large", "return"]);
  });

  it("passes on within the day by the law, and lets an opinion in whole days end with its day, as a case does", () => {
    const steps = [
      desk("receive", 240),
      step("ask", 480, { work: "opinion", silence: "consent" }),
      step("decide", 60),
      desk("return"),
    ];
    const [receive, ask] = run(steps, {}, { receivedAt: instantOf("2026-11-23", 14 * 60) }).lines;
    expect(toLocalIso(receive?.dueAt ?? 0).slice(11, 16)).toBe("16:30");
    expect(toLocalIso(ask?.dueAt ?? 0).slice(11, 16)).toBe("16:30");
    expect(receive?.lateMinutes).toBe(0);
  });

  it("stops where a process goes round and round", () => {
    const steps = [desk("receive"), step("a", 60, next({ kind: "to", step: "a" })), desk("return")];
    expect(run(steps).isEndless).toBe(true);
  });

  it("without lateness keeps every step in time, and uses on no way more than the budgets together", () => {
    const budgets = fc.array(fc.integer({ min: 15, max: 1920 }), { minLength: 1, maxLength: 6 });
    const branches = fc.array(budgets, { minLength: 2, maxLength: 4 });
    const start = fc.integer({ min: 0, max: 400 * 24 * 60 });
    fc.assert(
      fc.property(budgets, branches, fc.boolean(), start, (chain, forked, isStill, minutes) => {
        const heads = forked.map((_, branch) => `b${branch}.0`);
        const still = isStill ? ({ uncounted: "survey" } as const) : {};
        const steps: ProcessStep[] = [
          desk("receive"),
          ...chain.map((budget, index) => step(`c${index}`, budget)),
          step("fork", 30, next({ kind: "parallel", branches: heads, join: "join" })),
          ...forked.flatMap((one, branch) =>
            one.map((budget, index) =>
              step(`b${branch}.${index}`, budget, {
                ...(branch === 0 ? still : {}),
                ...(index === one.length - 1 ? next({ kind: "to", step: "join" }) : {}),
              }),
            ),
          ),
          step("join", 30),
          desk("return"),
        ];
        const trial = run(steps, {}, { receivedAt: MONDAY + minutes * 60_000 });
        expect(trial.isEndless).toBe(false);
        expect(trial.lines).toHaveLength(steps.length);
        for (const one of trial.lines) expect(one.closedAt).toBeLessThanOrEqual(one.dueAt);
        const longest = Math.max(...trial.lines.map((one) => used(trial, one)));
        expect(longest).toBeLessThanOrEqual(longestWay(steps));
        expect(longestWay(steps)).toBeLessThanOrEqual(totalBudget({ steps }));
      }),
      { numRuns: 200 },
    );
  });
});

/** Counted working minutes on the way to the end of a piece of work. */
function used(trial: Trial, { step: { uncounted }, consumedMinutes, after }: TrialLine): number {
  const own = uncounted === undefined ? consumedMinutes : 0;
  const before = after === undefined ? undefined : trial.lines[after];
  return own + (before === undefined ? 0 : used(trial, before));
}
