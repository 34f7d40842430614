import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import type { CaseAction, Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { membersOf } from "../domain/group.ts";
import type { FilingChannel, PaperForm } from "../domain/people.ts";
import type { FormApplicant } from "../forms/form-data.ts";
import type { PaperKind, ReceiptData } from "../forms/mau-01-receipt.ts";
import { given } from "../verb.ts";
import { headOf } from "./paper-head.ts";
import type { PaperNames } from "./paper-names.ts";

/** Where the holder of a receipt follows the case. */
export type Tracking = { readonly url: string; readonly secret: string };

const KIND = {
  original: "original",
  copy: "copy",
  scanned: "electronic",
  held: "held-by-state",
} as const satisfies Record<PaperForm, PaperKind>;

/**
 * Mẫu 01 of an action that begins or restarts the time: receiving, the completed supplement, the changed procedure.
 * @param state the case right after that action.
 */
export function receiptData(
  action: CaseAction,
  state: CaseState,
  names: PaperNames,
  tracking: Tracking,
): ReceiptData {
  const { receivingUnitId } = state;
  const counts = action.data.type === "procedure-changed" ? state.receivedAt : action.at;
  return {
    ...headOf(action, names.issuer(receivingUnitId)),
    caseCode: state.code,
    applicant: applicantOf(state),
    ...given("authorised", state.representative && authorised(state.representative)),
    request: requestOf(state),
    papers: state.papers.map((paper) => ({
      name: paper.name,
      kind: KIND[paper.form],
      ...(paper.form === "held" ? {} : { copies: paper.count }),
    })),
    sets: state.copies,
    ...given("timeLimit", limitInWords(state.matter)),
    receivedAt: counts ?? action.at,
    ...given("appointmentAt", state.clock.dueAt),
    ...given("appointmentNote", state.matter.appointments && "hẹn lần 1"),
    ...given("fee", state.fee && { amount: state.fee.amount, note: state.fee.paid ? "đã nộp" : "chưa nộp" }),
    returnPlace: returnPlace(state, names),
    // The register is electronic and named by the case code, whose last part is the serial of the day.
    book: { volume: "điện tử", serial: state.code },
    tracking,
    submitter: { name: state.representative?.name ?? state.applicant.name },
    ...given("receiver", action.by.id === undefined ? undefined : { name: names.officerName(action.by.id) }),
  };
}

/** The procedure; of a group with the cases that it consists of, each by its code. */
function requestOf(state: CaseState): string {
  const { procedureName, variantName } = state.matter;
  const members = membersOf(state).map(({ procedureName: name, code }) => `${name} (${code})`);
  if (members.length > 0) return `${procedureName}, gồm: ${members.join("; ")}`;
  return variantName ? `${procedureName} (${variantName})` : procedureName;
}

/** The applicant as forms print them. */
export function applicantOf({ applicant }: Pick<CaseState, "applicant">): FormApplicant {
  return {
    name: applicant.name,
    ...given("identityNumber", applicant.number),
    ...given("address", applicant.address),
    ...given("phone", applicant.phone),
    ...given("email", applicant.email),
  };
}

function authorised(person: NonNullable<CaseState["representative"]>) {
  return {
    name: person.name,
    ...given("identityNumber", person.number),
    ...given("phone", person.phone),
    paper: person.paper,
  };
}

const OF_CHANNEL = {
  direct: " (nộp trực tiếp)",
  postal: " (nộp qua bưu chính)",
  online: " (nộp trực tuyến)",
} as const satisfies Record<FilingChannel, string>;

function limitInWords({ limit, limitChannel, extraWorkingDays, appointments }: Matter): string | undefined {
  if (limit === undefined) return undefined;
  const extra = extraWorkingDays === undefined ? "" : `, cộng ${extraWorkingDays} ngày (xã miền núi)`;
  const own = limitChannel === undefined ? "" : OF_CHANNEL[limitChannel];
  const words = `${formatTimeLimit(limit, "vi")}${own}${extra}`;
  if (appointments === undefined) return words;
  const [first, second] = [appointments.first, appointments.second].map((part) =>
    formatTimeLimit(part, "vi"),
  );
  return `${words}; hẹn lần 1: ${first}, đến khi có thông báo nộp tiền; hẹn lần 2: ${second} từ khi có chứng từ nộp tiền`;
}

function returnPlace(state: CaseState, names: PaperNames): string {
  switch (state.returnMethod) {
    case "counter":
      return names.unitName(state.receivingUnitId);
    case "post":
      return `Bưu chính công ích, ${state.returnAddress ?? state.applicant.address ?? ""}`.replace(/, $/, "");
    case "electronic":
      return "Bản điện tử";
  }
}
