import type { CaseAction } from "../domain/case-action.ts";
import type { FormHead, FormIssuer } from "../forms/form-data.ts";

/** Head of the paper of an action: its number and its moment, so that a later print is the same paper. */
export function headOf(action: CaseAction, issuer: FormIssuer): FormHead {
  const number = "paperNumber" in action.data ? action.data.paperNumber : undefined;
  return { issuer, issuedAt: action.at, ...(number === undefined ? {} : { number: String(number) }) };
}
