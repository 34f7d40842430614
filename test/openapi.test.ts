import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "./harness/app.ts";

type Operation = {
  readonly responses: Record<string, unknown>;
  readonly security?: unknown;
  readonly summary?: string;
};
type Description = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
};

let app: TestApp;
let description: Description;

beforeAll(async () => {
  app = await testApp();
  const answer = await app.inject({ method: "GET", url: "/api/openapi.json" });
  description = answer.json<Description>();
});

afterAll(() => app.close());

describe("the description of the API", () => {
  it("is the one that was reviewed: npx vitest run test/openapi.test.ts -u writes it anew", async () => {
    await expect(`${JSON.stringify(description, null, 2)}\n`).toMatchFileSnapshot("../openapi.json");
  });

  it("is OpenAPI 3.1 and knows every route under /api/v1", () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const registered = app.routes
      .filter((route) => route.url.startsWith("/api/v1/") && route.method !== "HEAD")
      .map((route) => `${route.method} ${route.url}`);
    expect(registered.length).toBeGreaterThan(20);
    expect(described.toSorted()).toEqual(registered.toSorted());
  });

  it("says of every operation what it does and how it refuses", () => {
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        expect(operation.summary, `${method} ${path}`).toBeTruthy();
        expect(
          Object.keys(operation.responses).some((status) => status.startsWith("4")),
          `${method} ${path}`,
        ).toBe(true);
      }
    }
  });
});
