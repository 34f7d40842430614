import { describe, expect, it } from "vitest";
import type { Directory } from "../../organisation/index.ts";
import { makeStep } from "../testing/random-process.ts";
import { differencesOf } from "./draft-conflict.ts";

const directory = { unitByCode: () => undefined } as unknown as Directory;
const differences = (...[saved, typed]: readonly (readonly ReturnType<typeof makeStep>[])[]) =>
  differencesOf({ steps: saved ?? [] }, { steps: typed ?? [] }, { directory, lang: "vi" });
const [a, b, c] = [makeStep("a"), makeStep("b"), makeStep("c")];

describe("two readings of one draft", () => {
  it("are not told apart where they are the same", () => {
    expect(differences([a, b], [a, b])).toEqual([]);
  });

  it("are told apart step by step, each with what is saved and what was typed", () => {
    const theirs = { ...b, budgetMinutes: 480, then: { kind: "end" } as const };
    expect(differences([a, theirs], [a, b, c])).toEqual([
      { step: "2. Bước b", what: "Thời gian", saved: "1 ngày (8 giờ)", typed: "1 giờ" },
      { step: "2. Bước b", what: "Sau bước này", saved: "Kết thúc", typed: "3. Bước c" },
      { step: "3. Bước c", what: "Cả bước", saved: "Không có", typed: "Có" },
    ]);
  });

  it("tell the terms apart in words", () => {
    const terms = { whenSilent: { outcome: "granted" as const, basis: "Điều 8" } };
    const [only] = differencesOf({ steps: [a], terms }, { steps: [a] }, { directory, lang: "vi" });
    expect(only).toMatchObject({ what: "Điều khoản", saved: expect.stringContaining("Điều 8") });
  });

  it("name a step that only the other has, and another order", () => {
    expect(differences([a, b, c], [c, a])).toEqual([
      { step: "2. Bước b", what: "Cả bước", saved: "Có", typed: "Không có" },
      { step: "Cả quy trình", what: "Thứ tự các bước", saved: "Bước a → Bước c", typed: "Bước c → Bước a" },
    ]);
  });
});
