import { ok, type Result, refuse } from "./result.ts";

/** What a personal number says (NĐ 137/2015/NĐ-CP Điều 13: place of birth registration, century and sex, year, serial). */
export type CitizenNumber =
  | {
      readonly kind: "citizen";
      readonly number: string;
      readonly provinceCode: string;
      readonly gender: "male" | "female";
      readonly birthYear: number;
    }
  /** The identity card of before 2016, nine digits that say nothing by themselves. */
  | { readonly kind: "old-card"; readonly number: string };

export type CitizenNumberRefusal = "wrong-length" | "not-digits" | "no-such-province" | "no-such-year";

/** The 63 codes of the provinces of birth registration (Thông tư 59/2021/TT-BCA); they outlive the mergers of 2025. */
export const BIRTH_PROVINCE_CODES: ReadonlySet<string> = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 " +
    "040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 " +
    "083 084 086 087 089 091 092 093 094 095 096"
  ).split(" "),
);

/**
 * Checks a số định danh cá nhân (12 digits) or an old số CMND (9 digits); spaces and dots between digits are let pass.
 * `thisYear`, when given, refuses births after it; without it the last year known is 2099.
 */
export function parseCitizenNumber(
  text: string,
  thisYear = 2099,
): Result<CitizenNumber, CitizenNumberRefusal> {
  const number = text.trim().replace(/(?<=\d)[ .](?=\d)/g, "");
  if (!/^\d*$/.test(number)) return refuse("not-digits");
  if (number.length === 9) return ok({ kind: "old-card", number });
  if (number.length !== 12) return refuse("wrong-length");
  const provinceCode = number.slice(0, 3);
  if (!BIRTH_PROVINCE_CODES.has(provinceCode) && !isCountryCode(provinceCode))
    return refuse("no-such-province");
  const centuryAndSex = Number(number[3]);
  const birthYear = 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6));
  if (birthYear > thisYear) return refuse("no-such-year");
  return ok({
    kind: "citizen",
    number,
    provinceCode,
    gender: centuryAndSex % 2 === 0 ? "male" : "female",
    birthYear,
  });
}

/** Births registered abroad carry the code of the country, 101 and up, in place of the province (Điều 13). */
const isCountryCode = (code: string): boolean => code > "100" && code < "400";

/** What lists may show of a personal number: "•••••••••123". */
export const maskCitizenNumber = (number: string): string =>
  `${"•".repeat(Math.max(0, number.length - 3))}${number.slice(-3)}`;

const BUSINESS_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

export type BusinessCode = { readonly code: string; readonly branch?: string };

/**
 * Checks a mã số doanh nghiệp / mã số thuế: 10 digits of which the last is a check digit, and for a dependent unit
 * "-001" to "-999" after it.
 */
export function parseBusinessCode(text: string): Result<BusinessCode, "wrong-length" | "wrong-check-digit"> {
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(text.trim().replace(/\s+/g, ""));
  const code = match?.[1];
  if (code === undefined) return refuse("wrong-length");
  const sum = BUSINESS_WEIGHTS.reduce((total, weight, i) => total + weight * Number(code[i]), 0);
  if (10 - (sum % 11) !== Number(code[9])) return refuse("wrong-check-digit");
  const branch = match?.[2];
  if (branch === "000") return refuse("wrong-length");
  return ok(branch === undefined ? { code } : { code, branch });
}
