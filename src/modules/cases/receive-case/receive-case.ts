import type { PoolClient } from "pg";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { absentBehind } from "../absent-behind.ts";
import { inTransaction, toAction } from "../case-command.ts";
import { findCase, saveCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { evolve } from "../domain/evolve.ts";
import { begin } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, RuleContext } from "../domain/rule-context.ts";
import { nextCaseCode, nextPaperNumber } from "../serial-store.ts";
import { type Preparation, prepareCase } from "./new-case.ts";
import type { ReceiveCase } from "./receive-input.ts";
import { type Submitted, submission } from "./submission.ts";

/** Receives a case at the counter or by post (∅→2) and sets its appointment; the receipt is Mẫu 01. */
export function receiveCase(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveCase,
): Promise<Result<CaseState, CaseRefusal>> {
  return beginCase(deps, actor, "case.receive", input, async ({ matter, context }, code, client) => {
    const dueAt = appointment(matter, context.now, context);
    const opened = begin({ ...input, matter, nextStep: 1 }, context);
    if (!opened.ok) return opened;
    const paperNumber = await nextPaperNumber(client, input.receivingUnitId, context.now, "receipt");
    return ok([
      {
        status: CASE_STATUS.received,
        data: { type: "received", ...submission(input, matter, code), paperNumber },
        opened: opened.value,
        clock: {
          kind: "started",
          ...dueProperty(dueAt),
          calendar: context.calendar.version,
          rules: context.rules.id,
        },
      },
    ]);
  });
}

type Begin = (
  preparation: Preparation,
  code: string,
  client: PoolClient,
) => Promise<Result<readonly Decision[], CaseRefusal>>;

/**
 * Begins a case: code, numbers, actions and projections in one transaction or nothing. Sending the same form again
 * answers with the case that is already there.
 */
export async function beginCase(
  deps: CasesDeps,
  actor: Actor,
  command:
    | "case.receive"
    | "case.refuse"
    | "case.receive-at-once"
    | "case.ask-before-receiving"
    | "case.register-online",
  input: Submitted,
  begin: Begin,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = await (async () => {
    if (!holds(actor, command === "case.refuse" ? command : "case.receive"))
      return refuse<CaseRefusal>("not-permitted");
    const prepared = await prepareCase(deps, actor, input, now);
    if (!prepared.ok) return prepared;
    const begun = await inTransaction<CaseState>(deps, async (client) => {
      const code = await nextCaseCode(client, deps.directory.codeForCases(input.receivingUnitId), now);
      const decided = await begin(prepared.value, code, client);
      if (!decided.ok) return decided;
      const { actions, state } = fold(input, decided.value, prepared.value.context);
      const saved = await saveCase(client, undefined, actions, state, {
        at: now,
        actor,
        command,
        outcome: "done",
      });
      return saved ? ok(state) : refuse("changed-meanwhile");
    });
    // The form was sent before, or twice at the same moment: the later one answers with what the earlier one began.
    return begun.ok ? begun : ((await sameForm(deps, input)) ?? begun);
  })();
  if (!answer.ok) {
    await writeAudit(deps.database.pool, {
      at: now,
      actor,
      command,
      subject: input.caseId,
      outcome: answer.refusal,
    });
  }
  return answer;
}

/** The case that this form has become already; refuses where another desk's case has its number. */
async function sameForm(
  deps: CasesDeps,
  input: Submitted,
): Promise<Result<CaseState, CaseRefusal> | undefined> {
  const already = await findCase(deps.database.pool, input.caseId);
  if (already === undefined) return undefined;
  const same = already.state.receivingUnitId === input.receivingUnitId;
  return same ? ok(already.state) : refuse("changed-meanwhile");
}

/** The first actions of a new case, with the state they give. */
export function fold(
  input: Pick<ReceiveCase, "caseId" | "receivingUnitId">,
  decisions: readonly Decision[],
  context: RuleContext,
) {
  let state: CaseState | undefined;
  const actions: CaseAction[] = [];
  for (const decision of decisions) {
    const { receivingUnitId } = input;
    const behind = absentBehind(context.who, receivingUnitId, state?.open ?? [], decision, "case.receive");
    const action = toAction(input.caseId, actions.length + 1, decision, context, receivingUnitId, behind);
    actions.push(action);
    state = evolve(state, action);
  }
  if (state === undefined) throw new Error("a case begins with an action");
  return { actions, state };
}
