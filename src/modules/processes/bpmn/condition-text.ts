import { CASE_FACTS, type CaseFact, type Condition } from "../domain/condition.ts";
import { conditionOf } from "../edit-process/condition-field.ts";

/** "fee >= 100000", "channel in online, post": for people and for other programs. */
export function conditionText(condition: Condition): string {
  switch (condition.is) {
    case "one-of":
      return `${condition.fact} in ${condition.values.join(", ")}`.trim();
    case "at-least":
      return `${condition.fact} >= ${condition.value}`;
    case "below":
      return `${condition.fact} < ${condition.value}`;
  }
}

/** Reads what conditionText writes; undefined for anything else. */
export function conditionIn(text: string): Condition | undefined {
  const written = /^([a-z-]+) (?:(in) (.+)|(>=|<) (\d+))$/.exec(text.trim().replace(/\s+/g, " "));
  const [, fact = "", isIn, values = "", operator, value = ""] = written ?? [];
  if (!isFact(fact)) return undefined;
  if (isIn !== undefined) return conditionOf(fact, "one-of", values);
  return conditionOf(fact, operator === "<" ? "below" : "at-least", value);
}

const isFact = (word: string): word is CaseFact => Object.hasOwn(CASE_FACTS, word);
