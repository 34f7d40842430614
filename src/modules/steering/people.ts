import type { Directory, OfficerInPost } from "../organisation/index.ts";
import type { People } from "./domain/address.ts";

/** The organisation as the ladder of warnings asks it. */
export function peopleOf(directory: Directory): People {
  return {
    holds: (unitId, post, officerId) =>
      directory
        .officersIn(unitId)
        .some(
          (held) =>
            held.kind === post &&
            (officerId === undefined || held.officerId === officerId) &&
            isFilled(directory, held),
        ),
    parentOf: (unitId) => directory.findUnit(unitId)?.parentId,
    officeId: () => directory.units().find((unit) => unit.kind === "office" && unit.level === "province")?.id,
  };
}

/** Whether somebody acts in the post today: its holder or, while they are away, a deputy. */
function isFilled(directory: Directory, { officerId, unitId, kind }: OfficerInPost): boolean {
  const today = directory.today();
  const away = directory.absences(officerId).filter((absence) => absence.fromDay <= today);
  return away.every(({ deputies }) =>
    deputies.some(({ deputyId }) =>
      directory
        .filledPostsOf(deputyId)
        .some((post) => post.inPlaceOf === officerId && post.unitId === unitId && post.kind === kind),
    ),
  );
}
