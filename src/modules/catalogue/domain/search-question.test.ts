import { describe, expect, it } from "vitest";
import { searchKey } from "../../../kernel/vietnamese-text.ts";
import { searchQuestion } from "./search-question.ts";
import { SYNONYMS } from "./synonyms.ts";

describe("a search question", () => {
  it.each([
    ["tôi muốn làm giấy khai sinh cho con", "giay khai sinh cho con"],
    ["khai tử", "khai tu"],
    ["làm thẻ căn cước ở đâu", "the can cuoc"],
    ["cần căn cước", "can cuoc"],
    ["lâm nghiệp", "lam nghiep"],
    ["Thủ tục đăng ký kết hôn", "dang ky ket hon"],
    ["XÂY NHÀ", "xay nha"],
    ["thủ tục hồ sơ", "ho so"],
    ["xin", "xin"],
  ])("of %j keeps the words that say something", (typed, core) => {
    expect(searchQuestion(typed)?.core).toBe(core);
  });

  it.each([
    ["1.0011", "1.0011"],
    ["1.001193", "1.001193"],
    ["2.", "2."],
    ["khai sinh", undefined],
    ["1 sào đất", undefined],
  ])("of %j knows a code", (typed, code) => {
    expect(searchQuestion(typed)?.code).toBe(code);
  });

  it("is none without a letter or digit", () => {
    expect(searchQuestion("  ?! ")).toBeUndefined();
  });

  it("knows what the catalogue calls a thing, the longer everyday word first", () => {
    expect(searchQuestion("lam so do")?.official).toContain("giay chung nhan quyen su dung dat");
    expect(searchQuestion("sang tên sổ đỏ")?.official).not.toContain("giay chung nhan quyen su dung dat");
    expect(searchQuestion("sang tên sổ đỏ")?.official).toContain("dang ky bien dong");
  });

  it("has synonyms written as the search compares them, each once", () => {
    for (const [everyday, official] of SYNONYMS) {
      expect(searchKey(everyday)).toBe(everyday);
      for (const name of official.split(" | ")) expect(searchKey(name)).toBe(name);
    }
    expect(new Set(SYNONYMS.map(([everyday]) => everyday)).size).toBe(SYNONYMS.length);
  });

  it("is bounded whatever is typed", () => {
    expect(searchQuestion("a ".repeat(5000))?.words.length).toBeLessThanOrEqual(12);
  });
});
