import { describe, expect, it } from "vitest";
import type { CaseFacts } from "./condition.ts";
import type { Flow, ProcessStep } from "./process.ts";
import { walkOf } from "./walk.ts";

const FACTS: CaseFacts = {
  variant: "",
  channel: "counter",
  applicant: "citizen",
  level: "commune",
  "deciding-unit": "H21.100",
  mountain: false,
  fee: 0,
  papers: 1,
};
const step = (id: string, then?: Flow): ProcessStep => ({
  id,
  name: id,
  nameEn: id,
  unit: "deciding-unit",
  post: "specialist",
  work: "process",
  budgetMinutes: 60,
  ...(then === undefined ? {} : { then }),
});
const ids = (steps: readonly ProcessStep[]) => steps.map(({ id }) => id);
const to = (id: string): Flow => ({ kind: "to", step: id });

describe("walking through a process", () => {
  it("goes down the list where nothing else is said, and ends after the last", () => {
    const walk = walkOf({ code: "x", steps: [step("a"), step("b")] });
    expect(walk.first().id).toBe("a");
    expect(ids(walk.after("a", FACTS, []))).toEqual(["b"]);
    expect(walk.after("b", FACTS, [])).toEqual([]);
  });

  it("takes the first branch whose condition holds, else the other way", () => {
    const choice: Flow = {
      kind: "choice",
      branches: [{ when: { fact: "fee", is: "at-least", value: 100 }, to: "dear" }],
      otherwise: "cheap",
    };
    const walk = walkOf({
      code: "x",
      steps: [step("a", choice), step("dear", to("z")), step("cheap"), step("z")],
    });
    expect(ids(walk.after("a", { ...FACTS, fee: 100 }, []))).toEqual(["dear"]);
    expect(ids(walk.after("a", { ...FACTS, fee: 99 }, []))).toEqual(["cheap"]);
    expect(ids(walk.mayFollow("a"))).toEqual(["dear", "cheap"]);
  });

  it("opens all branches at once; the join waits for the last of them", () => {
    const fork: Flow = { kind: "parallel", branches: ["b1", "c"], join: "z" };
    const walk = walkOf({
      code: "x",
      steps: [step("a", fork), step("b1"), step("b2", to("z")), step("c", to("z")), step("z")],
    });
    expect(ids(walk.after("a", FACTS, []))).toEqual(["b1", "c"]);
    expect(ids(walk.after("b1", FACTS, ["c"]))).toEqual(["b2"]);
    expect(walk.after("c", FACTS, ["b2"])).toEqual([]);
    expect(ids(walk.after("b2", FACTS, []))).toEqual(["z"]);
  });

  it("lets forks lie within forks", () => {
    const outer: Flow = { kind: "parallel", branches: ["b", "c"], join: "z" };
    const inner: Flow = { kind: "parallel", branches: ["b1", "b2"], join: "b3" };
    const walk = walkOf({
      code: "x",
      steps: [
        step("a", outer),
        step("b", inner),
        step("b1", to("b3")),
        step("b2", to("b3")),
        step("b3", to("z")),
        step("c", to("z")),
        step("z"),
      ],
    });
    expect(walk.after("b1", FACTS, ["b2", "c"])).toEqual([]);
    expect(ids(walk.after("b2", FACTS, ["c"]))).toEqual(["b3"]);
    expect(walk.after("b3", FACTS, ["c"])).toEqual([]);
    expect(ids(walk.after("c", FACTS, []))).toEqual(["z"]);
  });
});
