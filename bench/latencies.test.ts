import fc from "fast-check";
import { expect, it } from "vitest";
import { Latencies, percentile } from "./latencies.ts";

it("a percentile is the smallest value that leaves no more than the rest above it", () => {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, share) => {
      const sorted = list.toSorted((a, b) => a - b);
      const found = percentile(sorted, share);
      const notAbove = sorted.filter((value) => value <= found).length;
      const below = sorted.filter((value) => value < found).length;
      expect(notAbove).toBeGreaterThanOrEqual(sorted.length * share - 1e-9);
      expect(below).toBeLessThan(sorted.length * share + 1e-9);
    }),
  );
});

it("what was measured while warming up does not count, what failed does", () => {
  const latencies = new Latencies();
  latencies.note("submit", 900);
  latencies.noteError("submit", "503");
  latencies.restart();
  latencies.note("submit", 10);
  expect(latencies.of("submit")).toEqual({ count: 1, errors: 1, p50: 10, p95: 10, p99: 10 });
});
