import type { PoolClient } from "pg";
import { ok, type Result } from "../../../kernel/result.ts";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import { OPERATOR } from "../../../platform/permission.ts";
import { append } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { findCase, type LoadedCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { GroupTotal } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin } from "../domain/go-on.ts";
import {
  hasResult,
  leftMembers,
  mayBegin,
  membersOf,
  progressAfter,
  progressOf,
  totalAhead,
  undecidedMembers,
} from "../domain/group.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, RuleContext } from "../domain/rule-context.ts";
import { closeAll, openSide } from "../domain/steps.ts";
import { memberStates } from "../group-store.ts";
import { nextPaperNumber } from "../serial-store.ts";
import { given } from "../verb.ts";

/** The program itself acts: in the history as system, in the audit as operator. */
export async function systemContext(deps: CasesDeps, state: CaseState, now: number): Promise<RuleContext> {
  const context = await contextFor(deps, OPERATOR, state, now);
  return { ...context, who: { kind: "system", posts: [] } };
}

/**
 * Brings a parent up to what its members are, and begins those whose turn has come; inside the caller's transaction. A
 * member that failed opens the decision of the owner, and until it is made nothing begins.
 */
export async function advanceGroup(
  deps: CasesDeps,
  client: PoolClient,
  loaded: LoadedCase,
  now: number,
): Promise<Result<CaseState, CaseRefusal>> {
  const children = await memberStates(client, loaded.state.id);
  const context = await systemContext(deps, loaded.state, now);
  let parent = loaded;
  const noted = newsOf(parent.state, children, context);
  if (noted !== undefined) {
    const done = await append(client, OPERATOR, "case.follow-group", parent, context, [noted]);
    if (!done.ok) return done;
    parent = await reloaded(client, done.value);
  }
  for (const member of membersOf(parent.state)) {
    const child = children.find(({ id }) => id === member.caseId);
    if (child?.status !== CASE_STATUS.registered || !mayBegin(parent.state, member)) continue;
    const begun = await beginMember(deps, client, child, totalAhead(parent.state, now), now);
    if (!begun.ok) return begun;
  }
  const completed = completionOf(parent.state, context);
  if (completed === undefined) return ok(parent.state);
  return append(client, OPERATOR, "case.follow-group", parent, context, [completed]);
}

/** The news of the members as an action of their parent; undefined: there is none. */
function newsOf(
  state: CaseState,
  children: readonly CaseState[],
  context: RuleContext,
): Decision | undefined {
  const members = membersOf(state).flatMap(({ key, caseId }) => {
    const status = children.find(({ id }) => id === caseId)?.status;
    return status === undefined || status === progressOf(state, key).status ? [] : [{ key, status }];
  });
  if (members.length === 0) return undefined;
  const data = { type: "group-progressed" as const, members };
  const asks = owesDecision(state, data);
  return {
    status: CASE_STATUS.processing,
    data,
    ...(asks && state.group?.role === "parent"
      ? {
          opened: [
            openSide(state, {
              work: "group-decision",
              unitId: state.receivingUnitId,
              post: "desk-officer",
              dueAt: addWorkingMinutes(context.calendar, context.now, state.group.decideWithinMinutes),
              budgetMinutes: state.group.decideWithinMinutes,
            }),
          ],
        }
      : {}),
  };
}

function owesDecision(state: CaseState, data: Parameters<typeof progressAfter>[1]): boolean {
  const after = { ...state, progress: progressAfter(state, data) };
  return undecidedMembers(after).length > 0 && !state.open.some((step) => step.work === "group-decision");
}

async function beginMember(
  deps: CasesDeps,
  client: PoolClient,
  { id }: CaseState,
  total: GroupTotal | undefined,
  now: number,
): Promise<Result<CaseState, CaseRefusal>> {
  const loaded = await findCase(client, id);
  if (loaded === undefined) throw new Error(`no case ${id}`);
  const { state } = loaded;
  const context = await systemContext(deps, state, now);
  const opened = begin(state, context);
  if (!opened.ok) return opened;
  const paperNumber = await nextPaperNumber(client, state.receivingUnitId, now, "receipt");
  return append(client, OPERATOR, "case.follow-group", loaded, context, [
    {
      status: CASE_STATUS.received,
      data: { type: "accepted", paperNumber },
      opened: opened.value,
      clock: {
        kind: "started",
        ...dueProperty(appointment(state.matter, now, context, total)),
        calendar: context.calendar.version,
        rules: context.rules.id,
        ...given("within", total),
      },
    },
  ]);
}

/** When every member has ended: done where at least one has a result, else stopped. The results are handed over together. */
function completionOf(state: CaseState, context: RuleContext): Decision | undefined {
  const members = membersOf(state);
  if (state.clock.endedAt !== undefined || leftMembers(state).length > 0) return undefined;
  const withResult = members.filter(({ key }) => hasResult(progressOf(state, key).status)).length;
  const [status, opened] =
    withResult === 0
      ? [CASE_STATUS.stopped, []]
      : [
          CASE_STATUS.finished,
          [openSide(state, { work: "return", unitId: state.receivingUnitId, post: "desk-officer" })],
        ];
  return {
    status,
    data: { type: "group-completed", withResult, without: members.length - withResult },
    closed: closeAll(state, "completed", context),
    opened,
    clock: { kind: "ended" },
  };
}

async function reloaded(client: PoolClient, { id }: CaseState): Promise<LoadedCase> {
  const loaded = await findCase(client, id);
  if (loaded === undefined) throw new Error(`no case ${id}`);
  return loaded;
}
