import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { stepDue } from "../../../kernel/step-due.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { ProcessDefinition, ProcessStep } from "../../processes/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import { evolve } from "../domain/evolve.ts";
import { anyLife, live } from "../testing/random-life.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { type Move, moveCase, stepMoves } from "./moved-case.ts";

const calendar = vietnamCalendar();
const changed = (change: (step: ProcessStep) => ProcessStep | undefined): ProcessDefinition => ({
  ...DEPARTMENT_PROCESS,
  version: 2,
  steps: DEPARTMENT_PROCESS.steps.flatMap((step) => change(step) ?? []),
});
const move = (to: ProcessDefinition, mapping: Readonly<Record<string, string>> = {}): Move => ({
  from: DEPARTMENT_PROCESS,
  to,
  toProcessId: 2,
  mapping,
  decision: "45/QĐ-UBND",
});
/** Every open moment of a life. */
const moments = (tries: Parameters<typeof live>[0]): readonly CaseState[] => {
  const states: CaseState[] = [];
  let state: CaseState | undefined;
  for (const action of live(tries).actions) {
    state = evolve(state, action);
    if ([2, 4, 5, 6].includes(state.status)) states.push(state);
  }
  return states;
};

describe("moving a case to another version of its process", () => {
  it("changes neither its appointment nor its state, whatever its life was, and replays", () => {
    const renamed = changed((step) => ({
      ...step,
      id: `${step.id}-2`,
      budgetMinutes: step.budgetMinutes * 2,
    }));
    const mapping = Object.fromEntries(DEPARTMENT_PROCESS.steps.map(({ id }) => [id, `${id}-2`]));
    fc.assert(
      fc.property(anyLife, (tries) => {
        for (const state of moments(tries)) {
          const decision = moveCase(state, move(renamed, mapping), calendar);
          if (typeof decision === "string") throw new Error(decision);
          const by = { kind: "system" as const };
          const action = {
            caseId: state.id,
            seq: state.version + 1,
            at: state.registeredAt,
            by,
            ...decision,
          };
          const after = evolve(state, action);
          expect(after.clock).toEqual(state.clock);
          expect(after.status).toBe(state.status);
          expect(after.matter).toEqual({ ...state.matter, processId: 2 });
          expect(after.open.length).toBe(state.open.length);
          for (const [index, step] of after.open.entries()) {
            const facts = renamed.steps.find(({ id }) => id === step.processStep);
            const old = state.open[index]?.dueAt;
            if (facts === undefined || step.dueAt === undefined || old === undefined) continue;
            // The desk passes on what it received by the law (Điều 18), however long its budget is.
            const lawful = stepDue({ work: step.work, budgetMinutes: 10_000 }, step.openedAt, {
              calendar,
              rules: rulesOn(localDateOf(step.openedAt)),
            });
            const mostOf = (minutes: number) =>
              Math.min(minutes, workingMinutesBetween(calendar, step.openedAt, lawful));
            // Twice the budget from when it was opened, and whatever a pause had put off.
            const putOff =
              workingMinutesBetween(calendar, step.openedAt, old) - mostOf(facts.budgetMinutes / 2);
            expect(putOff).toBeGreaterThanOrEqual(0);
            const minutes = mostOf(facts.budgetMinutes) + putOff;
            expect(step.dueAt).toBe(addWorkingMinutes(calendar, step.openedAt, minutes));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("to the same steps moves no date", () => {
    const same = changed((step) => step);
    fc.assert(
      fc.property(anyLife, (tries) => {
        for (const state of moments(tries)) {
          const decision = moveCase(state, move(same), calendar);
          expect(typeof decision === "string" ? decision : decision.remeasured).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is not done where time counts in one version and not in the other, or a mapping names a stranger", () => {
    const [state] = moments(fc.sample(anyLife, 1)[0] ?? []);
    if (state === undefined) throw new Error("no life");
    const still = changed((step) => ({ ...step, uncounted: "survey" }));
    expect(moveCase(state, move(still), calendar)).toBe("other-work");
    const same = changed((step) => step);
    expect(moveCase(state, move(same, { receive: "nobody" }), calendar)).toBe("step-missing");
    expect(moveCase(state, move(same, { __proto__: "x" } as Record<string, string>), calendar)).not.toBe("x");
  });

  it("is not done where open branches would come one after the other", () => {
    const [state] = moments(fc.sample(anyLife, 1)[0] ?? []);
    const [first] = state?.open ?? [];
    if (state === undefined || first === undefined) throw new Error("no life");
    const open = [
      { ...first, processStep: "appraise", work: "process" as const },
      { ...first, seq: first.seq + 1, processStep: "review", work: "review" as const },
    ];
    const why = (to: ProcessDefinition) =>
      stepMoves({ ...state, open }, move(to), calendar).map((one) => "stays" in one && one.stays);
    expect(why(changed((step) => step))).toEqual(["branches-differ", "branches-differ"]);
    // What holds one branch holds the case.
    const shorter = changed((step) => (step.id === "review" ? undefined : step));
    expect(why(shorter)).toEqual(["with-other-branch", "step-missing"]);
  });

  it("is not done where the new version has work at the same time that nobody would do", () => {
    const [received] = moments(fc.sample(anyLife, 1)[0] ?? []);
    const [first] = received?.open ?? [];
    if (received === undefined || first === undefined) throw new Error("no life");
    const at = { ...first, processStep: "appraise", work: "process" as const };
    const [receipt] = DEPARTMENT_PROCESS.steps;
    if (receipt === undefined) throw new Error("no receipt");
    const forked = changed((step) =>
      step.id === "receive"
        ? { ...step, then: { kind: "parallel", branches: ["appraise", "survey"], join: "review" } }
        : step,
    );
    const survey: ProcessStep = {
      ...{ ...receipt, id: "survey", work: "process" },
      then: { kind: "to", step: "review" },
    };
    const to = { ...forked, steps: forked.steps.toSpliced(2, 0, survey) };
    const beside = to.steps.map((step) =>
      step.id === "appraise" ? { ...step, then: { kind: "to" as const, step: "review" } } : step,
    );
    const state = {
      ...received,
      open: [at],
      done: [{ processStep: "receive", unitId: 1, post: "desk-officer" }],
    };
    expect(moveCase(state, move({ ...to, steps: beside }), calendar)).toBe("branch-left-out");
    expect(moveCase(received, move({ ...to, steps: beside }), calendar)).not.toBe("branch-left-out");
  });
});
