import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/harness/database.ts";
import { type Directory, loadDirectory } from "./directory.ts";

let db: TestDatabase;
let directory: Directory;
const clock = testClock();
const id = (code: string) => directory.unitByCode(code)?.id ?? 0;

beforeAll(async () => {
  db = await testDatabase();
  directory = await loadDirectory(db.database, clock.read);
});
afterAll(() => db.close());

describe("the directory of the province", () => {
  it("gives a commune its own one-stop centre as desk, and everybody else the centre of the province", () => {
    expect(directory.deskOf(id("H21.100")).code).toBe("H21.100.01");
    expect(directory.deskOf(id("H21.18")).code).toBe("H21.00.01");
    expect(directory.deskOf(id("H21")).code).toBe("H21.00.01");
    expect(directory.deskOf(id("H21.100.01")).code).toBe("H21.100.01");
  });

  it("writes case codes of a commune's centre under the commune", () => {
    expect(directory.codeForCases(id("H21.100.01"))).toBe("H21.100");
    expect(directory.codeForCases(id("H21.00.01"))).toBe("H21.00.01");
    expect(directory.codeForCases(id("H21.18"))).toBe("H21.18");
  });

  it("finds the people's committee of the province above every unit", () => {
    for (const unit of directory.units()) expect(directory.committeeAbove(unit.id).code).toBe("H21");
  });

  it("knows parents and children", () => {
    expect(directory.childrenOf(id("H21.100")).map((unit) => unit.code)).toEqual(["H21.100.01"]);
    expect(directory.unit(id("H21.100.01")).parentId).toBe(id("H21.100"));
  });

  it("names officers and their posts, by unit and by kind of post", () => {
    const leaders = directory.officersIn(id("H21.18"), "leader");
    expect(leaders.map((officer) => officer.fullName)).toContain("Đặng Hữu Phước");
    const leader = leaders[0];
    expect(directory.postsOf(leader?.officerId ?? 0).map((post) => post.unitId)).toEqual([id("H21.18")]);
    expect(directory.officersIn(id("H21.18")).length).toBeGreaterThan(leaders.length);
  });

  it("throws for an id that the database never gave, and knows no code that is not there", () => {
    expect(() => directory.unit(0)).toThrow("unit 0");
    expect(() => directory.officerName(0)).toThrow("officer 0");
    expect(directory.unitByCode("H99")).toBeUndefined();
  });

  it("no longer offers an officer whose post ended or who left, but still names them", async () => {
    const unit = id("H21.18");
    const [first, second] = directory.officersIn(unit);
    await db.ownerPool.query("update organisation.post set valid_to = '2026-11-23' where officer_id = $1", [
      first?.officerId,
    ]);
    await db.ownerPool.query("update organisation.officer set active = false where id = $1", [
      second?.officerId,
    ]);
    await directory.refresh();
    const now = directory.officersIn(unit).map((officer) => officer.officerId);
    expect(now).not.toContain(first?.officerId);
    expect(now).not.toContain(second?.officerId);
    expect(directory.officerName(first?.officerId ?? 0)).toBe(first?.fullName);
  });

  it("reads again when it is asked after more than 15 seconds, and not before", async () => {
    await db.ownerPool.query(
      "update organisation.unit set phone = null, name = 'Sở Mới' where code = 'H21.26'",
    );
    clock.moveTo(clock.read() + 15_000);
    expect(directory.unitByCode("H21.26")?.name).not.toBe("Sở Mới");
    clock.moveTo(clock.read() + 1);
    expect(directory.unitByCode("H21.26")?.name).not.toBe("Sở Mới");
    await directory.refresh();
    expect(directory.unitByCode("H21.26")?.name).toBe("Sở Mới");
  });
});
