import { unmark } from "../../../kernel/vietnamese-text.ts";

export const PASSWORD_MIN = 10;
/** Bounds the work of hashing; no passphrase of a person is longer. */
export const PASSWORD_MAX = 200;

export type PasswordFault = "too-short" | "too-long" | "is-username" | "too-common";

/** Words that guessers try first, in letters and digits alone; digits around them do not make them better. */
const COMMON = new Set([
  "password",
  "passw0rd",
  "matkhau",
  "motcua",
  "dichvucong",
  "hanhchinhcong",
  "quantri",
  "administrator",
  "admin",
  "vietnam",
  "welcome",
  "letmein",
  "iloveyou",
  "anhyeuem",
  "emyeuanh",
  "qwertyuiop",
  "qwerty",
  "asdfghjkl",
  "abcdef",
  "abcdefghij",
  "abc",
]);

/**
 * What is wrong with a new password, or undefined. Length counts signs, not bytes (NIST SP 800-63B: length and a list
 * of known words help; demanding kinds of signs does not).
 */
export function passwordFault(password: string, username: string): PasswordFault | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "too-short";
  if (length > PASSWORD_MAX) return "too-long";
  if (plain(password).includes(plain(username))) return "is-username";
  return isCommon(password) ? "too-common" : undefined;
}

function isCommon(password: string): boolean {
  const text = plain(password);
  const word = text.replace(/^\d+|\d+$/g, "");
  if (COMMON.has(word) || COMMON.has(text)) return true;
  return new Set(text).size <= 3 || isRun(text);
}

/** "0123456789", "abcdefghij" and the same backwards. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => (code - (codes[index] ?? 0) + 10) % 10);
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === 9));
}

/** Small letters and digits alone, marks removed. */
function plain(text: string): string {
  return unmark(text).replace(/[^\p{L}\p{N}]/gu, "");
}
