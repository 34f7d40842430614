import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormValues } from "../../../platform/http/form.ts";
import { type BUDGET_UNITS, longestWay, parseBudget, writeBudget } from "../domain/budget.ts";
import { CASE_FACTS, type CaseFact, type Condition } from "../domain/condition.ts";
import type { DraftStep, Flow } from "../domain/process.ts";
import { callStep, makeStep } from "../testing/random-process.ts";
import { conditionOf, valueText } from "./condition-field.ts";
import { MOST_BRANCHES, OUTCOMES, POSTS, REASONS, UNITS, WORKS } from "./draft-schema.ts";
import { fieldOf, readDraft, type TypedDraft, typedDraft, writtenDraft } from "./editor-form.ts";

const id = fc.constantFrom("a", "b", "c", "d");
/** "" while it was not chosen. */
const target = fc.oneof(id, fc.constant(""));
const factOf = (kind: "text" | "number" | "truth") =>
  fc.constantFrom(...(Object.keys(CASE_FACTS) as CaseFact[]).filter((fact) => CASE_FACTS[fact] === kind));
const amount = fc.oneof(
  fc.nat(9_000_000),
  fc.integer({ min: -9_000_000, max: 9_000_000 }).map((thousandths) => thousandths / 1000),
);
const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("", "a, b", 'nói "có"', "không, ", ",", '"', "H21.18"),
);
const oneOf = <Value extends string | number | boolean>(
  kind: "text" | "number" | "truth",
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Condition> =>
  fc.record({
    fact: factOf(kind),
    is: fc.constant("one-of" as const),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  oneOf("text", words),
  oneOf("number", amount),
  oneOf("truth", fc.boolean()),
  fc.record({ fact: factOf("number"), is: fc.constantFrom("at-least", "below"), value: amount }),
);
const flow: fc.Arbitrary<Flow> = fc.oneof(
  fc.record({ kind: fc.constant("to" as const), step: target }),
  fc.record({ kind: fc.constant("end" as const) }),
  fc.record({ kind: fc.constant("parallel" as const), branches: fc.uniqueArray(id), join: target }),
  fc.record({
    kind: fc.constant("choice" as const),
    branches: fc.array(fc.record({ when: condition, to: target }), {
      maxLength: MOST_BRANCHES,
      size: "medium",
    }),
    otherwise: target,
  }),
);
const step: fc.Arbitrary<DraftStep> = fc.record(
  {
    id,
    name: fc.constantFrom("Thẩm định", "Trả kết quả"),
    nameEn: fc.constantFrom("Appraise", ""),
    unit: fc.constantFrom(...UNITS, "unit:H21.18" as const),
    post: fc.constantFrom(...POSTS),
    work: fc.constantFrom(...WORKS.filter((work) => work !== "subprocess")),
    budgetMinutes: fc.nat(40_000),
    uncounted: fc.constantFrom(...REASONS),
    outcomes: fc.subarray([...OUTCOMES]),
    silence: fc.constant("consent" as const),
    then: flow,
  },
  { requiredKeys: ["id", "name", "nameEn", "unit", "post", "work", "budgetMinutes"] },
);

/** The form of a draft as a browser sends it. */
function sent({ steps }: TypedDraft): FormValues {
  const fields = steps.flatMap(({ branches, silence, parallel, outcomes, ...texts }, row) => [
    ...Object.entries(texts).map(([name, text]) => [fieldOf(row, name), text] as const),
    ...branches.flatMap((branch, index) =>
      Object.entries(branch).map(([name, text]) => [fieldOf(row, `b.${index}.${name}`), text] as const),
    ),
    ...(silence ? [[fieldOf(row, "silence"), "consent"] as const] : []),
    [fieldOf(row, "parallel"), [...parallel]] as const,
    [fieldOf(row, "outcomes"), [...outcomes]] as const,
  ]);
  return { rows: String(steps.length), ...Object.fromEntries(fields) };
}

describe("the form of the editor", () => {
  it("reads back every process that it writes, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const read = readDraft(typedDraft(sent(writtenDraft({ steps }))), { hasUnit: () => true });
        expect(read.faults).toEqual([]);
        expect(read.content).toEqual({ steps });
      }),
    );
  });

  it("writes every budget so that it is read as the same minutes", () => {
    fc.assert(
      fc.property(fc.nat(480_000), (minutes) => {
        const { amount, unit } = writeBudget(minutes);
        expect(parseBudget(amount, unit)).toBe(minutes);
      }),
    );
    expect(writeBudget(120)).toEqual({ amount: "0,25", unit: "day" });
    expect(writeBudget(90)).toEqual({ amount: "1,5", unit: "hour" });
    expect(writeBudget(35)).toEqual({ amount: "35", unit: "minute" });
  });

  it.each([
    ["0,25", "day", 120],
    ["0.25", "day", 120],
    ["1/3", "day", 160],
    ["6,25", "day", 3000],
    ["2", "hour", 120],
    ["0,3", "hour", 18],
    ["0,333", "day", undefined],
    ["-1", "day", undefined],
    ["1e3", "day", undefined],
    ["", "day", undefined],
  ] as const)("reads %s %s as %s minutes", (text, unit, minutes) => {
    expect(parseBudget(text, unit as keyof typeof BUDGET_UNITS)).toBe(minutes);
  });

  it("reads the values of conditions as their facts have them", () => {
    expect(conditionOf("fee", "at-least", "1.000.000")).toEqual({
      fact: "fee",
      is: "at-least",
      value: 1_000_000,
    });
    expect(conditionOf("mountain", "one-of", "Có")).toEqual({
      fact: "mountain",
      is: "one-of",
      values: [true],
    });
    expect(conditionOf("channel", "one-of", "online, post")).toMatchObject({ values: ["online", "post"] });
    expect(conditionOf("fee", "below", "1.5")).toMatchObject({ value: 1.5 });
    expect(conditionOf("fee", "below", "1,5")).toMatchObject({ value: 1.5 });
    for (const typed of ["1,000", "1.2.3", "1.00.000"])
      expect(conditionOf("fee", "below", typed)).toBeUndefined();
    expect(conditionOf("variant", "one-of", '"Nhà ở, cấp IV", 02')).toMatchObject({
      values: ["Nhà ở, cấp IV", "02"],
    });
    expect(conditionOf("channel", "below", "3")).toBeUndefined();
    expect(conditionOf("papers", "one-of", "nhiều")).toBeUndefined();
    expect(conditionOf("mountain", "one-of", "")).toBeUndefined();
    expect(valueText({ fact: "mountain", is: "one-of", values: [false] })).toBe("không");
  });

  it("finds the longest way: branches at once count as the longest, what goes back once", () => {
    const timed = (name: string, budgetMinutes: number, way: Flow) => ({
      id: name,
      budgetMinutes,
      then: way,
    });
    const steps = [
      timed("a", 10, { kind: "parallel", branches: ["b", "c"], join: "d" }),
      timed("b", 100, { kind: "to", step: "d" }),
      timed("c", 30, { kind: "to", step: "d" }),
      timed("d", 5, { kind: "choice", branches: [], otherwise: "a" }),
    ];
    expect(longestWay(steps)).toBe(115);
    expect(longestWay([])).toBe(0);
  });
});

describe("what stands in a field that its row does not use", () => {
  const named = { ...makeStep("a"), unit: "unit:H21.18" as const };
  const call = callStep("b", "1.004837", {
    subprocess: { procedureCode: "1.004837", variantCode: "1.004837.01" },
  });
  const terms = { whenSilent: { outcome: "granted" as const, basis: "Điều 8" } };
  const before = { steps: [named, call], terms };
  const typed = (): TypedDraft => {
    const { steps, terms } = writtenDraft(before);
    return {
      steps: steps.map((step) => ({ ...step, unit: "deciding-unit", work: "process" })),
      terms: { ...terms, silent: "" },
    };
  };

  it("falls away where a choice was changed, and is a fault where it was typed", () => {
    expect(readDraft(typed(), { hasUnit: () => true, before }).faults).toEqual([]);
    expect(readDraft(typed(), { hasUnit: () => true }).faults).toEqual([
      { field: "s.0.unitCode", word: "unit-code-unused" },
      { field: "s.1.subprocess", word: "call-unused" },
      { field: "s.1.subprocessVariant", word: "call-unused" },
      { field: "basis", word: "basis-unused" },
    ]);
  });

  it("is read in every row that was sent, also beyond what a draft may have", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 85 }, (_, row) => [fieldOf(row, "name"), `Bước ${row}`]),
    );
    expect(typedDraft({ rows: "85", ...rows }).steps.at(-1)?.name).toBe("Bước 84");
  });
});
