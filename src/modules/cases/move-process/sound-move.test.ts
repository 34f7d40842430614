import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import {
  type CaseFacts,
  type Flow,
  type ProcessDefinition,
  regionBetween,
  walkOf,
} from "../../processes/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import { anyLife, live } from "../testing/random-life.ts";
import { anyProcess } from "../testing/random-process.ts";
import { DEPARTMENT_PROCESS } from "../testing/test-matter.ts";
import { MOVABLE, stepMoves } from "./moved-case.ts";
import { whyUnsound } from "./sound-move.ts";

const calendar = vietnamCalendar();
const FACTS = { papers: 0, fee: 0 } as unknown as CaseFacts;
const to = (step: string): Flow => ({ kind: "to", step });
const fork = (join: string, ...branches: string[]): Flow => ({ kind: "parallel", branches, join });
const choice = (one: string, otherwise: string): Flow => ({
  kind: "choice",
  branches: [{ when: { fact: "papers", is: "at-least", value: 2 }, to: one }],
  otherwise,
});
const [template] = DEPARTMENT_PROCESS.steps;
if (template === undefined) throw new Error("no step");
/** A process by the ways of its steps, in their order; without a way to the step below. */
const process = (ways: Readonly<Record<string, Flow | undefined>>): ProcessDefinition => ({
  code: "9.000001",
  version: 2,
  steps: Object.entries(ways).map(([id, then]) => ({
    ...{ ...template, id, work: "process" as const },
    ...(then === undefined ? {} : { then }),
  })),
});
const why = (definition: ProcessDefinition, open: readonly string[], done: readonly string[]) =>
  whyUnsound(definition, { open, done: new Set(done) });

const SEQUENCE = process({ a: undefined, b: undefined, c: undefined, d: undefined });
const FORK = process({ a: fork("d", "b", "c"), b: to("d"), c: to("d"), d: undefined });
const CHOICE = process({ a: choice("b", "c"), b: to("d"), c: to("d"), d: undefined });

describe("a case that is to be moved", () => {
  it("stays where two open branches would be one or the other, or one after the other", () => {
    expect(why(CHOICE, ["b", "c"], ["a"])).toBe("branches-differ");
    expect(why(SEQUENCE, ["b", "c"], ["a"])).toBe("branches-differ");
    expect(why(FORK, ["b", "c"], ["a"])).toBeUndefined();
    expect(why(FORK, ["b", "d"], ["a"])).toBe("branches-differ");
  });

  it("stays where the new version has a branch beside that it has not been through", () => {
    expect(why(FORK, ["b"], ["a"])).toBe("branch-left-out");
    expect(why(FORK, ["b"], ["a", "c"])).toBeUndefined();
    expect(why(FORK, ["a"], [])).toBeUndefined();
    expect(why(FORK, ["d"], ["a"])).toBeUndefined();
    const third = process({
      ...{ a: fork("d", "b", "c", "e"), b: to("d") },
      ...{ c: to("d"), e: choice("f", "g"), f: to("d"), g: to("d"), d: undefined },
    });
    expect(why(third, ["b", "c"], ["a"])).toBe("branch-left-out");
    expect(why(third, ["b", "c"], ["a", "e"])).toBe("branch-left-out");
    expect(why(third, ["b", "c"], ["a", "e", "g"])).toBeUndefined();
  });

  it("stays where the new version would do again what is done", () => {
    expect(why(SEQUENCE, ["b"], ["a", "c"])).toBe("step-again");
    expect(why(SEQUENCE, ["c"], ["a", "b"])).toBeUndefined();
  });

  it("moves to the same steps at every moment of every life, however it branches", () => {
    fc.assert(
      fc.property(anyProcess, anyLife, (definition, tries) => {
        for (const state of live(tries, { process: definition }).states.filter(isMovable))
          expect(
            stepMoves(state, { from: definition, to: definition, mapping: {} }, calendar),
          ).not.toContainEqual(expect.objectContaining({ stays: expect.anything() }));
      }),
      { numRuns: 100 },
    );
  });

  it("once moved does no step twice and comes to no join past a branch, whatever the two versions are", () => {
    let moved = 0;
    fc.assert(
      fc.property(anyProcess, anyProcess, anyLife, fc.nat(1000), (from, next, tries, seed) => {
        for (const state of live(tries, { process: from }).states.filter(isMovable)) {
          const moves = stepMoves(state, { from, to: next, mapping: {} }, calendar);
          const open = moves.flatMap((move) => ("becomes" in move ? [move.becomes.id] : []));
          if (open.length < moves.length || open.length === 0) continue;
          moved++;
          const known = from.steps.filter(({ id, work }) =>
            next.steps.some((one) => one.id === id && one.work === work),
          );
          const done = state.done
            .map(({ processStep }) => processStep)
            .filter((id) => known.some((step) => step.id === id));
          goOn(next, open, done, seed);
        }
      }),
      { numRuns: 200 },
    );
    expect(moved).toBeGreaterThan(60);
  });
});

const isMovable = ({ status }: CaseState) => MOVABLE.includes(status);

/** Plays a case to its end; fails where a step opens that was open or done, or a join while a branch was never entered. */
function goOn(
  definition: ProcessDefinition,
  begun: readonly string[],
  done: readonly string[],
  seed: number,
): void {
  const walk = walkOf(definition);
  const next = (id: string) => walk.mayFollow(id).map((step) => step.id);
  const entered = new Set([...begun, ...done]);
  const branches = definition.steps.flatMap(({ then }) =>
    then?.kind === "parallel"
      ? then.branches.map((head) => ({ ...then, head, steps: regionBetween([head], then.join, next) }))
      : [],
  );
  // Forks that lay behind the case when it was moved stay behind it; the others it is in, or comes to.
  const behind = (join: string) =>
    !branches.some((branch) => branch.join === join && begun.some((id) => branch.steps.has(id)));
  let open = [...begun];
  for (let turn = seed; open.length > 0; turn++) {
    const id = open[turn % open.length] ?? "";
    const others = open.filter((other) => other !== id);
    const opened = walk.after(id, FACTS, others).map((step) => step.id);
    for (const one of opened) {
      expect([one, entered.has(one)]).toEqual([one, false]);
      entered.add(one);
      const left = branches
        .filter(({ join, steps }) => join === one && ![...steps].some((step) => entered.has(step)))
        .map(({ head }) => head);
      if (!behind(one)) expect(left).toEqual([]);
    }
    open = [...others, ...opened];
  }
}
