/** Words that follow each other, up to this many, are one key: a whole Vietnamese name is rarely longer. */
const LONGEST = 4;
const BEGINNING = 3;

/**
 * The keys under which a name is found: every run of up to four of its words, and the first three letters of longer
 * words. A whole name is one rare key, so that finding it costs the same however many cases there are.
 * @param name without marks, words parted by one space.
 */
export function nameKeys(name: string): readonly string[] {
  const words = name.split(" ").filter(Boolean);
  const keys = new Set<string>();
  words.forEach((word, index) => {
    for (let end = index + 1; end <= Math.min(words.length, index + LONGEST); end++)
      keys.add(words.slice(index, end).join(" "));
    if (word.length > BEGINNING) keys.add(beginning(word));
  });
  return [...keys];
}

/** A question to the keys: all of them are among those of a name, and the name is like one of the patterns. */
export type NameQuestion = { readonly keys: readonly string[]; readonly patterns: readonly string[] };

/** The name as whole words that follow each other. */
export function wholeWords(name: string): NameQuestion {
  const words = name.split(" ").filter(Boolean);
  const text = words.join(" ");
  const isKey = words.length <= LONGEST;
  return {
    keys: [words.slice(0, LONGEST).join(" ")],
    patterns: isKey ? ["%"] : [text, `${text} %`, `% ${text}`, `% ${text} %`],
  };
}

/** The name where its last word is the beginning of a longer one; undefined: one or two letters alone begin too much. */
export function begunWord(name: string): NameQuestion | undefined {
  const words = name.split(" ").filter(Boolean);
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (before.length === 0 && last.length < BEGINNING) return undefined;
  const key = before.length === 0 ? beginning(last) : before.slice(0, LONGEST).join(" ");
  return { keys: [key], patterns: [`${words.join(" ")}%`, `% ${words.join(" ")}%`] };
}

/** Three letters with a mark that no word has: not a word of three letters, but the beginning of a longer one. */
function beginning(word: string): string {
  return `${word.slice(0, BEGINNING)}~`;
}
