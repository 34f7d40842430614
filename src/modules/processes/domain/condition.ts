/** What a process may choose by: facts of the case that are known when it is received. */
export const CASE_FACTS = {
  /** Code of the variant of the procedure (trường hợp), "" without. */
  variant: "text",
  channel: "text",
  applicant: "text",
  /** Level of the unit that decides: "province", "commune". */
  level: "text",
  /** Code of the unit that decides. */
  "deciding-unit": "text",
  /** The matter lies in a mountain commune. */
  mountain: "truth",
  /** Fee that was noted at the counter, in đồng; 0 without. */
  fee: "number",
  /** Papers that were handed in. */
  papers: "number",
} as const satisfies Record<string, "text" | "number" | "truth">;

/** The values that there are of the facts that have only a few. */
export const FACT_VALUES = {
  channel: ["counter", "post", "online"],
  applicant: ["citizen", "organisation"],
} as const satisfies { readonly [Fact in keyof typeof CASE_FACTS]?: readonly string[] };

/** How a case may have come, as a process chooses by it. */
export type ChannelFact = (typeof FACT_VALUES)["channel"][number];

export type CaseFact = keyof typeof CASE_FACTS;

/** The facts of one case. */
export type CaseFacts = Readonly<Record<CaseFact, string | number | boolean>>;

/** A test on one fact; all that a choice needs, and a table can show. */
export type Condition =
  | {
      readonly fact: CaseFact;
      readonly is: "one-of";
      readonly values: readonly (string | number | boolean)[];
    }
  | { readonly fact: CaseFact; readonly is: "at-least" | "below"; readonly value: number };

/** Whether the condition holds for a case. Pure. A fact that is no number is never at least or below one. */
export function holdsFor(condition: Condition, facts: CaseFacts): boolean {
  return matches(condition, facts[condition.fact]);
}

/** Whether the condition holds where its fact has this value. */
export function matches(condition: Condition, fact: CaseFacts[CaseFact]): boolean {
  switch (condition.is) {
    case "one-of":
      return condition.values.includes(fact);
    case "at-least":
      return typeof fact === "number" && fact >= condition.value;
    case "below":
      return typeof fact === "number" && fact < condition.value;
  }
}
