import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { toIso } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import type { Unit } from "../../organisation/index.ts";
import { inTransaction, toAction } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { findCase, saveCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { Doubt } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { evolve } from "../domain/evolve.ts";
import type { Handed } from "../domain/handed.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { requiredText } from "../verb.ts";
import { handedDecision } from "./hand-over-rule.ts";
import { afterOf, type HandDeps } from "./hand-to-successor.ts";
import { noteHandedOn } from "./handed-store.ts";

export const HandOn = z.object({
  caseId: z.string().max(36),
  /** The version that the person saw. */
  version: z.coerce.number().int().positive(),
  /** Code of the successor; the present one says that it was right. */
  unit: z.string({ error: "required" }).trim().min(1, "required").max(40),
  reason: requiredText,
});
export type HandOn = z.infer<typeof HandOn>;

export type HandOnDeps = CasesDeps & Pick<HandDeps, "followers">;

/**
 * A person decides about a case of which the rule could not tell for certain who takes over: sends on what is in doubt,
 * or confirms where it lies; what was certain stays. One more action of the same kind, with the reason; nothing of its
 * dates changes. A further doubt about the case stays open.
 */
export async function handOn(
  deps: HandOnDeps,
  actor: Actor,
  input: HandOn,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = holds(actor, "organisation.reorganise")
    ? await attempt(deps, actor, input)
    : refuse<CaseRefusal>("not-permitted");
  if (!answer.ok) {
    const command = "case.hand-on";
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

async function attempt(
  deps: HandOnDeps,
  actor: Actor,
  { caseId, version, unit: code, reason }: HandOn,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const loaded = await findCase(deps.database.pool, caseId);
  if (loaded === undefined) return refuse("case-not-found");
  const { state } = loaded;
  if (version !== state.version) return refuse("changed-meanwhile");
  if (state.handed?.unsure === undefined || state.open.length === 0) return refuse("no-successor-open");
  const target = deps.directory.unitByCode(code);
  if (target === undefined) return refuse("unit-unknown");
  if (target.endedOn !== undefined) return refuse("unit-ended");
  if (!mayTakeOver(target)) return refuse("unit-cannot-decide");
  const { reorganisation, decision, unsure } = state.handed;
  // Cases that followed before doubts were kept: it was taken for one about who decides.
  const asOnce: Doubt = { from: state.decidingUnitId, to: state.decidingUnitId, why: unsure };
  const [doubt = asOnce, ...others] = state.handed.doubts ?? [];
  const { units, steps } = whatMoves(deps, state, doubt, target);
  const doubts = others.map((other) => ({
    ...other,
    to: steps === undefined ? (units.find((unit) => unit.from === other.to)?.to ?? other.to) : other.to,
  }));
  const decided = handedDecision(
    state,
    { reorganisation, decision, units, steps, doubts, reason },
    afterOf(deps),
  );
  // Reminders do not tell a step from the case where both lie in one unit: they stay with the unit that decides.
  const told = steps !== undefined && doubt.to === state.decidingUnitId ? [] : [{ caseId, units }];
  for (const follow of deps.followers) await follow(told);
  const context = await contextFor(deps, actor, state, now);
  const action = toAction(caseId, state.version + 1, decided, context, undefined);
  const after = evolve(state, action);
  return inTransaction(deps, async (client) => {
    const audit = { at: now, actor, command: "case.hand-on", outcome: "done" };
    if (!(await saveCase(client, loaded, [action], after, audit))) return refuse("changed-meanwhile");
    await noteHandedOn(client, {
      caseId,
      seq: action.seq,
      reorganisation,
      fromUnitId: state.decidingUnitId,
      toUnitId: after.decidingUnitId,
      at: toIso(now),
      unsure: doubts[0]?.why,
    });
    return ok(after);
  });
}

/** Whoever decides matters: communes, departments, offices; a desk decides nothing. */
export function mayTakeOver(unit: Unit): boolean {
  return unit.kind !== "one-stop-centre";
}

/**
 * What goes on to the target, nothing where it is there already: the open steps in doubt alone; or the deciding unit,
 * and its desk to the target's where it received.
 */
function whatMoves({ directory }: HandOnDeps, state: CaseState, doubt: Doubt, target: Unit): Moves {
  if (doubt.steps !== undefined) {
    const steps = state.open
      .filter(({ seq, unitId }) => doubt.steps?.includes(seq) === true && unitId === doubt.to)
      .map(({ seq }) => seq);
    const stays = doubt.to === target.id || steps.length === 0;
    return { units: stays ? [] : [{ from: doubt.to, to: target.id }], steps };
  }
  const from = state.decidingUnitId;
  if (from === target.id) return { units: [] };
  const units = [{ from, to: target.id }];
  const [desk, nextDesk] = [directory.deskOf(from).id, directory.deskOf(target.id).id];
  if (desk !== nextDesk && desk === state.receivingUnitId) units.push({ from: desk, to: nextDesk });
  return { units };
}

type Moves = Pick<Handed, "units" | "steps">;
