import { searchKey } from "../../../kernel/vietnamese-text.ts";
import { SYNONYMS } from "./synonyms.ts";

/** What somebody typed, ready for the search; every text is unmarked and of letters, digits and single spaces. */
export type SearchQuestion = {
  /** The beginning of a code such as "1.0011", if that is what was typed. */
  readonly code: string | undefined;
  /** The whole question, and the question without the words that say nothing. */
  readonly key: string;
  readonly core: string;
  /** Words of the core. */
  readonly words: readonly string[];
  /** What the catalogue calls it: the core with an everyday word replaced, best first. */
  readonly official: readonly string[];
  /** The core is nothing but an everyday word, so that the official word counts more than a chance likeness. */
  readonly isEverydayWord: boolean;
};

/**
 * Asking and politeness around the thing itself. Whole phrases, and only at the ends: without marks most short words stand
 * for several ("the" is "thế" and "thẻ", "ho" is "hồ" and "hộ"), so no single word may be dropped everywhere.
 */
const OPENING =
  /^((cho )?(toi|minh|em|chau) |(muon|can) (?!cuoc)|cho hoi |hoi ve |xin |cach |lam sao (de )?|di lam |dang ky lam |lam (?!nghiep|san|sinh|dong)|thu tuc (hanh chinh )?|ho so (de |xin )?|nop ho so )/;
const CLOSING =
  / (o dau|nhu the nao|the nao|ra sao|lam sao|can (giay to |nhung )?gi|gom (nhung )?gi|(mat |trong )?bao lau|(het |mat )?bao nhieu( tien)?|khong|vay|a)$/;

const MAX_LETTERS = 120;
const MAX_WORDS = 12;

/** Prepares what was typed; undefined when it holds no letter or digit. */
export function searchQuestion(text: string): SearchQuestion | undefined {
  const typed = text.slice(0, MAX_LETTERS).trim();
  const key = searchKey(typed).split(" ").slice(0, MAX_WORDS).join(" ");
  if (key === "") return undefined;
  const code = /^\d{1,2}(\.\d*)*$/.test(typed) ? typed : undefined;
  const core = withoutAsking(key);
  return {
    code,
    key,
    core,
    words: core.split(" "),
    official: officialWords(key, core),
    isEverydayWord: BY_LENGTH.some(([everyday]) => everyday === core),
  };
}

/** Strips phrases from both ends until none is left; what consists of them alone stays as it is. */
function withoutAsking(key: string): string {
  for (let text = key; ; ) {
    const shorter = text.replace(OPENING, "").replace(CLOSING, "");
    if (shorter === text || shorter === "") return text;
    text = shorter;
  }
}

/** Longer everyday words first: "sang ten so do" before "so do". */
const BY_LENGTH = [...SYNONYMS].sort(([a], [b]) => b.length - a.length);

function officialWords(key: string, core: string): readonly string[] {
  const found = new Set<string>();
  let covered = "";
  for (const [everyday, official] of BY_LENGTH) {
    if (` ${covered} `.includes(` ${everyday} `)) continue;
    const inCore = ` ${core} `.includes(` ${everyday} `);
    if (!inCore && !` ${key} `.includes(` ${everyday} `)) continue;
    covered += ` ${everyday} |`;
    for (const name of official.split(" | ")) found.add(name);
  }
  found.delete(core);
  return [...found].slice(0, 8);
}
