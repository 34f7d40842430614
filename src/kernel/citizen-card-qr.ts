import { parseCitizenNumber } from "./citizen-number.ts";
import { ok, type Result, refuse } from "./result.ts";
import { isLocalDate, type LocalDate } from "./time.ts";

/** What the QR code of a chip card (CCCD, thẻ căn cước) tells about its holder. */
export type CitizenCard = {
  readonly number: string;
  readonly oldNumber?: string;
  readonly fullName: string;
  readonly birthYear: number;
  /** Missing when the card knows only the year. */
  readonly birthDate?: LocalDate;
  readonly gender: "male" | "female";
  readonly address: string;
  readonly issuedOn?: LocalDate;
};

export type CitizenCardRefusal =
  | "not-a-citizen-card"
  | "wrong-number"
  | "wrong-name"
  | "wrong-birth-date"
  | "wrong-gender"
  | "wrong-issue-date"
  /** Sex or year of birth in the number differ from those beside it: a card made up or misread. */
  | "number-disagrees";

/**
 * Reads the text a scanner gives: number|old number|FULL NAME|ddmmyyyy|Nam or Nữ|address|issued ddmmyyyy.
 * Later cards carry more fields after these; they are let pass. Nothing here proves that the card is genuine.
 */
export function parseCitizenCardQr(text: string): Result<CitizenCard, CitizenCardRefusal> {
  const fields = text
    .normalize("NFC")
    .split("|")
    .map((field) => field.trim().replace(/\s+/gu, " "));
  if (fields.length < 6) return refuse("not-a-citizen-card");
  const [
    rawNumber = "",
    rawOld = "",
    fullName = "",
    rawBirth = "",
    rawGender = "",
    address = "",
    rawIssued = "",
  ] = fields;
  const number = parseCitizenNumber(rawNumber);
  if (!number.ok || number.value.kind !== "citizen") return refuse("wrong-number");
  if (!/^[\p{L}][\p{L} '’.-]*$/u.test(fullName)) return refuse("wrong-name");
  const birth = birthOf(rawBirth);
  if (!birth) return refuse("wrong-birth-date");
  const gender = GENDERS.get(rawGender.toLowerCase());
  if (!gender) return refuse("wrong-gender");
  const issuedOn = dateOf(rawIssued);
  if (rawIssued !== "" && !issuedOn) return refuse("wrong-issue-date");
  if (number.value.gender !== gender || number.value.birthYear !== birth.birthYear)
    return refuse("number-disagrees");
  return ok({
    number: number.value.number,
    ...(/^\d{9}$/.test(rawOld) ? { oldNumber: rawOld } : {}),
    fullName,
    ...birth,
    gender,
    address,
    ...(issuedOn ? { issuedOn } : {}),
  });
}

const GENDERS: ReadonlyMap<string, "male" | "female"> = new Map([
  ["nam", "male"],
  ["nữ", "female"],
]);

function dateOf(ddmmyyyy: string): LocalDate | undefined {
  const date = `${ddmmyyyy.slice(4)}-${ddmmyyyy.slice(2, 4)}-${ddmmyyyy.slice(0, 2)}`;
  return isLocalDate(date) ? date : undefined;
}

function birthOf(text: string): { birthYear: number; birthDate?: LocalDate } | undefined {
  const yearAlone = /^(?:0000)?(\d{4})$/.exec(text)?.[1];
  if (yearAlone !== undefined) return { birthYear: Number(yearAlone) };
  const birthDate = dateOf(text);
  return birthDate === undefined ? undefined : { birthYear: Number(birthDate.slice(0, 4)), birthDate };
}
