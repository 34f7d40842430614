import type { PoolClient } from "pg";
import { z } from "zod";
import { type Result, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { append, type CaseTarget, inTransaction } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { findCase, type LoadedCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { membersOf, undecidedMembers } from "../domain/group.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, RuleContext } from "../domain/rule-context.ts";
import { atDesk, close, closeAll } from "../domain/steps.ts";
import { advanceGroup } from "../follow-groups/advance-group.ts";
import { nextPaperNumber } from "../serial-store.ts";
import { requiredText } from "../verb.ts";

/** For each member that is left: whether it is closed or goes on, and why. */
export const DecideGroup = z.object({
  decisions: z
    .array(
      z.object({
        key: requiredText,
        decision: z.enum(["continue", "close"], { error: "required" }),
        reason: requiredText,
      }),
    )
    .min(1, "required")
    .max(20, "too-long"),
});
export type DecideGroup = z.infer<typeof DecideGroup>;

/**
 * After a member of an interconnected group failed its owner decides on every one that is left: closed or continued, each
 * with a reason. Parent and members change together or not at all.
 */
export async function decideGroup(
  deps: CasesDeps,
  actor: Actor,
  target: CaseTarget,
  input: DecideGroup,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = holds(actor, "case.group-decide")
    ? await inTransaction(deps, (client) => decide(deps, client, actor, target, input, now))
    : refuse<CaseRefusal>("not-permitted");
  if (!answer.ok) {
    const entry = { at: now, actor, command: "case.decide-group", subject: target.caseId };
    await writeAudit(deps.database.pool, { ...entry, outcome: answer.refusal });
  }
  return answer;
}

async function decide(
  deps: CasesDeps,
  client: PoolClient,
  actor: Actor,
  target: CaseTarget,
  input: DecideGroup,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  const found = await findCase(client, target.caseId);
  if (found === undefined) return refuse("case-not-found");
  if (found.state.group?.role !== "parent") return refuse("group-not-one");
  if (target.version !== undefined && target.version !== found.state.version)
    return refuse("changed-meanwhile");
  const context = await contextFor(deps, actor, found.state, now);
  const elsewhere = atDesk(found.state, context.who);
  if (elsewhere) return elsewhere;
  // What happened meanwhile comes first: a member may have ended since the owner looked.
  const brought = await advanceGroup(deps, client, found, now);
  if (!brought.ok) return brought;
  const { state } = await load(client, brought.value.id);
  const owed = undecidedMembers(state);
  if (owed.length === 0) return refuse("group-nothing-to-decide");
  const given = new Map(input.decisions.map((one) => [one.key, one]));
  if (given.size !== input.decisions.length || given.size !== owed.length)
    return refuse("group-decisions-missing");
  if (owed.some(({ key }) => !given.has(key))) return refuse("group-decisions-missing");
  const step = state.open.find(({ work }) => work === "group-decision");
  const decided: Decision = {
    status: state.status,
    data: { type: "group-decided", decisions: owed.flatMap(({ key }) => given.get(key) ?? []) },
    closed: step === undefined ? [] : [close(step, "decided", context)],
  };
  const loaded = await load(client, state.id);
  const saved = await append(client, actor, "case.decide-group", loaded, context, [decided]);
  if (!saved.ok) return saved;
  for (const { key, decision, reason } of input.decisions) {
    const member = membersOf(state).find((one) => one.key === key);
    if (decision === "continue" || member === undefined) continue;
    const closed = await closeMember(deps, client, actor, member.caseId, reason, now);
    if (!closed.ok) return closed;
  }
  return advanceGroup(deps, client, await load(client, state.id), now);
}

/** Closes a member: one that waits or lacks papers is not accepted (3), one that is worked on is stopped (8). */
async function closeMember(
  deps: CasesDeps,
  client: PoolClient,
  actor: Actor,
  caseId: string,
  reason: string,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  const loaded = await load(client, caseId);
  const { state } = loaded;
  const context = await contextFor(deps, actor, state, now);
  const refused = state.status === CASE_STATUS.registered || state.status === CASE_STATUS.supplement;
  const paper = refused ? "refusal" : "stop";
  const paperNumber = await nextPaperNumber(client, state.receivingUnitId, now, paper);
  const decisions = refused
    ? [ended(state, context, CASE_STATUS.refused, { type: "refused", reason, paperNumber })]
    : stopping(state, context, reason, paperNumber);
  return append(client, actor, "case.decide-group", loaded, context, decisions);
}

function stopping(
  state: CaseState,
  context: RuleContext,
  reason: string,
  paperNumber: number,
): readonly Decision[] {
  const basis = `Đóng hồ sơ thành phần của nhóm liên thông ${state.group?.role === "member" ? state.group.parentCode : ""}`;
  const stop = ended(state, context, CASE_STATUS.stopped, { type: "stopped", reason, basis, paperNumber });
  // The law knows a stop from "in progress" alone; from elsewhere the case passes through it.
  return state.status === CASE_STATUS.processing
    ? [stop]
    : [{ status: CASE_STATUS.processing, data: { type: "passed-on", note: basis } }, stop];
}

function ended(
  state: CaseState,
  context: RuleContext,
  status: Decision["status"],
  data: Decision["data"],
): Decision {
  return { status, data, closed: closeAll(state, "closed-with-group", context), clock: { kind: "ended" } };
}

async function load(client: PoolClient, id: string): Promise<LoadedCase> {
  const loaded = await findCase(client, id);
  if (loaded === undefined) throw new Error(`no case ${id}`);
  return loaded;
}
