import type { ActionData, CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { SupplementRequestData } from "../forms/mau-02-supplement-request.ts";
import type { RefusalData } from "../forms/mau-03-refusal.ts";
import type { ApologyData } from "../forms/mau-04-apology.ts";
import type { StopNoticeData } from "../forms/mau-05-stop-notice.ts";
import { given } from "../verb.ts";
import { headOf } from "./paper-head.ts";
import type { PaperNames } from "./paper-names.ts";
import { applicantOf } from "./receipt-data.ts";

type Data<Type extends ActionData["type"]> = Extract<ActionData, { readonly type: Type }>;

/** Mẫu 02: what is missing and why, from the desk that asked. */
export function supplementData(
  action: CaseAction,
  data: Data<"supplement-requested">,
  state: CaseState,
  names: PaperNames,
): SupplementRequestData {
  const officer = officerOf(action, names);
  return {
    ...headOf(action, names.issuer(state.receivingUnitId)),
    applicant: applicantOf(state),
    caseCode: state.code,
    request: state.matter.procedureName,
    items: data.items,
    reason: data.reason,
    ...given("contact", officer),
    ...given("guide", officer),
  };
}

/** Mẫu 03: refused at the counter, or because the supplement never came. */
export function refusalData(
  action: CaseAction,
  data: Data<"refused" | "supplement-lapsed">,
  state: CaseState,
  names: PaperNames,
): RefusalData {
  return {
    ...headOf(action, names.issuer(state.receivingUnitId)),
    applicant: applicantOf(state),
    caseCode: state.code,
    request: state.matter.procedureName,
    reason: data.reason,
    submitter: { name: state.representative?.name ?? state.applicant.name },
    ...given("receiver", officerOf(action, names)),
  };
}

/**
 * Mẫu 04, from the unit that holds the case and whose leader signed.
 * @param before the case before the apology: with the appointment that was owed.
 */
export function apologyData(
  action: CaseAction,
  data: Data<"apologised">,
  before: CaseState,
  names: PaperNames,
): ApologyData {
  const unitId = data.unitId ?? before.decidingUnitId;
  return {
    ...headOf(action, names.issuer(unitId)),
    to: before.applicant.name,
    ...given("identityNumber", before.applicant.number),
    agency: names.unitName(unitId),
    caseCode: before.code,
    request: before.matter.procedureName,
    receivedAt: before.receivedAt ?? before.registeredAt,
    ...given("appointmentAt", before.clock.dueAt),
    reason: data.reason,
    newAppointmentAt: data.newDueAt,
    ...given("signer", officerOf(action, names)),
  };
}

/** Mẫu 05: stopped at the applicant's wish, or by the authority. The originals go back. */
export function stopData(
  action: CaseAction,
  data: Data<"withdrawn" | "stopped">,
  state: CaseState,
  names: PaperNames,
): StopNoticeData {
  return {
    ...headOf(action, names.issuer(state.receivingUnitId)),
    to: state.applicant.name,
    ...given("identityNumber", state.applicant.number),
    caseCode: state.code,
    request: state.matter.procedureName,
    agency: names.unitName(state.decidingUnitId),
    receivedAt: state.receivedAt ?? state.registeredAt,
    ...(data.type === "withdrawn" ? { askedAt: action.at } : { basis: data.basis }),
    reason: data.reason,
    stoppedAt: action.at,
    returnedPapers: state.papers
      .filter((paper) => paper.form === "original")
      .map((paper) => `${paper.name} (${String(paper.count).padStart(2, "0")} bản)`),
    ...given("signer", data.type === "stopped" ? officerOf(action, names) : undefined),
  };
}

function officerOf(action: CaseAction, names: PaperNames): { readonly name: string } | undefined {
  if (action.by.kind !== "officer" || action.by.id === undefined) return undefined;
  return { name: names.officerName(action.by.id) };
}
