import { afterEach, describe, expect, it, vi } from "vitest";
import { optionMistake } from "../platform/terminal/option-mistake.ts";
import { printDeadline } from "./deadline.ts";

afterEach(() => vi.restoreAllMocks());

/** What the command writes, line by line. */
async function written(line: string): Promise<string[]> {
  const out: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => {
    out.push(String(text));
  });
  await printDeadline(line.split(" "));
  return out.join("\n").split("\n");
}

describe("npm run deadline", () => {
  it("prints a date as one line of JSON with its derivation", async () => {
    const [line = "", ...more] = await written(
      "--from 2026-02-12T09:00 --working-days 6.25 --unit H21.18 --json",
    );
    expect(more).toEqual([]);
    const { dueAt, lines } = JSON.parse(line);
    expect(dueAt).toBe("2026-03-02T09:00+07:00");
    expect(lines.at(-1)).toMatchObject({ kind: "due", date: "2026-03-02" });
  });

  it("tells each day, also why one does not count, and the rules of law", async () => {
    const lines = await written("--from 2026-02-12T09:00 --days 5 --unit H21.18");
    expect(lines.some((line) => line.includes("Tết Âm lịch"))).toBe(true);
    expect(lines.at(-1)).toBe(
      "due 2026-02-23T16:30+07:00 (the country's working calendar 2026-1; rules of 2025: NĐ 118/2025/NĐ-CP, Điều 11; NĐ 61/2018/NĐ-CP, Điều 18, Điều 19)",
    );
  });

  it("adds the ten working days of the mountains where the unit lies there, and on request alone", async () => {
    const plain = await written("--from 2026-08-24T09:00 --working-days 5 --unit H21.106 --json");
    const mountain = await written(
      "--from 2026-08-24T09:00 --working-days 5 --unit H21.108 --mountain --json",
    );
    expect(JSON.parse(plain[0] ?? "").dueAt).toBe("2026-09-03T16:30+07:00");
    expect(JSON.parse(mountain[0] ?? "").dueAt).toBe("2026-09-17T16:30+07:00");
  });

  it("says in JSON what is wrong where JSON is asked for", async () => {
    const [line = ""] = await written("--from 2026-02-12T09:00 --days 6.5 --json");
    expect(JSON.parse(line)).toEqual({ error: "--days takes whole days." });
  });

  it.each([
    ["--from soon --days 3", "--from takes a moment"],
    ["--from 2026-02-31T09:00 --days 3", "--from takes a moment"],
    ["--from 2026-02-12T09:00", "Give one limit"],
    ["--from 2026-02-12T09:00 --days 3 --hours 2", "Give one limit"],
    ["--from 2026-02-12T09:00 --months 1.5", "whole months"],
    ["--from 2026-02-12T09:00 --days 6.5", "whole days"],
    ["--from 2026-02-12T09:00 --days 0x10", "0x10 is not an amount"],
    ["--from 2014-01-27T09:00 --working-days 5", "Holidays are known from 2015 to 2050"],
    ["--from 2050-12-30T09:00 --days 9", "Holidays are known from 2015 to 2050"],
    ["--from 2026-02-12T09:00 --days -3", "Option '--days' argument is ambiguous"],
    ["--from 2026-02-12T09:00 --days 3 --rule 1999", "there are 2010 (from 2010-10-14), 2018"],
    ["--from 2026-02-12T09:00 --days 3 --unit H99", "There is no unit H99"],
    ["--from 2026-02-12T09:00 --days 3 --mountain", "needs --unit"],
    ["--from 2026-02-12T09:00 --days 3 --mountain --unit H21.18", "no mountain commune"],
    ["--from 2009-02-12T09:00 --days 3", "No rules are known for 2009-02-12"],
  ])("%s is refused in one line", async (line, word) => {
    const failure = await printDeadline(line.split(" ")).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    const message = optionMistake(failure) ?? (failure as Error).message;
    expect(message).toContain(word);
    expect(message).not.toContain("\n");
  });
});
