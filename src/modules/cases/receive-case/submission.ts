import type { Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { given } from "../verb.ts";
import type { ReceiveCase } from "./receive-input.ts";

/** What is handed in at a desk, or online: there no form asks for the channel. */
export type Submitted = Omit<ReceiveCase, "channel"> & Pick<CaseState, "channel">;

/** What the person hands in, as the first action of the case keeps it. */
export function submission(input: Submitted, matter: Matter, code: string) {
  return {
    code,
    matter,
    receivingUnitId: input.receivingUnitId,
    decidingUnitId: input.decidingUnitId,
    channel: input.channel,
    applicant: {
      kind: input.applicantKind,
      name: input.applicantName,
      ...given("number", input.applicantNumber),
      ...given("birthDate", input.applicantBirthDate),
      ...given("address", input.applicantAddress),
      ...given("phone", input.applicantPhone),
      ...given("email", input.applicantEmail),
    },
    ...given("representative", representative(input)),
    request: input.request ?? matter.procedureName,
    papers: input.papers.map(({ id, ...paper }) => ({ ...given("id", id), ...paper })),
    copies: input.copies,
    ...given(
      "fee",
      input.feeAmount === undefined
        ? undefined
        : { name: "Phí, lệ phí", amount: input.feeAmount, paid: input.feePaid },
    ),
    returnMethod: input.returnMethod,
    ...given("returnAddress", input.returnAddress),
  };
}

function representative(input: Submitted) {
  if (input.representativeName === undefined) return undefined;
  return {
    name: input.representativeName,
    paper: input.representativePaper ?? "",
    ...given("number", input.representativeNumber),
    ...given("phone", input.representativePhone),
  };
}
