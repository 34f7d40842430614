/** Text of Vietnamese names and titles: comparing without marks, and numbers in words. */

/**
 * Lower case, tone and vowel marks removed, đ as d, spaces collapsed: "  Nguyễn  Văn Đức" is "nguyen van duc".
 * The same answer for composed (NFC) and decomposed (NFD) input. Never use it for identity: "Hà" and "Hạ" meet.
 */
export function unmark(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The form kept in search columns: unmarked words of letters and digits, one space between ("QĐ-12/UBND" is "qd 12 ubnd"). */
export function searchKey(text: string): string {
  return unmark(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether every word of the query begins a word of the text, marks and case ignored. */
export function matchesSearch(text: string, query: string): boolean {
  const padded = ` ${searchKey(text)}`;
  return searchKey(query)
    .split(" ")
    .every((word) => padded.includes(` ${word}`));
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;

/**
 * A whole number in Vietnamese words, as receipts ask: 1.234.567 is "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy".
 * Throws RangeError on fractions and beyond the safe integers.
 */
export function numberInWords(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  if (n === 0) return DIGITS[0];
  return n < 0 ? `âm ${billions(-n, false)}` : billions(n, false);
}

function billions(n: number, afterHigher: boolean): string {
  const high = Math.floor(n / 1e9);
  const low = n % 1e9;
  if (high === 0) return millions(low, afterHigher);
  return [billions(high, afterHigher), "tỷ", ...(low > 0 ? [millions(low, true)] : [])].join(" ");
}

function millions(n: number, afterHigher: boolean): string {
  const words: string[] = [];
  let follows = afterHigher;
  for (const [unit, name] of [
    [1_000_000, "triệu"],
    [1000, "nghìn"],
    [1, ""],
  ] as const) {
    const group = Math.floor(n / unit) % 1000;
    if (group > 0) words.push(hundreds(group, follows), name);
    follows ||= group > 0;
  }
  return words.filter((word) => word !== "").join(" ");
}

/** Words of 1..999; after a higher group the hundreds are always said ("một triệu không trăm linh năm"). */
function hundreds(n: number, afterHigher: boolean): string {
  const [hundred, ten, one] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const words: string[] = [];
  const sayHundred = hundred > 0 || afterHigher;
  if (sayHundred) words.push(digit(hundred), "trăm");
  if (ten === 1) words.push("mười");
  else if (ten > 1) words.push(digit(ten), "mươi");
  else if (one > 0 && sayHundred) words.push("linh");
  if (one > 0) words.push(lastDigit(one, ten));
  return words.join(" ");
}

function lastDigit(one: number, ten: number): string {
  if (one === 1 && ten > 1) return "mốt";
  if (one === 4 && ten > 1) return "tư";
  if (one === 5 && ten > 0) return "lăm";
  return digit(one);
}

const digit = (n: number): string => DIGITS[n] ?? "";
