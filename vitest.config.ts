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
    // Far beyond what anything takes: two cores may be busy with a browser and a million hashes at once.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // By itself a poll gives up after one second, and a page that a busy machine loads needs longer.
    expect: { poll: { timeout: 30_000 } },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
