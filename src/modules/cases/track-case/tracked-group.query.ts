import type { CasesDeps } from "../cases-deps.ts";
import type { GroupMember } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { membersOf } from "../domain/group.ts";
import { memberStates } from "../group-store.ts";
import { trackingWord } from "../tracking-word.ts";

/** A case of a group as the holder of the group's receipt follows it: with the word that opens it alone. */
export type TrackedMember = GroupMember & { readonly state: CaseState; readonly word: string };

/** The cases of a group for whoever has shown the group's own word; none for any other case. */
export async function trackedMembers(
  deps: Pick<CasesDeps, "database" | "trackingKey">,
  parent: CaseState,
): Promise<readonly TrackedMember[]> {
  const members = membersOf(parent);
  if (members.length === 0) return [];
  const states = await memberStates(deps.database.pool, parent.id);
  return members.flatMap((member) => {
    const state = states.find(({ id }) => id === member.caseId);
    const word = trackingWord(deps.trackingKey, member.caseId).printed;
    return state === undefined ? [] : [{ ...member, state, word }];
  });
}
