import type { Recipient } from "./warning-rule.ts";

/** To whom a notice goes: one officer in a post, or everybody who holds the post. */
export type Address = { readonly unitId: number; readonly post: string; readonly officerId?: number };

/** What the ladder asks the organisation. */
export type People = {
  /** Whether anybody, or this officer, fills the post in the unit today: is there, or has a deputy. */
  holds(unitId: number, post: string, officerId?: number): boolean;
  parentOf(unitId: number): number | undefined;
  /** The office of the people's committee of the province. */
  officeId(): number | undefined;
};

/** The step's own address. */
export type HeldStep = { readonly unitId: number; readonly post: string; readonly officerId: number | null };

/**
 * Who a notice about a step goes to. Where nobody holds the post it climbs to the next above, so that nothing is said
 * to an empty chair: an officer who left → their post → division head → leader → leader of the unit above → office. What a
 * leader owes goes to the one above: nobody answers for a superior.
 */
export function addressOf(recipient: Recipient, step: HeldStep, people: People): Address {
  const { unitId, post, officerId } = step;
  switch (recipient) {
    case "holder":
      if (officerId !== null && people.holds(unitId, post, officerId)) return { unitId, post, officerId };
      return people.holds(unitId, post)
        ? { unitId, post }
        : addressOf(post === "leader" ? "leader" : "division-head", step, people);
    case "division-head":
      return people.holds(unitId, "division-head")
        ? { unitId, post: "division-head" }
        : addressOf("leader", step, people);
    case "leader":
      return leaderOf(unitId, people);
    case "office":
      return office(unitId, people);
  }
}

/**
 * The unit whose leader signs for a case: that which holds it where somebody leads it, else that which decides, else
 * the nearest above. With nobody in any chair it waits in the unit that decides.
 */
export function signingUnit(
  { holderUnitId, decidingUnitId }: { readonly holderUnitId: number | null; readonly decidingUnitId: number },
  people: People,
): number {
  if (holderUnitId !== null && people.holds(holderUnitId, "leader")) return holderUnitId;
  return leaderAbove(decidingUnitId, people)?.unitId ?? decidingUnitId;
}

/** The leader of a unit or, where there is none, whoever a warning to them goes to. */
export function leaderOf(unitId: number, people: People): Address {
  return leaderAbove(unitId, people) ?? office(unitId, people);
}

/** The address as part of the code of a notice: where another chair must hear, the code is another. */
export const chairCode = ({ unitId, post }: Address): string =>
  post === "leader" ? `${unitId}` : `${unitId}-${post}`;

/** The next leader above the one of a unit. */
export function leaderOver(unitId: number, people: People): Address {
  const parent = people.parentOf(unitId);
  return parent === undefined ? office(unitId, people) : leaderOf(parent, people);
}

function leaderAbove(unitId: number, people: People): Address | undefined {
  for (let unit: number | undefined = unitId; unit !== undefined; unit = people.parentOf(unit)) {
    if (people.holds(unit, "leader")) return { unitId: unit, post: "leader" };
  }
  return undefined;
}

function office(unitId: number, people: People): Address {
  const office = people.officeId() ?? unitId;
  if (people.holds(office, "leader")) return { unitId: office, post: "leader" };
  // With nobody in the chair it waits there for whoever comes.
  const controller = people.holds(office, "procedure-controller");
  return { unitId: office, post: controller ? "procedure-controller" : "leader" };
}
