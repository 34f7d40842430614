import type { Actor, PostKind } from "../../platform/permission.ts";
import type { Directory } from "./directory.ts";
import type { DeputyReach } from "./domain/absence.ts";
import { ONE_STOP_CENTRE } from "./domain/unit.ts";

/** Posts that somebody else may fill for a time: those of the daily work on cases. */
export const DELEGABLE: readonly PostKind[] = [
  "desk-officer",
  "specialist",
  "division-head",
  "leader",
  "clerk",
];

/** How far somebody may decide about the staff of a unit. A post that is only filled in does not count: no powers over people by delegation. */
export function staffReach(
  directory: Directory,
  actor: Actor,
  unitId: number,
): "administrator" | "leader" | undefined {
  if (actor.kind !== "officer") return undefined;
  const own = actor.posts.filter((post) => post.inPlaceOf === undefined);
  if (own.some((post) => post.kind === "administrator")) return "administrator";
  const unit = directory.findUnit(unitId);
  if (unit === undefined) return undefined;
  // A centre without a leader of its own is led by the leader of the commune it belongs to.
  const units = unit.kind === ONE_STOP_CENTRE ? [unit.id, unit.parentId] : [unit.id];
  return own.some((post) => post.kind === "leader" && units.includes(post.unitId)) ? "leader" : undefined;
}

/** Whether somebody may say, or take back, that this officer is away: the officer, and who leads them in any unit. */
export function mayRecordAbsence(directory: Directory, actor: Actor, officerId: number): boolean {
  if (actor.kind === "officer" && actor.id === officerId) return true;
  return directory
    .postsOf(officerId)
    .some(({ unitId }) => deputyReach(directory, actor, officerId, unitId) !== undefined);
}

/** As whom somebody names a deputy for this officer's post in a unit: to lead them elsewhere gives no word here. */
export function deputyReach(
  directory: Directory,
  actor: Actor,
  officerId: number,
  unitId: number,
): DeputyReach | undefined {
  if (staffReach(directory, actor, unitId) !== undefined) return "leads";
  return actor.kind === "officer" && actor.id === officerId ? "self" : undefined;
}

/** The units whose staff somebody leads. */
export function unitsLed(directory: Directory, actor: Actor): readonly number[] {
  if (actor.kind !== "officer") return [];
  const own = actor.posts.filter((post) => post.inPlaceOf === undefined && post.kind === "leader");
  return own.flatMap((post) => [
    post.unitId,
    ...directory
      .childrenOf(post.unitId)
      .filter((unit) => staffReach(directory, actor, unit.id) !== undefined)
      .map((unit) => unit.id),
  ]);
}
