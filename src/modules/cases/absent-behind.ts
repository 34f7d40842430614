import { PERMISSIONS, type Permission } from "../../platform/permission.ts";
import type { OpenStep } from "./domain/case-state.ts";
import type { Decision, Who, WhosePost } from "./domain/rule-context.ts";

/**
 * In whose stead somebody acts: the absent officer to whom the work was assigned, or whose post alone allows the act.
 * Who holds such a post themselves, and does work that lies with nobody, acts for themselves.
 * @param open the open steps of the case before the act.
 * @param permission what the act asks for; undefined: any post of the unit will do.
 */
export function absentBehind(
  who: Who,
  unitId: number | undefined,
  open: readonly OpenStep[],
  decision: Decision,
  permission: Permission | undefined,
): number | undefined {
  if (who.posts.every((held) => held.inPlaceOf === undefined)) return undefined;
  const kinds: readonly string[] | undefined =
    permission === undefined ? undefined : PERMISSIONS[permission].posts;
  const inUnit = who.posts.filter((held) => held.unitId === unitId);
  const closed = open.filter((step) => decision.closed?.some(({ seq }) => seq === step.seq));
  // Drafting and answering close nothing: the work they belong to is the open step of the post.
  const concerned = decision.data.type === "assigned" ? [] : closed.length > 0 ? closed : open;
  for (const step of concerned) {
    if (step.officerId === undefined) continue;
    if (inUnit.some((held) => held.inPlaceOf === step.officerId && isOf(held, step))) return step.officerId;
  }
  const ofStep = inUnit.filter((held) => closed.some((step) => isOf(held, step)));
  const allowed =
    ofStep.length > 0 ? ofStep : inUnit.filter((held) => kinds === undefined || kinds.includes(held.kind));
  if (allowed.some((held) => held.inPlaceOf === undefined)) return undefined;
  return allowed[0]?.inPlaceOf;
}

function isOf(held: WhosePost, step: OpenStep): boolean {
  return held.unitId === step.unitId && held.kind === step.post;
}
