import type { Actor, PostKind } from "../../platform/permission.ts";
import type { Directory } from "./directory.ts";
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

/** Whether somebody may record or end this officer's absence, and as whom. */
export function absenceReach(
  directory: Directory,
  actor: Actor,
  officerId: number,
): "leads" | "self" | undefined {
  const units = directory.postsOf(officerId).map((post) => post.unitId);
  if (units.some((unitId) => staffReach(directory, actor, unitId) !== undefined)) return "leads";
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
