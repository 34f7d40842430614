import { parseCitizenNumber } from "../../../kernel/citizen-number.ts";
import type { CaseState } from "../domain/case-state.ts";

/** How the page speaks to the applicant. */
export type Addressee = "woman" | "man" | "person" | "business" | "organisation";

/**
 * Bà or ông by the personal number, both words where it does not say or somebody else holds the receipt. Nothing but
 * this one word leaves the personal data.
 */
export function addresseeOf(state: Pick<CaseState, "applicant" | "representative">): Addressee {
  const { kind, number } = state.applicant;
  if (kind !== "person") return kind;
  if (number === undefined || state.representative !== undefined) return "person";
  const parsed = parseCitizenNumber(number);
  if (!parsed.ok || parsed.value.kind !== "citizen") return "person";
  return parsed.value.gender === "female" ? "woman" : "man";
}
