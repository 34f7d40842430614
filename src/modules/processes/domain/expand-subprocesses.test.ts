import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processFaults } from "../process-faults.ts";
import {
  callStep,
  makeStep,
  RECEIVE,
  RETURN,
  randomProcess,
  wholeProcess,
} from "../testing/random-process.ts";
import { longestWay } from "./budget.ts";
import { expandSubprocesses } from "./expand-subprocesses.ts";
import type { DraftStep } from "./process.ts";

const library = (known: Readonly<Record<string, readonly DraftStep[]>>) => (code: string) => known[code];

describe("putting called processes in place", () => {
  it("takes the steps between receipt and return, in the unit that the caller names", () => {
    const steps = [
      RECEIVE,
      makeStep("before"),
      callStep("province", "2.000001", { unit: "unit:H21.18" }),
      RETURN,
    ];
    const answer = expandSubprocesses(steps, library({ "2.000001": wholeProcess(makeStep("look")) }));
    if (!answer.ok) throw new Error("not expanded");
    expect(answer.steps.map(({ id, unit }) => `${id} ${unit}`)).toEqual([
      "receive receiving-desk",
      "before deciding-unit",
      "province.look unit:H21.18",
      "province.approve unit:H21.18",
      "province.issue unit:H21.18",
      "return receiving-desk",
    ]);
    expect(processFaults({ steps: answer.steps })).toEqual([]);
  });

  it("leaves no fault and adds up the budgets, whatever is called where", () => {
    fc.assert(
      fc.property(randomProcess, (called) => {
        const steps = [
          RECEIVE,
          callStep("first", "a"),
          callStep("second", "b", { unit: "unit-above" }),
          RETURN,
        ];
        const answer = expandSubprocesses(steps, library({ a: called, b: called }));
        if (!answer.ok) throw new Error("not expanded");
        expect(processFaults({ steps: answer.steps })).toEqual([]);
        const inner = longestWay(called) - RECEIVE.budgetMinutes - RETURN.budgetMinutes;
        expect(longestWay(answer.steps)).toBe(2 * inner + RECEIVE.budgetMinutes + RETURN.budgetMinutes);
      }),
    );
  });

  it("refuses a called process that branches right behind its receipt, which falls away", () => {
    const fork = { kind: "parallel", branches: ["a", "b"], join: "approve" } as const;
    const called = [
      { ...RECEIVE, then: fork },
      ...wholeProcess(makeStep("a", { then: { kind: "to", step: "approve" } }), makeStep("b")).slice(1),
    ];
    const answer = expandSubprocesses([RECEIVE, callStep("call", "a"), RETURN], library({ a: called }));
    expect(answer).toEqual({
      ok: false,
      faults: [{ fault: "subprocess-branches", step: "call", code: "a" }],
    });
  });

  it("refuses one that may return by a choice, and one that does nothing", () => {
    const mountain = { fact: "mountain", is: "one-of", values: [true] } as const;
    const either = {
      kind: "choice",
      branches: [{ when: mountain, to: "return" }],
      otherwise: "approve",
    } as const;
    const known = library({ a: wholeProcess(makeStep("x", { then: either })), b: [RECEIVE, RETURN] });
    const faultOf = (code: string) => {
      const answer = expandSubprocesses([RECEIVE, callStep("call", code), RETURN], known);
      return answer.ok ? [] : answer.faults.map(({ fault }) => fault);
    };
    expect(faultOf("a")).toEqual(["subprocess-may-return"]);
    expect(faultOf("b")).toEqual(["subprocess-empty"]);
  });

  it("refuses a procedure without a process, and one that calls itself over another", () => {
    const steps = [RECEIVE, callStep("call", "a"), RETURN];
    expect(expandSubprocesses(steps, library({}))).toEqual({
      ok: false,
      faults: [{ fault: "subprocess-unknown", step: "call", code: "a" }],
    });
    const round = library({
      a: [RECEIVE, callStep("x", "b"), RETURN],
      b: [RECEIVE, callStep("y", "a"), RETURN],
    });
    expect(expandSubprocesses(steps, round)).toEqual({
      ok: false,
      faults: [{ fault: "subprocess-recursive", step: "call", code: "a" }],
    });
  });
});
