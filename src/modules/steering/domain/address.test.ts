import { describe, expect, it } from "vitest";
import { addressOf, type People } from "./address.ts";

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
    const nobody = people({ [OFFICE]: ["procedure-controller"] });
    expect(addressOf("leader", step, nobody)).toEqual({ unitId: OFFICE, post: "procedure-controller" });
    expect(addressOf("holder", step, people({}))).toEqual({ unitId: OFFICE, post: "leader" });
  });
});
