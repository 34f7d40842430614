import { describe, expect, it } from "vitest";
import { featuredOfficers } from "./officers.ts";
import { allSeedOfficers, staffForUnit } from "./staff-for-unit.ts";
import { getSeedUnit, seedUnits } from "./units.ts";
import { usernameFor } from "./username.ts";

const officers = allSeedOfficers();
const kindsIn = (unitCode: string) =>
  officers
    .flatMap((officer) => officer.posts)
    .filter((post) => post.unitCode === unitCode)
    .map((post) => post.kind);

describe("the officers of the province", () => {
  it("include about sixty who were named by hand, an administrator and a controller of procedures among them", () => {
    expect(featuredOfficers.length).toBeGreaterThanOrEqual(60);
    const kinds = featuredOfficers.flatMap((officer) => officer.posts.map((post) => post.kind));
    expect(kinds).toContain("administrator");
    expect(kindsIn("H21.00")).toContain("procedure-controller");
  });

  it("have usernames of plain letters that occur once", () => {
    const names = officers.map((officer) => officer.username);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+\.[a-z]+$/);
    expect(names).toContain("an.nv.motcua");
  });

  it("have usernames that follow from their names", () => {
    for (const { username, fullName } of officers) {
      expect(usernameFor(fullName, username.split(".")[2] ?? "")).toBe(username);
    }
  });

  it("hold posts in units that exist", () => {
    for (const post of officers.flatMap((officer) => officer.posts)) {
      expect(getSeedUnit(post.unitCode).code).toBe(post.unitCode);
      expect(post.title).not.toBe("");
    }
  });

  it("leave no unit without staff", () => {
    for (const unit of seedUnits) expect(kindsIn(unit.code), unit.name).not.toEqual([]);
  });

  it("fill every post a process can ask for", () => {
    for (const unit of seedUnits) {
      const kinds = kindsIn(unit.code);
      if (unit.kind === "one-stop-centre") expect(kinds, unit.name).toContain("desk-officer");
      if (unit.kind === "commune") {
        expect(kinds, unit.name).toEqual(expect.arrayContaining(["specialist", "leader", "clerk"]));
      }
      if (unit.kind === "department") {
        expect(kinds, unit.name).toEqual(
          expect.arrayContaining(["specialist", "division-head", "leader", "clerk"]),
        );
      }
    }
    expect(kindsIn("H21")).toEqual(expect.arrayContaining(["specialist", "leader", "clerk"]));
  });

  it("are invented the same way each time, women and men, with Jrai names in the highlands", () => {
    const unit = getSeedUnit("H21.131");
    expect(staffForUnit(unit)).toEqual(staffForUnit(unit));
    const names = officers.map((officer) => officer.fullName).join("\n");
    expect(names).toMatch(/^(Rơ Châm|Siu|Ksor|Kpă) /m);
    const women = officers.filter((officer) => /Thị|H'|Thùy/.test(officer.fullName)).length;
    expect(women / officers.length).toBeGreaterThan(0.3);
    expect(women / officers.length).toBeLessThan(0.7);
  });
});
