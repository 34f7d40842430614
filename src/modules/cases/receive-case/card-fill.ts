import { parseCitizenCardQr } from "../../../kernel/citizen-card-qr.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { formatDate } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";

/** What a scanned card puts into the form; the same fields as the enhancer fills where JavaScript runs. */
export function valuesFromCard(
  text: string,
): Result<FormValues, "no-card" | "not-a-card" | "card-disagrees"> {
  if (text.trim() === "") return refuse("no-card");
  const card = parseCitizenCardQr(text);
  if (!card.ok) return refuse(card.refusal === "number-disagrees" ? "card-disagrees" : "not-a-card");
  const { number, fullName, birthDate, birthYear, address } = card.value;
  return ok({
    scan: "",
    applicantKind: "person",
    applicantNumber: number,
    applicantName: fullName,
    applicantBirthDate: birthDate === undefined ? String(birthYear) : formatDate(birthDate),
    applicantAddress: address,
  });
}
