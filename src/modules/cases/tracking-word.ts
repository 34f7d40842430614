import { timingSafeEqual } from "node:crypto";
import { derivedWord } from "../../platform/secret.ts";

/** The secret word on the receipt of a case, as printed ("ABCDE-FGHJK"), and whether a typed one is it. */
export function trackingWord(key: Buffer, caseId: string) {
  const word = derivedWord(key, `track:${caseId}`);
  return {
    printed: `${word.slice(0, 5)}-${word.slice(5)}`,
    /** Forgives case, spaces and dashes. */
    matches(typed: string): boolean {
      const cleaned = Buffer.from(typed.toUpperCase().replace(/[^0-9A-Z]/g, ""));
      const expected = Buffer.from(word);
      return cleaned.length === expected.length && timingSafeEqual(cleaned, expected);
    },
  };
}
