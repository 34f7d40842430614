import { describe, expect, it } from "vitest";
import { displayNames } from "./unit-display-name.ts";
import { deskOf, getSeedUnit, seedUnits } from "./units.ts";

const communes = seedUnits.filter((unit) => unit.kind === "commune");

describe("the units of the province", () => {
  it("are 135 communes, 110 of them xã and 25 phường, and 14 departments and boards", () => {
    expect(communes).toHaveLength(135);
    expect(communes.filter((unit) => unit.communeType === "xã")).toHaveLength(110);
    expect(communes.filter((unit) => unit.communeType === "phường")).toHaveLength(25);
    expect(seedUnits.filter((unit) => unit.kind === "department")).toHaveLength(14);
  });

  it("have codes that are well formed and occur once", () => {
    const codes = seedUnits.map((unit) => unit.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^H21(\.\d{2,3}(\.\d{2})?)?$/);
    for (const unit of communes) {
      const number = Number(unit.code.slice(4));
      const former = unit.formerProvince === "Gia Lai" ? [100, 176] : [180, 237];
      expect(number, unit.name).toBeGreaterThanOrEqual(former[0] ?? 0);
      expect(number, unit.name).toBeLessThanOrEqual(former[1] ?? 0);
    }
  });

  it("hang under a parent that stands before them", () => {
    const seen = new Set<string>();
    for (const unit of seedUnits) {
      if (unit.parentCode === null) expect(unit.code).toBe("H21");
      else expect(seen.has(unit.parentCode), unit.code).toBe(true);
      seen.add(unit.code);
    }
  });

  it("carry names with their marks, composed as NFC", () => {
    expect(getSeedUnit("H21.237").name).toBe("Ủy ban nhân dân xã An Toàn");
    expect(getSeedUnit("H21.195").shortName).toBe("UBND phường Hoài Nhơn");
    expect(getSeedUnit("H21.108").placeName).toBe("Al Bá");
    expect(getSeedUnit("H21.24").name).toBe("Sở Nông nghiệp và Môi trường tỉnh Gia Lai");
    for (const unit of seedUnits) expect(unit.name).toBe(unit.name.normalize("NFC"));
  });

  it("give each commune a one-stop centre of its own and all others the centre of the province", () => {
    for (const unit of communes) {
      const desk = getSeedUnit(deskOf(unit.code));
      expect(desk.kind).toBe("one-stop-centre");
      expect(desk.parentCode).toBe(unit.code);
    }
    expect(deskOf("H21.18")).toBe("H21.00.01");
    expect(getSeedUnit("H21.00.01").parentCode).toBe("H21.00");
  });

  it("count as mountainous with a ground, and never a ward", () => {
    for (const unit of seedUnits) expect(unit.mountain).toBe(unit.mountainGround !== undefined);
    for (const unit of communes.filter((each) => each.communeType === "phường"))
      expect(unit.mountain).toBe(false);
    expect(getSeedUnit("H21.229").mountainGround).toBe("mountain-district");
    expect(getSeedUnit("H21.185").mountainGround).toBe("island");
    expect(getSeedUnit("H21.214").mountain).toBe(false);
  });

  it("show names of which no two are equal", () => {
    const names = [...displayNames(seedUnits).values()];
    expect(new Set(names).size).toBe(seedUnits.length);
  });

  it("tell units of one name apart by the former province, then by the code", () => {
    const unit = getSeedUnit("H21.186");
    const same = (code: string, formerProvince: "Gia Lai" | "Bình Định") => ({
      ...unit,
      code,
      formerProvince,
      shortName: "UBND xã An Trung",
    });
    const names = displayNames([
      same("H21.300", "Gia Lai"),
      same("H21.301", "Bình Định"),
      same("H21.302", "Bình Định"),
    ]);
    expect([...names.values()]).toEqual([
      "UBND xã An Trung, Gia Lai (cũ)",
      "UBND xã An Trung, Bình Định (cũ), H21.301",
      "UBND xã An Trung, Bình Định (cũ), H21.302",
    ]);
  });
});
