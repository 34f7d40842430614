import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processFaults } from "../../process-faults.ts";
import { makeStep, wholeProcess } from "../../testing/random-process.ts";
import { type CaseFacts, type Condition, FACT_VALUES, holdsFor } from "../condition.ts";

/** A process that chooses by these conditions in turn. */
const choosing = (...all: Condition[]) =>
  wholeProcess(
    makeStep("a", {
      then: { kind: "choice", branches: all.map((when) => ({ when, to: "b" })), otherwise: "approve" },
    }),
    makeStep("b"),
  );

describe("the choices of a process", () => {
  it("finds a choice by a value that no case has", () => {
    const misfits = (when: Condition) =>
      processFaults(
        { steps: choosing(when) },
        {
          variants: ["", "1.01"],
          levels: ["province"],
          currentUnit: (code) => (code === "H21.18" ? code : undefined),
        },
      ).map((fault) => (fault.fault === "condition-value-unknown" ? fault.value : fault.fault));
    expect(misfits({ fact: "channel", is: "one-of", values: ["online", "onlin"] })).toEqual(["onlin"]);
    expect(misfits({ fact: "applicant", is: "one-of", values: ["person"] })).toEqual(["person"]);
    expect(misfits({ fact: "variant", is: "one-of", values: ["1.01", "1.02"] })).toEqual(["1.02"]);
    expect(misfits({ fact: "level", is: "one-of", values: ["district"] })).toEqual(["district"]);
    expect(misfits({ fact: "deciding-unit", is: "one-of", values: ["H21.18", "H9"] })).toEqual(["H9"]);
    expect(misfits({ fact: "papers", is: "one-of", values: [2, -1] })).toEqual(["-1"]);
  });

  it("finds a condition whose cases all go another way above it", () => {
    const never = (...all: Condition[]) =>
      processFaults({ steps: choosing(...all) }).map((fault) =>
        fault.fault === "condition-never-asked" ? all.lastIndexOf(fault.condition) : fault.fault,
      );
    const mountain = (value: boolean): Condition => ({ fact: "mountain", is: "one-of", values: [value] });
    const fee = (is: "at-least" | "below", value: number): Condition => ({ fact: "fee", is, value });
    const unit = (...values: string[]): Condition => ({ fact: "deciding-unit", is: "one-of", values });
    expect(never(mountain(true), fee("below", 10), mountain(true))).toEqual([2]);
    expect(never(mountain(true), mountain(false))).toEqual([]);
    expect(never(mountain(true), mountain(false), fee("below", 10))).toEqual([2]);
    expect(never(fee("at-least", 100), fee("at-least", 10), fee("at-least", 50))).toEqual([2]);
    expect(never(fee("below", 10), fee("at-least", 11), fee("below", 11), fee("below", 99))).toEqual([3]);
    expect(never(fee("below", 0))).toEqual([0]);
    expect(never(unit("H1", "H2"), unit("H2", "H3"), unit("H3", "H1"))).toEqual([2]);
  });

  it("calls a condition never asked exactly where no case is found that takes it", () => {
    const condition = fc.oneof(
      fc.record({
        fact: fc.constantFrom("fee", "papers"),
        is: fc.constantFrom("at-least", "below"),
        value: fc.nat(4),
      }),
      fc.record({
        fact: fc.constant("channel"),
        is: fc.constant("one-of"),
        values: fc.uniqueArray(fc.constantFrom("counter", "post", "online"), { minLength: 1 }),
      }),
    ) as fc.Arbitrary<Condition>;
    const few = [0, 1, 2, 3, 4, 5];
    const cases = few.flatMap((papers) =>
      few.flatMap((fee) =>
        FACT_VALUES.channel.map((channel) => ({ papers, fee, channel }) as unknown as CaseFacts),
      ),
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), (all) => {
        const taken = new Set(cases.map((known) => all.findIndex((one) => holdsFor(one, known))));
        const never = processFaults({ steps: choosing(...all) }).filter(
          ({ fault }) => fault === "condition-never-asked",
        );
        expect(never).toHaveLength(all.filter((_, index) => !taken.has(index)).length);
      }),
    );
  });
});
