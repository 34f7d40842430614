import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/harness/database.ts";
import { type NewProcess, ProcessLibrary, publishProcess } from "./index.ts";
import { makeStep, wholeProcess } from "./testing/random-process.ts";

const steps = (minutes: number) => wholeProcess(makeStep("appraise", { budgetMinutes: minutes }));

let db: TestDatabase;
let library: ProcessLibrary;
const now = testClock().read();
const publish = (process: Omit<NewProcess, "procedureCode"> & { readonly procedureCode?: string }) =>
  publishProcess(db.database.pool, { procedureCode: "9.000001", ...process }, now);
const idOf = async (answer: ReturnType<typeof publish>) => {
  const result = await answer;
  return result.ok ? result.value.id : undefined;
};

beforeAll(async () => {
  db = await testDatabase();
  library = new ProcessLibrary(db.database);
});
afterAll(() => db.close());

describe("publishing a process", () => {
  it("refuses a faulty one and writes nothing", async () => {
    const answer = await publish({ steps: steps(0), validFrom: "2026-01-01" });
    expect(answer).toEqual({ ok: false, refusal: "step-without-budget" });
    expect(await library.processForProcedure("9.000001", undefined, "2026-06-01")).toBeUndefined();
  });

  it("does not publish the same steps twice", async () => {
    const first = await publish({ steps: steps(100), validFrom: "2026-01-01" });
    const again = await publish({ steps: steps(100), validFrom: "2026-05-01" });
    expect(first).toMatchObject({ ok: true, value: { version: 1, isNew: true } });
    expect(again).toMatchObject({ ok: true, value: { version: 1, isNew: false } });
  });

  it("begins a new version on its day; cases of the day before keep the old one", async () => {
    const second = await publish({ steps: steps(200), validFrom: "2026-07-01" });
    expect(second).toMatchObject({ ok: true, value: { version: 2 } });
    const on = async (day: string) =>
      (await library.processForProcedure("9.000001", undefined, day))?.definition.version;
    expect(await on("2025-12-31")).toBeUndefined();
    expect(await on("2026-06-30")).toBe(1);
    expect(await on("2026-07-01")).toBe(2);
  });

  it("prefers the process of the variant and falls back on that of the procedure", async () => {
    await publish({ variantCode: "9.000001.02", steps: steps(300), validFrom: "2026-01-01" });
    const budget = async (variant: string | undefined) =>
      (await library.processForProcedure("9.000001", variant, "2026-08-01"))?.definition.steps[1]
        ?.budgetMinutes;
    expect(await budget("9.000001.02")).toBe(300);
    expect(await budget("9.000001.03")).toBe(200);
    expect(await budget(undefined)).toBe(200);
  });

  it("is found by id for ever, also after its time", async () => {
    const old = await idOf(
      publish({ variantCode: "9.000001.04", steps: steps(10), validFrom: "2026-01-01" }),
    );
    await publish({ variantCode: "9.000001.04", steps: steps(20), validFrom: "2026-02-01" });
    const found = await new ProcessLibrary(db.database).findProcess(old ?? 0);
    expect(found?.definition).toMatchObject({ code: "9.000001.04", version: 1 });
    expect(await library.findProcess(-1)).toBeUndefined();
  });

  it("leaves published steps beyond the reach of the program", async () => {
    await expect(db.database.pool.query("update processes.process set steps = '[]'")).rejects.toThrow(
      "permission denied",
    );
  });

  it("leaves what a person published the newest when the program brings its own again", async () => {
    const procedureCode = "9.000007";
    const seed = { procedureCode, steps: steps(60), validFrom: "2026-01-01", yields: true };
    const person = {
      procedureCode,
      steps: steps(120),
      validFrom: "2026-02-01",
      publishedBy: 1,
      decision: "1/QĐ",
    };
    await publish(seed);
    await publish(person);
    const again = await publish({ ...seed, steps: steps(180) });
    expect(again).toMatchObject({ ok: true, value: { version: 2, isNew: false } });
  });
});
