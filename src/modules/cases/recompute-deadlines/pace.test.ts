import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "../../../kernel/time.ts";
import { type Pace, paceOf } from "./pace.ts";

/** Walks over so many cases on a machine that takes so long for each; bites cost the same whatever their size. */
function walk(total: number, msACase: number): { minutes: number; paces: readonly Pace[] } {
  const paces: Pace[] = [];
  let [done, workedMs, elapsedMs] = [0, 0, 0];
  while (done < total) {
    const pace = paceOf({ done, total, workedMs, elapsedMs });
    paces.push(pace);
    const took = pace.batch * msACase;
    done += pace.batch;
    workedMs += took;
    elapsedMs += took * (1 + pace.rest);
  }
  return { minutes: elapsedMs / MINUTE_MS, paces };
}

describe("the pace of a walk over the open cases", () => {
  it("leaves three quarters of the time to people while there is time", () => {
    const { minutes, paces } = walk(50_000, 0.3);
    expect(minutes).toBeCloseTo(1, 1);
    expect(new Set(paces.map(({ batch, rest, writers }) => `${batch} ${rest} ${writers}`))).toEqual(
      new Set(["50 3 1"]),
    );
  });

  it("takes larger bites without rests where there are too many cases for any, and writes two where one would be too slow", () => {
    const { minutes, paces } = walk(1_000_000, 0.28);
    expect(minutes).toBeLessThan(5);
    expect(paces.at(-1)).toMatchObject({ batch: 200, writers: 2 });
    expect(walk(1_000_000, 0.2).paces.at(-1)).toMatchObject({ batch: 200, writers: 1 });
  });

  it("ends as it means to wherever the machine could, and never works without end", () => {
    const machine = fc.record({
      total: fc.integer({ min: 1, max: 300_000 }),
      msACase: fc.double({ min: 0.05, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(machine, ({ total, msACase }) => {
        const alone = (total * msACase) / MINUTE_MS;
        const { minutes, paces } = walk(total, msACase);
        // The first bites are small and rested whatever comes, and the last may be larger than what is left.
        expect(minutes).toBeLessThan(Math.max(4, alone) * 1.05 + 0.05);
        const isSound = ({ rest, writers }: Pace) => rest >= 0 && rest <= 3 && (writers === 1 || rest === 0);
        expect(paces.filter((pace) => !isSound(pace))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
