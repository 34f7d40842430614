import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FreeStep, type Holder, shareByLoad } from "./share-by-load.ts";

const minutes = fc.integer({ min: 0, max: 5000 });
const steps: fc.Arbitrary<FreeStep[]> = fc.uniqueArray(
  fc.record({ caseId: fc.uuid(), seq: fc.integer({ min: 1, max: 9 }), minutes }),
  { maxLength: 60, selector: (step) => `${step.caseId}.${step.seq}` },
);
const holders: fc.Arbitrary<Holder[]> = fc.uniqueArray(
  fc.record({ officerId: fc.integer({ min: 1, max: 99 }), minutes }),
  { minLength: 1, maxLength: 8, selector: (holder) => holder.officerId },
);
const key = (step: FreeStep) => `${step.caseId}.${step.seq}`;

describe("sharing by load", () => {
  it("gives every step once, to somebody who is there", () => {
    fc.assert(
      fc.property(steps, holders, (free, present) => {
        const shared = shareByLoad(free, present);
        expect(shared.map(key).sort()).toEqual(free.map(key).sort());
        for (const share of shared) expect(present.map((one) => one.officerId)).toContain(share.officerId);
      }),
    );
  });

  it("leaves nobody who was given something with more than one step above the least", () => {
    fc.assert(
      fc.property(steps, holders, (free, present) => {
        const shared = shareByLoad(free, present);
        const after = present.map(({ officerId, minutes: before }) => {
          const own = shared.filter((share) => share.officerId === officerId).map((share) => share.minutes);
          return { given: own, load: own.reduce((sum, one) => sum + one, before) };
        });
        const least = Math.min(...after.map((one) => one.load));
        for (const { given, load } of after)
          if (given.length > 0) expect(load - least).toBeLessThanOrEqual(Math.max(...given));
      }),
    );
  });

  it("has the same answer in whatever order it is asked", () => {
    fc.assert(
      fc.property(steps, holders, (free, present) => {
        const sorted = (list: readonly { caseId: string; seq: number; officerId: number }[]) =>
          list.map((one) => `${one.caseId}.${one.seq} ${one.officerId}`).sort();
        expect(sorted(shareByLoad(free.toReversed(), present.toReversed()))).toEqual(
          sorted(shareByLoad(free, present)),
        );
      }),
    );
  });

  it("breaks ties by the lower id, and gives nothing where nobody is there", () => {
    const step = { caseId: "a", seq: 1, minutes: 60 };
    const two = [
      { officerId: 9, minutes: 10 },
      { officerId: 4, minutes: 10 },
    ];
    expect(shareByLoad([step], two)[0]?.officerId).toBe(4);
    expect(shareByLoad([step], [])).toEqual([]);
  });
});
