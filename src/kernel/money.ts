import { ok, type Result, refuse } from "./result.ts";
import { numberInWords } from "./vietnamese-text.ts";

/** An amount as people read it, whole đồng: 1234567 is "1.234.567 đ". Throws RangeError on fractions of a đồng. */
export function formatMoney(dong: number): string {
  return `${groupThousands(dong)} đ`;
}

/** A whole number with dots between thousands: 1234567 is "1.234.567". */
export function groupThousands(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return `${n < 0 ? "-" : ""}${`${Math.abs(n)}`.replace(/\B(?=(\d{3})+$)/g, ".")}`;
}

/**
 * Reads "1.234.567 đ", "1234567", "1,234,567 VND", "50000 đồng" into whole đồng, never negative.
 * Dots and commas stand for thousands only: "1.5" is refused rather than guessed.
 */
export function parseMoney(text: string): Result<number, "not-money"> {
  const bare = text
    .normalize("NFC")
    .trim()
    .replace(/\s*(đồng|vnđ|vnd|đ|₫)\.?$/iu, "")
    .replace(/(\d)[ \u00a0](?=\d{3})/g, "$1.");
  if (!/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/.test(bare)) return refuse("not-money");
  const amount = Number(bare.replace(/[.,]/g, ""));
  return Number.isSafeInteger(amount) ? ok(amount) : refuse("not-money");
}

/** The amount in words for a receipt: "Một trăm nghìn đồng". */
export function moneyInWords(dong: number): string {
  const words = numberInWords(dong);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}
