import { describe, expect, it } from "vitest";
import {
  type Actor,
  type HeldPost,
  holds,
  OPERATOR,
  PERMISSIONS,
  type Permission,
  POST_KINDS,
  PUBLIC,
  refusedWithout,
  unitsFor,
} from "./permission.ts";

const all = Object.keys(PERMISSIONS) as Permission[];
const officer = (...posts: HeldPost[]): Actor => ({ kind: "officer", id: 1, name: "A", posts });
const system = (...permissions: Permission[]): Actor => ({
  kind: "system",
  id: 1,
  name: "S",
  permissions,
  unitId: 7,
});

describe.each(all)("the permission %s", (permission) => {
  const grant = PERMISSIONS[permission];
  const granted: readonly string[] = grant.posts;

  it("is denied to the public, to an officer without a post and to a token without it", () => {
    for (const actor of [PUBLIC, officer(), system()]) {
      expect(holds(actor, permission)).toBe(false);
      expect(unitsFor(actor, permission)).toEqual([]);
      expect(refusedWithout(actor, permission)).toEqual({ ok: false, refusal: "not-permitted" });
    }
  });

  it.each(POST_KINDS)("belongs to the post %s only where the table says so", (kind) => {
    const actor = officer({ unitId: 5, kind });
    expect(holds(actor, permission)).toBe(granted.includes(kind));
    expect(unitsFor(actor, permission)).toEqual(granted.includes(kind) ? [5] : []);
  });

  it("is given to other systems only where the table says so, whatever their token lists", () => {
    expect(holds(system(permission), permission)).toBe(grant.systems);
    expect(unitsFor(system(permission), permission)).toEqual(grant.systems ? [7] : []);
  });

  it("is held by at least one post, or nobody could ever use it", () => {
    expect(granted.length).toBeGreaterThan(0);
  });
});

describe("the table of permissions", () => {
  it("keeps decisions apart: who drafts a result neither approves nor issues it by the same post", () => {
    for (const kind of POST_KINDS) {
      const actor = officer({ unitId: 1, kind });
      const steps = (["case.draft-result", "case.approve", "case.issue"] as const).filter((step) =>
        holds(actor, step),
      );
      expect(steps.length, kind).toBeLessThanOrEqual(1);
    }
  });

  it("lets no system change what a person must answer for", () => {
    const given = all.filter((permission) => PERMISSIONS[permission].systems);
    expect(given.sort()).toEqual(["case.list", "case.read", "case.receive", "report.read"]);
  });

  it("gives the administrator accounts, staff and audit, and no case", () => {
    const administrator = officer({ unitId: 1, kind: "administrator" });
    expect(all.filter((permission) => holds(administrator, permission)).sort()).toEqual([
      "account.manage",
      "audit.read",
      "officer.self",
      "organisation.absence",
      "organisation.post",
      "organisation.reorganise",
    ]);
  });

  it("adds up the units of several posts, each once, and only of the posts that count", () => {
    const actor = officer(
      { unitId: 1, kind: "desk-officer" },
      { unitId: 1, kind: "desk-officer" },
      { unitId: 2, kind: "desk-officer" },
      { unitId: 3, kind: "leader" },
    );
    expect(unitsFor(actor, "case.receive")).toEqual([1, 2]);
  });

  it("opens everything to the operator at the terminal, who has no units", () => {
    for (const permission of all) {
      expect(holds(OPERATOR, permission)).toBe(true);
      expect(unitsFor(OPERATOR, permission)).toEqual([]);
    }
  });
});
