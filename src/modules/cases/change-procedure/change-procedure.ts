import { z } from "zod";
import { type Result, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { append, type CaseTarget, inTransaction } from "../case-command.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { atDesk, closeAll } from "../domain/steps.ts";
import { prepareCase } from "../receive-case/new-case.ts";
import { nextPaperNumber } from "../serial-store.ts";
import { optionalText, requiredText } from "../verb.ts";

export const ChangeProcedure = z.object({
  procedureCode: requiredText,
  variantCode: optionalText,
  reason: requiredText,
});
export type ChangeProcedure = z.infer<typeof ChangeProcedure>;

/**
 * Puts a case under the right procedure when the wrong one was picked, instead of pretending that the applicant
 * withdrew it. The work begins anew at the desk, a new receipt is printed; the time is measured by the right limit but
 * from the day the person came: the mistake was ours.
 */
export async function changeProcedure(
  deps: CasesDeps,
  actor: Actor,
  target: CaseTarget,
  input: ChangeProcedure,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = holds(actor, "case.change-procedure")
    ? await change(deps, actor, target, input, now)
    : refuse<CaseRefusal>("not-permitted");
  if (!answer.ok) {
    const entry = {
      at: now,
      actor,
      command: "case.change-procedure",
      subject: target.caseId,
      outcome: answer.refusal,
    };
    await writeAudit(deps.database.pool, entry);
  }
  return answer;
}

async function change(
  deps: CasesDeps,
  actor: Actor,
  target: CaseTarget,
  input: ChangeProcedure,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  const loaded = await findCase(deps.database.pool, target.caseId);
  if (loaded === undefined) return refuse("case-not-found");
  const { state } = loaded;
  if (target.version !== undefined && target.version !== state.version) return refuse("changed-meanwhile");
  if (state.group?.role === "parent") return refuse("group-parent");
  if (state.status !== CASE_STATUS.received && state.status !== CASE_STATUS.processing)
    return refuse("wrong-state");
  const prepared = await prepareCase(
    deps,
    actor,
    { ...state, ...input, placeUnitId: state.matter.placeUnitId },
    now,
  );
  if (!prepared.ok) return prepared;
  const { context, matter } = prepared.value;
  const elsewhere = atDesk(state, context.who);
  if (elsewhere) return elsewhere;
  const same =
    matter.procedureId === state.matter.procedureId && matter.variantCode === state.matter.variantCode;
  if (same) return refuse("same-procedure");
  const opened = begin({ ...state, matter }, context);
  if (!opened.ok) return opened;
  return inTransaction<CaseState>(deps, async (client) => {
    const paperNumber = await nextPaperNumber(client, state.receivingUnitId, now, "receipt");
    return append(client, actor, "case.change-procedure", loaded, context, [
      {
        status: CASE_STATUS.received,
        data: { type: "procedure-changed", matter, reason: input.reason, paperNumber },
        closed: closeAll(state, "procedure-changed", context),
        opened: opened.value,
        clock: {
          kind: "re-measured",
          ...dueProperty(
            appointment(matter, state.receivedAt ?? state.registeredAt, context, state.clock.within),
          ),
          calendar: context.calendar.version,
          rules: context.rules.id,
        },
      },
    ]);
  });
}
