import { describe, expect, it } from "vitest";
import { breakLines, type Line, printable } from "./lines.ts";

/** Every letter ten points wide, bold ones twenty. */
const widthOf = (text: string, face: string): number => text.length * (face === "bold" ? 20 : 10);
const textOf = (lines: readonly Line[]): string[] =>
  lines.map(({ words }) => words.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join(" "));

describe("breaking text into lines", () => {
  it("fills each line as far as it goes", () => {
    const lines = breakLines([{ text: "mot cua lien thong" }], widthOf, () => 100);
    expect(textOf(lines)).toEqual(["mot cua", "lien thong"]);
    expect(lines.map(({ width }) => width)).toEqual([70, 100]);
    expect(lines.map(({ endsParagraph }) => endsParagraph)).toEqual([false, true]);
  });

  it("gives the first line its own width", () => {
    const widths = (line: number): number => (line === 0 ? 40 : 100);
    expect(textOf(breakLines([{ text: "mot cua lien thong" }], widthOf, widths))).toEqual([
      "mot",
      "cua lien",
      "thong",
    ]);
  });

  it("keeps a change of face inside a word on one line", () => {
    const runs = [{ text: "ma " }, { text: "H21", face: "bold" }, { text: "." }] as const;
    expect(textOf(breakLines(runs, widthOf, () => 80))).toEqual(["ma", "H21."]);
  });

  it("cuts a word that no line can hold, and loses no letter", () => {
    const lines = breakLines([{ text: "thu: phuong.nguyen@example.vn" }], widthOf, () => 90);
    expect(textOf(lines).join("")).toBe("thu:phuong.nguyen@example.vn");
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(90);
  });

  it("begins a new line at a line break and holds no-break spaces together", () => {
    expect(textOf(breakLines([{ text: "a\nb c\u00a0d" }], widthOf, () => 30))).toEqual([
      "a",
      "b",
      "c\u00a0d",
    ]);
  });

  it("composes decomposed Vietnamese and drops invisible characters", () => {
    expect(printable("Ậ\u200bỡ\t\u0007Đ\r\nữ".normalize("NFD"))).toBe("Ậỡ Đ\nữ");
  });
});
