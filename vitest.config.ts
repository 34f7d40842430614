import { defineConfig } from "vitest/config";
import { CountingReporter } from "./test/harness/counting-reporter.ts";

export default defineConfig({
  // Files share one module registry: our modules hold no state, and the suite starts four times faster.
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "bench/**/*.test.ts"],
    globalSetup: "test/harness/global-setup.ts",
    reporters: ["default", new CountingReporter()],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
