import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../kernel/time.ts";
import type { DatedHead } from "./day-root-store.ts";
import { caseLeaf, MerkleTree } from "./merkle.ts";
import { rootsOfDays } from "./roots-of-days.ts";

const FIRST = "2026-01-01";
const LAST = "2026-01-04";
const DAYS = Array.from({ length: 4 }, (_, index) => addDays(FIRST, index));
const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
const head = (number: number, day: number, seq: number): DatedHead => ({
  caseId: idOf(number),
  day: addDays(FIRST, day),
  seq,
  hash: Buffer.alloc(32, (number + seq) % 251),
});

async function* given(heads: readonly DatedHead[]) {
  yield* heads;
}

/** Each day alone, leaf by leaf. */
function oneByOne(heads: readonly DatedHead[]) {
  return DAYS.map((day) => {
    const last = new Map(heads.filter((one) => one.day <= day).map((one) => [one.caseId, one]));
    const tree = new MerkleTree();
    for (const { caseId, seq, hash } of last.values()) tree.add(caseLeaf(caseId, seq, hash));
    return { day, root: tree.root(), caseCount: tree.count };
  });
}

/** For each case the days (0 to 3) on which it changed; none where it came after them. */
const lives = fc.array(
  fc.oneof({ weight: 30, arbitrary: fc.constant([0]) }, { weight: 1, arbitrary: fc.subarray([0, 1, 2, 3]) }),
  { minLength: 1000, maxLength: 5000 },
);

describe("the roots of several days at once", () => {
  it("are those of each day alone, whichever cases changed or came on whichever day", async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const heads = all.flatMap((days, number) => days.map((day, seq) => head(number, day, seq + 1)));
        expect(await rootsOfDays(given(heads), FIRST, LAST)).toEqual(oneByOne(heads));
      }),
      { numRuns: 12 },
    );
  });

  it("of days before the first case are the root of nothing", async () => {
    const roots = await rootsOfDays(given([head(1, 3, 1)]), FIRST, LAST);
    expect(roots.map(({ caseCount }) => caseCount)).toEqual([0, 0, 0, 1]);
    expect(roots[0]?.root.equals(new MerkleTree().root())).toBe(true);
  });
});
