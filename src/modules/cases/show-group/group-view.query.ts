import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import { whoOf } from "../case-context.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { GroupMember } from "../domain/case-action.ts";
import type { CaseState, MemberProgress } from "../domain/case-state.ts";
import { isFailure, membersOf, progressOf, undecidedMembers } from "../domain/group.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { atDesk } from "../domain/steps.ts";
import { memberStates } from "../group-store.ts";
import { mayOpen } from "../readable.ts";
import { logReading } from "../reading-store.ts";

/** A member with its case as it stands now. */
export type MemberView = GroupMember & { readonly state: CaseState; readonly progress: MemberProgress };

/** A group as its page and the API show it. */
export type GroupView = {
  readonly parent: CaseState;
  readonly members: readonly MemberView[];
  /** Keys of the members on which the owner owes a decision. */
  readonly undecided: readonly string[];
  /** A member failed and the parent has not noted it yet. */
  readonly failedJustNow: boolean;
  readonly mayDecide: boolean;
};

/** The group of a parent for somebody who may read it; the reading is logged. */
export async function groupView(
  deps: CasesDeps,
  actor: Actor,
  parentId: string,
  purpose: "case-screen" | "api" = "case-screen",
): Promise<Result<GroupView, CaseRefusal>> {
  const { pool } = deps.database;
  const loaded = await findCase(pool, parentId);
  if (loaded === undefined) return refuse("case-not-found");
  const { state } = loaded;
  if (!(await mayOpen(deps, actor, state))) return refuse("not-your-unit");
  if (state.group?.role !== "parent") return refuse("group-not-one");
  await logReading(pool, actor, parentId, purpose, deps.clock());
  return ok(viewOf(state, await memberStates(pool, parentId), atDesk(state, whoOf(actor)) === undefined));
}

/** What a group shows, from its parent and its members. */
export function viewOf(parent: CaseState, states: readonly CaseState[], mayDecide: boolean): GroupView {
  const members = membersOf(parent).flatMap((member) => {
    const state = states.find(({ id }) => id === member.caseId);
    return state === undefined ? [] : [{ ...member, state, progress: progressOf(parent, member.key) }];
  });
  return {
    parent,
    members,
    undecided: undecidedMembers(parent).map(({ key }) => key),
    failedJustNow: members.some(
      ({ state, progress }) => isFailure(state.status) && progress.status !== state.status,
    ),
    mayDecide,
  };
}
