import { formatDate, type Instant } from "../../../kernel/time.ts";
import type { PaperNames } from "../case-papers/paper-names.ts";
import type { RegisterData } from "../forms/mau-07-register.ts";
import { given } from "../verb.ts";
import type { RegisterLine } from "./register-book.query.ts";
import type { RegisterChoice } from "./register-filter.ts";

/** Mẫu 07 of what a desk received in a period, printed now. The appointment is the first one: it stays for ever. */
export function registerData(
  lines: readonly RegisterLine[],
  choice: RegisterChoice,
  names: PaperNames,
  methodName: (method: string) => string,
  now: Instant,
): RegisterData {
  return {
    issuer: names.issuer(choice.unitId),
    issuedAt: now,
    ...given("field", choice.field),
    volume: choice.from.slice(0, 4),
    period: `Từ ngày ${formatDate(choice.from)} đến ngày ${formatDate(choice.to)}`,
    rows: lines.map((line) => ({
      caseCode: line.code,
      procedure: line.procedureName,
      applicant: line.applicantName,
      contact: [line.applicantAddress, line.applicantPhone].filter(Boolean).join("; "),
      agency: names.unitName(line.decidingUnitId),
      receivedAt: line.receivedAt,
      ...given("appointmentAt", line.firstDueAt ?? undefined),
      ...given("returnedAt", line.returnedAt ?? undefined),
      returnMethod: methodName(line.returnMethod),
      ...given("takenBy", line.takenBy ?? undefined),
    })),
  };
}
