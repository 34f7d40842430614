import type { Condition } from "../domain/condition.ts";
import { conditionIn, conditionText } from "./condition-text.ts";
import { type Element, extensionOf, isElement, textOf } from "./moddle.ts";
import { readCondition } from "./read-json.ts";

export type Note = { readonly vi: string; readonly en: string };

/** Empty, so that the draft says that it must be filled in. */
const OPEN: Condition = { fact: "variant", is: "one-of", values: [] };

/**
 * The condition of a way out of a choice. Ours counts as long as its expression says the same; an expression that was
 * changed in a modeler is read instead. What cannot be read comes back empty, with a note.
 */
export function conditionOfFlow(flow: Element): {
  readonly when: Condition;
  readonly notes: readonly Note[];
} {
  const own = extensionOf(flow, "When");
  const kept = readCondition(own === undefined ? undefined : textOf(own, "condition"));
  const expression = expressionOf(flow);
  const name = textOf(flow, "name")?.trim() ?? "";
  const isUntouched = kept !== undefined && expression === conditionText(kept);
  const when = isUntouched ? kept : conditionIn(expression);
  if (when === undefined) {
    const what = [...new Set([name, expression])].filter((text) => text !== "").join("; ") || flow.id || "";
    const vi = `điều kiện “${what}” cần nhập lại`;
    return { when: OPEN, notes: [{ vi, en: `condition “${what}” must be entered anew` }] };
  }
  if (own === undefined || name === "" || isSame(name, when, kept)) return { when, notes: [] };
  const text = conditionText(when);
  return {
    when,
    notes: [
      {
        vi: `nhãn “${name}” không đổi điều kiện: vẫn là “${text}”`,
        en: `label “${name}” changes nothing: the condition still is “${text}”`,
      },
    ],
  };
}

/** Whether the flow says when it is taken. */
export function hasCondition(flow: Element): boolean {
  return expressionOf(flow) !== "" || extensionOf(flow, "When") !== undefined;
}

function expressionOf(flow: Element): string {
  const expression = flow.get("conditionExpression");
  return isElement(expression) ? (textOf(expression, "body")?.trim() ?? "") : "";
}

/** A label that was written for the condition, now or before its expression was changed. */
function isSame(name: string, when: Condition, before: Condition | undefined): boolean {
  return name === conditionText(when) || (before !== undefined && name === conditionText(before));
}
