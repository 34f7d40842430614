import type { Instant } from "../../../kernel/time.ts";
import type { ActionData, GroupMember, GroupTotal, Matter } from "./case-action.ts";
import type { CaseState, MemberProgress } from "./case-state.ts";
import { CASE_STATUS, type CaseStatus } from "./case-status.ts";

type Progress = Readonly<Record<string, MemberProgress>>;

/** A member ended without a result: refused, withdrawn or stopped. */
export function isFailure(status: CaseStatus): boolean {
  return status === CASE_STATUS.refused || status === CASE_STATUS.withdrawn || status === CASE_STATUS.stopped;
}

/** A member has its result. */
export function hasResult(status: CaseStatus | undefined): boolean {
  return status === CASE_STATUS.finished || status === CASE_STATUS.returned;
}

/** A member is still to come or under way. */
export function isLeft({ status }: MemberProgress): boolean {
  return status === undefined || !(isFailure(status) || hasResult(status));
}

/** Progress of a member that the parent has heard nothing of yet: {}. */
export function progressOf(state: Pick<CaseState, "progress">, key: string): MemberProgress {
  return state.progress?.[key] ?? {};
}

/** The members of a parent; none for any other case. */
export function membersOf(state: Pick<CaseState, "group">): readonly GroupMember[] {
  return state.group?.role === "parent" ? state.group.members : [];
}

/** The members that are left, in their order. */
export function leftMembers(state: Pick<CaseState, "group" | "progress">): readonly GroupMember[] {
  return membersOf(state).filter(({ key }) => isLeft(progressOf(state, key)));
}

/** The members that wait for the word of the owner: some member failed, and these were not decided on since. */
export function undecidedMembers(state: Pick<CaseState, "group" | "progress">): readonly GroupMember[] {
  const failed = membersOf(state).some(({ key }) => {
    const { status } = progressOf(state, key);
    return status !== undefined && isFailure(status);
  });
  return failed ? leftMembers(state).filter(({ key }) => progressOf(state, key).decided === undefined) : [];
}

/**
 * Whether a waiting member may begin: every member it follows has its result, or failed and the owner said that this
 * one goes on. While a decision is owed nothing begins. Pure.
 */
export function mayBegin(state: Pick<CaseState, "group" | "progress">, member: GroupMember): boolean {
  if (undecidedMembers(state).length > 0) return false;
  const { status, decided } = progressOf(state, member.key);
  if (status !== undefined && status !== CASE_STATUS.registered) return false;
  return member.after.every((key) => {
    const before = progressOf(state, key).status;
    return hasResult(before) || (before !== undefined && isFailure(before) && decided === "continue");
  });
}

/** The time of a whole group that was received at this moment; undefined: it has no limit. */
export function totalOf(
  { limit, cutoffShifts }: Matter,
  sinceAt: Instant,
  rules: string,
): GroupTotal | undefined {
  if (limit === undefined) return undefined;
  return { sinceAt, limit, rules, ...(cutoffShifts === undefined ? {} : { cutoffShifts }) };
}

/** The time of a parent that a member must keep which begins now; undefined: it is over, or there is none. */
export function totalAhead({ matter, clock }: CaseState, now: Instant): GroupTotal | undefined {
  const { startedAt, dueAt, rules } = clock;
  if (startedAt === undefined || rules === undefined || dueAt === undefined || dueAt <= now) return undefined;
  return totalOf(matter, startedAt, rules);
}

/** The progress after an action of the parent. A new failure takes back what was decided before it. */
export function progressAfter(
  state: CaseState,
  data: ActionData & { readonly type: "group-progressed" | "group-decided" },
): Progress {
  const progress: Record<string, MemberProgress> = { ...state.progress };
  if (data.type === "group-decided") {
    for (const { key, decision, reason } of data.decisions)
      progress[key] = { ...progress[key], decided: decision, reason };
    return progress;
  }
  for (const { key, status } of data.members) progress[key] = { ...progress[key], status };
  // What its owner closed has failed by their own word and asks for no other.
  const news = data.members.some(
    ({ key, status }) => isFailure(status) && progress[key]?.decided !== "close",
  );
  if (!news) return progress;
  return Object.fromEntries(
    Object.entries(progress).map(([key, one]) => {
      if (!isLeft(one)) return [key, one];
      const { decided: _, reason: __, ...rest } = one;
      return [key, rest];
    }),
  );
}
