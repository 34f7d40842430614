/** Marks a word of sound in the search vector, so that it never meets a written word: no Vietnamese syllable begins so. */
const MARK = "zq";

const FIRST: readonly (readonly [RegExp, string])[] = [
  [/^tr/, "ch"],
  [/^x/, "s"],
  [/^(gi(?=[aeouy])|gi$|r|v)/, "d"],
  [/^ngh/, "ng"],
  [/^gh/, "g"],
  [/^(k(?!h)|q)/, "c"],
  [/^l/, "n"],
];
const LAST: readonly (readonly [RegExp, string])[] = [
  [/(ng|nh)$/, "n"],
  [/(ch|c)$/, "t"],
];

/**
 * Unmarked words as they are heard, where the regions hear alike what is spelled differently: tr/ch, s/x, d/gi/r/v, l/n,
 * i/y, final n/ng/nh and t/c/ch: "say dung" meets "xây dựng". The letters of a word stand in order of the alphabet, so that
 * two that changed places meet too: "khia sinh" is "khai sinh". Each word is marked with "zq".
 */
export function soundKey(key: string): string {
  return key
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => MARK + [...fold(fold(word, FIRST).replaceAll("y", "i"), LAST)].sort().join(""))
    .join(" ");
}

function fold(word: string, rules: typeof FIRST): string {
  for (const [spelled, heard] of rules) if (spelled.test(word)) return word.replace(spelled, heard);
  return word;
}
