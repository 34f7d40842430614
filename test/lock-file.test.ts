import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

type Lock = { readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }> };

describe("the lock file", () => {
  it("names the packages of every platform: npm ci refuses it otherwise", async () => {
    const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as Lock;
    const names = Object.keys(lock.packages);
    const missing = Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.some((known) => known.endsWith(`node_modules/${name}`)))
        .map((name) => `${parent} → ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
