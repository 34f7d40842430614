import type { ActionType } from "../domain/case-action.ts";

/** The printed forms that belong to an action of a case (TT 03/2025/TT-VPCP). */
export type PaperForm = "mau-01" | "mau-02" | "mau-03" | "mau-04" | "mau-05";

/** The form that an action prints; undefined: it prints none. A new kind of action does not compile until it is here. */
export function paperFormOf(type: ActionType): PaperForm | undefined {
  switch (type) {
    case "received":
    case "accepted":
    case "supplement-completed":
    case "procedure-changed":
      return "mau-01";
    case "supplement-requested":
      return "mau-02";
    case "refused":
    case "supplement-lapsed":
      return "mau-03";
    case "apologised":
      return "mau-04";
    case "withdrawn":
    case "stopped":
      return "mau-05";
    case "registered":
    case "passed-on":
    case "sent-back":
    case "assigned":
    case "released":
    case "opinion-asked":
    case "opinion-given":
    case "opinion-silent":
    case "wait-ended":
    case "supplement-proposed":
    case "supplement-declined":
    case "financial-duty-noted":
    case "financial-duty-paid":
    case "result-drafted":
    case "result-approved":
    case "result-issued":
    case "supplement-allowed":
    case "decided-by-silence":
    case "group-progressed":
    case "group-decided":
    case "group-completed":
    case "result-recalled":
    case "handed-over":
    case "urged":
    case "urge-answered":
    case "rated":
    case "due-recomputed":
    case "process-moved":
    case "handed-to-successor":
      return undefined;
  }
}

/** Address of the paper of an action. */
export const paperHref = (caseId: string, seq: number): string =>
  `/officer/cases/${caseId}/papers/${seq}.pdf`;

/** Address of the control sheet of a case (Mẫu 06). */
export const controlSheetHref = (caseId: string): string => `/officer/cases/${caseId}/control-sheet.pdf`;
