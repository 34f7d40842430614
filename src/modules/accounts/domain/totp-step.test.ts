import fc from "fast-check";
import { expect, test } from "vitest";
import { STEP_MS, stepAt, usableSteps } from "./totp-step.ts";

const NOW = 1_795_000_000_000;

test("without use, the present step and one on either side are open", () => {
  const present = stepAt(NOW);
  expect(usableSteps(NOW, undefined)).toEqual([present, present - 1, present + 1]);
});

test("a used step is closed, and so are those before it", () => {
  const present = stepAt(NOW);
  expect(usableSteps(NOW, present)).toEqual([present + 1]);
  expect(usableSteps(NOW, present + 1)).toEqual([]);
});

test("no step can be used twice, whatever the moments of its uses", () => {
  const waits = fc.array(fc.integer({ min: 0, max: 4 * STEP_MS }), { maxLength: 30 });
  fc.assert(
    fc.property(waits, fc.infiniteStream(fc.nat(2)), (pauses, choices) => {
      let now = NOW;
      let last: number | undefined;
      const used: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const open = usableSteps(now, last);
        const step = open[choices.next().value ?? 0];
        if (step === undefined) continue;
        expect(Math.abs(step - stepAt(now))).toBeLessThanOrEqual(1);
        used.push(step);
        last = step;
      }
      expect(new Set(used).size).toBe(used.length);
    }),
  );
});
