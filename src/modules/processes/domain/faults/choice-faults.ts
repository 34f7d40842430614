import { CASE_FACTS, type CaseFact, type Condition, FACT_VALUES, matches } from "../condition.ts";
import type { DraftStep } from "../process.ts";
import type { ProcessFault, Surroundings } from "../process-faults.ts";

type Value = string | number | boolean;

/** Whether each condition of a choice can be asked, can hold, and is not already answered by those above it. */
export function choiceFaults({ id, then }: DraftStep, around: Surroundings): readonly ProcessFault[] {
  if (then?.kind !== "choice") return [];
  const above: Condition[] = [];
  return then.branches.flatMap(({ when }): readonly ProcessFault[] => {
    const { fact } = when;
    if (!fits(when)) return [{ fault: "condition-misfit", step: id, fact }];
    const unknown = when.is === "one-of" ? when.values.filter((value) => !mayBe(fact, value, around)) : [];
    const isTaken = mayBeTaken(when, above, around);
    above.push(when);
    if (unknown.length > 0)
      return unknown.map((value) => ({
        fault: "condition-value-unknown",
        step: id,
        fact,
        value: String(value),
      }));
    return isTaken ? [] : [{ fault: "condition-never-asked", step: id, condition: when }];
  });
}

function fits(condition: Condition): boolean {
  const kind: string | undefined = CASE_FACTS[condition.fact];
  if (condition.is !== "one-of") return kind === "number" && Number.isFinite(condition.value);
  const type = { text: "string", number: "number", truth: "boolean" }[kind ?? ""];
  return condition.values.length > 0 && condition.values.every((value) => typeof value === type);
}

/** The values that a fact has; undefined where nobody can list them. */
function valuesOf(fact: CaseFact, { variants, levels }: Surroundings): readonly Value[] | undefined {
  switch (fact) {
    case "channel":
    case "applicant":
      return FACT_VALUES[fact];
    case "mountain":
      return [true, false];
    case "variant":
      return variants;
    case "level":
      return levels;
    default:
      return undefined;
  }
}

/** Whether a case may have this value: there is such a variant, such a unit; amounts and counts are whole, from 0. */
function mayBe(fact: CaseFact, value: Value, around: Surroundings): boolean {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0;
  if (fact === "deciding-unit")
    return around.currentUnit === undefined || around.currentUnit(`${value}`) === value;
  return valuesOf(fact, around)?.includes(value) ?? true;
}

/**
 * Whether some case comes to a condition and meets it: of each fact there is a value by which none of the conditions above
 * holds, and by which this one does where it asks for that fact.
 */
function mayBeTaken(condition: Condition, above: readonly Condition[], around: Surroundings): boolean {
  const asked = [...above, condition];
  return [...new Set(asked.map(({ fact }) => fact))].every((fact) => {
    const before = above.filter((one) => one.fact === fact);
    return candidates(fact, asked, around).some(
      (value) =>
        !before.some((one) => matches(one, value)) && (condition.fact !== fact || matches(condition, value)),
    );
  });
}

/** Values of a fact that are enough to tell conditions apart: all, or those at which one of them changes its answer. */
function candidates(fact: CaseFact, asked: readonly Condition[], around: Surroundings): readonly Value[] {
  const all = valuesOf(fact, around);
  if (all !== undefined) return all;
  const named = asked
    .filter((one) => one.fact === fact)
    .flatMap((one): readonly Value[] => (one.is === "one-of" ? one.values : [one.value]));
  if (CASE_FACTS[fact] === "text") return [...named, ANOTHER];
  return [
    0,
    ...named.map(Number).flatMap((value) => [Math.ceil(value) - 1, Math.ceil(value), Math.floor(value) + 1]),
  ].filter((value) => value >= 0);
}

/** A text that no condition names. */
const ANOTHER = "\u0000";
