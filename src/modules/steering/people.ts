import type { Directory } from "../organisation/index.ts";
import type { People } from "./domain/address.ts";

/** The organisation as the ladder of warnings asks it. */
export function peopleOf(directory: Directory): People {
  return {
    holds: (unitId, post, officerId) =>
      directory
        .officersIn(unitId)
        .some((held) => held.kind === post && (officerId === undefined || held.officerId === officerId)),
    parentOf: (unitId) => directory.findUnit(unitId)?.parentId,
    officeId: () => directory.units().find((unit) => unit.kind === "office" && unit.level === "province")?.id,
  };
}
