import { describe, expect, it } from "vitest";
import { totalBudget } from "../../modules/processes/index.ts";
import { limitMinutes } from "./limit-minutes.ts";
import { seedProcedures } from "./procedures.ts";
import { processFor } from "./process-for.ts";

const byCode = new Map(seedProcedures.map((procedure) => [procedure.code, procedure]));

describe("the procedures of the seed", () => {
  it("are at least sixty real ones over at least fifteen fields, each once", () => {
    expect(seedProcedures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(seedProcedures.map((procedure) => procedure.field)).size).toBeGreaterThanOrEqual(15);
    expect(byCode.size).toBe(seedProcedures.length);
  });

  it("say what, where, how long, how much, which papers and by which law", () => {
    for (const procedure of seedProcedures) {
      expect(procedure.code, procedure.code).toMatch(/^\d\.\d{6}$/);
      expect(procedure.name.length, procedure.code).toBeGreaterThan(8);
      expect(procedure.nameEn?.length, procedure.code).toBeGreaterThan(3);
      expect(["commune", "province"], procedure.code).toContain(procedure.levels[0]);
      expect(procedure.limit, procedure.code).toBeDefined();
      expect(procedure.papers.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.fees.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.legalBasis.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.channels, procedure.code).toContain("direct");
      expect(procedure.everydayWords.length, procedure.code).toBeGreaterThan(0);
      expect(new Set(procedure.papers.map((paper) => paper.id)).size).toBe(procedure.papers.length);
    }
  });

  it("keep the figures of the catalogue and of the province's council", () => {
    expect(byCode.get("1.001193")?.limit).toEqual({ amount: 1, unit: "in-day" });
    expect(byCode.get("1.115336")?.limit).toEqual({ amount: 6.25, unit: "working-day" });
    expect(byCode.get("1.115338")?.limit).toEqual({ amount: 4.75, unit: "working-day" });
    expect(byCode.get("1.004222")?.limit).toEqual({ amount: 7, unit: "working-day" });
    expect(byCode.get("1.013225")?.variants.map((variant) => variant.limit.amount)).toEqual([10, 7]);
    expect(byCode.get("1.013225")?.fees.map((fee) => fee.amount)).toEqual([
      70000, 35000, 50000, 25000, 120000, 60000,
    ]);
    expect(byCode.get("2.000815")).toMatchObject({ returnAtOnce: true });
  });

  it("have processes whose budgets add up to the limit exactly, each variant its own", () => {
    for (const procedure of seedProcedures) {
      const committeeSigns = procedure.committeeSigns ?? false;
      const limit = procedure.limit;
      if (limit === undefined) continue;
      expect(totalBudget(processFor(procedure, undefined, { committeeSigns })), procedure.code).toBe(
        limitMinutes(limit),
      );
      for (const variant of procedure.variants) {
        const process = processFor(procedure, variant, { committeeSigns });
        expect(totalBudget(process), variant.code).toBe(limitMinutes(variant.limit));
      }
    }
  });
});
