import { describe, expect, it } from "vitest";
import type { CaseAction } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import { urgingsOf, withoutSettledUrgings, withoutUrging, withUrging } from "./urgings.ts";

const BY = { at: 7, by: { kind: "officer", id: 1 } } as CaseAction;
const urged = (state: CaseState, step: number, text = "") =>
  withUrging(state, BY, { type: "urged", step, text });
const steps = (state: CaseState) => urgingsOf(state).map((urge) => urge.step);
const NONE = { open: [{ seq: 2 }, { seq: 3 }] } as unknown as CaseState;

describe("the urgings of a case", () => {
  it("wait side by side, one for a step", () => {
    const both = urged(urged(NONE, 2), 3);
    expect(steps(both)).toEqual([2, 3]);
    expect(urgingsOf(urged(both, 2, "again")).map(({ step, text }) => [step, text])).toEqual([
      [3, ""],
      [2, "again"],
    ]);
  });

  it("are answered each by itself; an answer of old that names no step is about the last", () => {
    const both = urged(urged(NONE, 2), 3);
    expect(steps(withoutUrging(both, 2))).toEqual([3]);
    expect(steps(withoutUrging(both))).toEqual([2]);
    expect(withoutUrging(withoutUrging(both))).toEqual(NONE);
  });

  it("end with their step, and a state of old with a single one reads as it is", () => {
    const old = { ...NONE, urge: { step: 2, text: "", at: 7 } } as CaseState;
    expect(steps(old)).toEqual([2]);
    expect(withoutSettledUrgings(old)).toBe(old);
    expect(steps(withoutSettledUrgings({ ...urged(old, 3), open: NONE.open.slice(0, 1) }))).toEqual([2]);
  });
});
