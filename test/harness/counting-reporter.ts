import type { Reporter, TestModule } from "vitest/node";
import { print } from "../../src/platform/terminal/print.ts";

type Counts = { passed: number; failed: number; skipped: number };

/** Closes a run with one plain line, "12 passed, 0 failed", that people and machines read alike. */
export class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = countTests(modules);
    // An error outside of any test must not leave a line that reads like success.
    counts.failed += unhandledErrors.length;
    print(
      `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
    );
  }
}

/** A file that cannot even be read counts as one failed test. */
function countTests(modules: readonly TestModule[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const testModule of modules) {
    counts.failed += testModule.errors().length;
    for (const test of testModule.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") counts.passed++;
      else if (state === "failed") counts.failed++;
      else counts.skipped++;
    }
  }
  return counts;
}
