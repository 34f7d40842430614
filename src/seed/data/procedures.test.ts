import { describe, expect, it } from "vitest";
import { limitFor } from "../../modules/catalogue/index.ts";
import { totalBudget } from "../../modules/processes/index.ts";
import { branchingProcesses } from "./branching-processes.ts";
import { limitMinutes } from "./limit-minutes.ts";
import { seedProcedures } from "./procedures.ts";
import { processFor } from "./process-for.ts";
import { allSeedOfficers } from "./staff-for-unit.ts";
import { deskOf, seedUnits } from "./units.ts";

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
      for (const channel of procedure.channels)
        expect(limitFor(procedure, channel), procedure.code).toBeDefined();
      expect(procedure.papers.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.fees.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.legalBasis.length, procedure.code).toBeGreaterThan(0);
      expect(procedure.channels, procedure.code).toContain("direct");
      expect(procedure.everydayWords.length, procedure.code).toBeGreaterThanOrEqual(3);
      expect(new Set(procedure.papers.map((paper) => paper.id)).size).toBe(procedure.papers.length);
    }
  });

  it("keep the figures of the catalogue and of the province's council", () => {
    expect(byCode.get("1.001193")?.limit).toEqual({ amount: 1, unit: "in-day" });
    expect(byCode.get("1.115336")?.limit).toEqual({ amount: 6.25, unit: "working-day" });
    expect(byCode.get("1.115338")?.limit).toEqual({ amount: 4.75, unit: "working-day" });
    expect(byCode.get("1.004222")?.limit).toEqual({ amount: 7, unit: "working-day" });
    // Of all procedures of the seed the only one whose channel rows differ without a doubt.
    const exchange = byCode.get("1.012783");
    expect(exchange?.limit).toBeUndefined();
    const days = (["direct", "postal", "online"] as const).map((one) => limitFor(exchange ?? {}, one));
    expect(days).toEqual([5, 20, 15].map((amount) => ({ amount, unit: "working-day" })));
    expect(seedProcedures.filter((one) => one.limitByChannel !== undefined)).toEqual([exchange]);
    expect(byCode.get("1.013225")?.variants.map((variant) => variant.limit.amount)).toEqual([10, 7]);
    expect(byCode.get("1.013225")?.fees.map((fee) => fee.amount)).toEqual([
      70000, 35000, 50000, 25000, 120000, 60000,
    ]);
    expect(byCode.get("2.000815")).toMatchObject({ returnAtOnce: true });
  });

  it("say that nothing is paid only where that is so, and leave out the amount another decides", () => {
    for (const procedure of seedProcedures) {
      for (const fee of procedure.fees) {
        if (fee.amount === undefined) expect(fee.note, procedure.code).toBeTruthy();
        if (fee.amount === 0) expect(fee.note ?? "", procedure.code).not.toMatch(/Hội đồng nhân dân|NQ 09/);
      }
    }
    expect(byCode.get("1.115362")?.fees.map((fee) => fee.amount)).toEqual([undefined]);
    expect(byCode.get("1.004222")?.fees.map((fee) => fee.amount)).toEqual([20000, 10000]);
  });

  it("come from the state and from Gia Lai, never from another province", () => {
    for (const { code, agency } of seedProcedures)
      expect(agency, code).toMatch(/^(Bộ .+|UBND tỉnh Gia Lai)$/);
  });

  it("ask each case for papers that exist, and nobody for the certificate that was lost", () => {
    for (const procedure of seedProcedures) {
      const ids = procedure.papers.map((paper) => paper.id);
      for (const variant of procedure.variants) {
        expect(ids, variant.code).toEqual(expect.arrayContaining([...(variant.paperIds ?? [])]));
      }
    }
    const afterLoss = byCode.get("1.115350")?.papers.map((paper) => paper.name) ?? [];
    expect(afterLoss.join()).not.toMatch(/Giấy chứng nhận đã cấp/);
  });

  it("are written with composed marks, as people type them", () => {
    const text = JSON.stringify(seedProcedures);
    expect(text).toBe(text.normalize("NFC"));
  });

  it("have processes whose posts are held in every unit that may decide them", () => {
    const held = new Set(
      allSeedOfficers().flatMap((officer) => officer.posts.map((post) => `${post.unitCode}/${post.kind}`)),
    );
    for (const procedure of seedProcedures) {
      const deciding = seedUnits.filter(
        (unit) =>
          procedure.levels.includes(unit.level) && (unit.kind === "commune" || unit.kind === "department"),
      );
      expect(deciding, procedure.code).not.toEqual([]);
      const committeeSigns = procedure.committeeSigns ?? false;
      for (const unit of deciding) {
        const place: Partial<Record<string, string>> = {
          "receiving-desk": deskOf(unit.code),
          "deciding-unit": unit.code,
          "province-committee": "H21",
        };
        // One whose channels have times of their own has no process for them all.
        const own = procedure.limit === undefined ? branchingProcesses.get(procedure.code) : undefined;
        const { steps } = own ?? processFor(procedure, undefined, { committeeSigns, level: unit.level });
        const missing = steps.filter((step) => !held.has(`${place[step.unit]}/${step.post}`));
        expect(missing, `${procedure.code} in ${unit.code}`).toEqual([]);
      }
    }
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
