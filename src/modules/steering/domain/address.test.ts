import { describe, expect, it } from "vitest";
import { addressOf, leaderOver, type People, signingUnit } from "./address.ts";

const DESK = 3;
const COMMUNE = 2;
const COMMITTEE = 1;
const OFFICE = 9;

/** Who sits where: unit → posts, the holder of a post where it matters. */
function people(seats: Readonly<Record<number, readonly string[]>>, officer = 7): People {
  return {
    holds: (unitId, post, officerId) =>
      (seats[unitId] ?? []).includes(post) && (officerId === undefined || officerId === officer),
    parentOf: (unitId) => ({ [DESK]: COMMUNE, [COMMUNE]: COMMITTEE })[unitId],
    officeId: () => OFFICE,
  };
}
const step = { unitId: DESK, post: "desk-officer", officerId: 7 };

describe("the ladder of notices", () => {
  it("goes to the officer who has the step, else to everybody of the post", () => {
    const all = people({ [DESK]: ["desk-officer"] });
    expect(addressOf("holder", step, all)).toEqual({ unitId: DESK, post: "desk-officer", officerId: 7 });
    const post = { unitId: DESK, post: "desk-officer" };
    expect(addressOf("holder", { ...step, officerId: null }, all)).toEqual(post);
    expect(addressOf("holder", { ...step, officerId: 8 }, all)).toEqual(post);
  });

  it("never speaks to an empty chair: it climbs", () => {
    const commune = people({ [COMMUNE]: ["leader"], [OFFICE]: ["leader"] });
    for (const recipient of ["holder", "division-head", "leader"] as const)
      expect(addressOf(recipient, step, commune)).toEqual({ unitId: COMMUNE, post: "leader" });
    expect(addressOf("office", step, commune)).toEqual({ unitId: OFFICE, post: "leader" });
    const below = people({ [DESK]: ["division-head"], [COMMUNE]: ["leader"] });
    const signature = { unitId: DESK, post: "leader", officerId: null };
    expect(addressOf("holder", signature, below)).toEqual({ unitId: COMMUNE, post: "leader" });
    const nobody = people({ [OFFICE]: ["procedure-controller"] });
    expect(addressOf("leader", step, nobody)).toEqual({ unitId: OFFICE, post: "procedure-controller" });
    expect(addressOf("holder", step, people({}))).toEqual({ unitId: OFFICE, post: "leader" });
  });
});

describe("who signs for a case", () => {
  const held = { holderUnitId: DESK, decidingUnitId: COMMUNE };

  it("is the leader of the unit that holds it, else of the one that decides, else the nearest above", () => {
    expect(signingUnit(held, people({ [DESK]: ["leader"], [COMMUNE]: ["leader"] }))).toBe(DESK);
    expect(signingUnit(held, people({ [COMMUNE]: ["leader"], [COMMITTEE]: ["leader"] }))).toBe(COMMUNE);
    expect(signingUnit(held, people({ [COMMITTEE]: ["leader"] }))).toBe(COMMITTEE);
    expect(signingUnit({ ...held, holderUnitId: null }, people({ [DESK]: ["leader"] }))).toBe(COMMUNE);
    expect(signingUnit(held, people({}))).toBe(COMMUNE);
  });

  it("is looked after by the next leader above, at the top by the office", () => {
    const all = people({ [COMMUNE]: ["leader"], [COMMITTEE]: ["leader"], [OFFICE]: ["leader"] });
    expect(leaderOver(DESK, all)).toEqual({ unitId: COMMUNE, post: "leader" });
    expect(leaderOver(COMMUNE, all)).toEqual({ unitId: COMMITTEE, post: "leader" });
    expect(leaderOver(COMMITTEE, all)).toEqual({ unitId: OFFICE, post: "leader" });
  });
});
