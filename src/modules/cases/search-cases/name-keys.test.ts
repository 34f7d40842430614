import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begunWord, type NameQuestion, nameKeys, wholeWords } from "./name-keys.ts";

/** What the database does with a question. */
function finds({ keys, patterns }: NameQuestion, name: string): boolean {
  const known = nameKeys(name);
  const like = (pattern: string) => new RegExp(`^${pattern.replaceAll("%", ".*")}$`).test(name);
  return keys.every((key) => known.includes(key)) && patterns.some(like);
}
const word = fc.constantFrom("nguyen", "van", "an", "anh", "le", "thi", "y", "huong", "vang");
const names = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(" "));

describe("the keys of a name", () => {
  it("are the runs of its words and the beginnings of longer ones", () => {
    expect(nameKeys("le van nguyen")).toEqual([
      "le",
      "le van",
      "le van nguyen",
      "van",
      "van nguyen",
      "nguyen",
      "ngu~",
    ]);
  });

  it("find every run of whole words, of any length, and nothing that has them not", () => {
    fc.assert(
      fc.property(names, names, (name, asked) => {
        expect(finds(wholeWords(asked), name)).toBe(` ${name} `.includes(` ${asked} `));
      }),
    );
  });

  it("find a name whose last word is only begun", () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, from, cut) => {
        const words = name.split(" ");
        const part = words.slice(from % words.length).join(" ");
        const asked = part.slice(0, Math.max(1, part.length - (cut % 4))).trimEnd();
        const question = begunWord(asked);
        if (question === undefined) expect(asked.length).toBeLessThan(3);
        else expect(finds(question, name) || finds(wholeWords(asked), name)).toBe(true);
      }),
    );
    const found = (asked: string, name: string) => {
      const question = begunWord(asked);
      return question !== undefined && finds(question, name);
    };
    expect(found("nguyen van a", "nguyen van anh")).toBe(true);
    expect(found("ngu", "le nguyen")).toBe(true);
    expect(found("nguyen van a", "nguyen thi van anh")).toBe(false);
  });
});
