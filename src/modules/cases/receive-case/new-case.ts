import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { Actor } from "../../../platform/permission.ts";
import { contextWith } from "../case-context.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { Matter } from "../domain/case-action.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { hasPost } from "../domain/steps.ts";
import { given } from "../verb.ts";
import type { ReceiveCase } from "./receive-input.ts";

/** What a new case needs before its first action: the matter by the catalogue in force, and the moment's law. */
export type Preparation = {
  readonly matter: Matter;
  readonly context: RuleContext;
  readonly returnAtOnce: boolean;
};

/**
 * Finds the matter of a new case. Any desk of the province receives for any unit (NĐ 118/2025: phi địa giới), so the
 * receiving unit must be the officer's own desk and the deciding unit one of the procedure's level.
 */
export async function prepareCase(
  deps: CasesDeps,
  actor: Actor,
  input: Pick<ReceiveCase, "procedureCode" | "variantCode" | "receivingUnitId" | "decidingUnitId">,
  now: Instant,
): Promise<Result<Preparation, CaseRefusal>> {
  const { directory } = deps;
  const deciding = directory.findUnit(input.decidingUnitId);
  const receiving = directory.findUnit(input.receivingUnitId);
  if (receiving === undefined || deciding === undefined) return refuse("unit-unknown");
  if (receiving.endedOn !== undefined || deciding.endedOn !== undefined) return refuse("unit-ended");
  const procedure = await deps.procedureInForce(input.procedureCode);
  if (procedure === undefined) return refuse("procedure-not-found");
  if (!procedure.receivable) return refuse("procedure-not-receivable");
  const { content } = procedure;
  if (!content.levels.includes(deciding.level) || deciding.kind === "one-stop-centre")
    return refuse("unit-cannot-decide");

  const variant = content.variants.find((candidate) => candidate.code === input.variantCode);
  if (input.variantCode !== undefined && variant === undefined) return refuse("procedure-not-found");
  const process = await deps.processFor(content.code, variant?.code, localDateOf(now));
  if (process === undefined) return refuse("procedure-has-no-process");

  const context = contextWith(deps, actor, deciding.id, process.definition.steps, now);
  if (!hasPost(context.who, input.receivingUnitId, "desk-officer")) return refuse("not-your-unit");
  const limit = variant?.limit ?? content.limit;
  return ok({
    context,
    returnAtOnce: content.returnAtOnce,
    matter: {
      procedureId: procedure.id,
      procedureVersion: procedure.version,
      procedureCode: content.code,
      procedureName: content.name,
      field: content.field,
      ...given("variantCode", variant?.code),
      ...given("variantName", variant?.name),
      ...given("limit", limit),
      ...given("extraWorkingDays", mountainExtra(content.field, deciding.mountain)),
      processId: process.id,
    },
  });
}

/** Land procedures take ten working days more in mountain communes (Gia Lai's procedures 1.1153xx; Luật Đất đai). */
function mountainExtra(field: string, mountain: boolean): number | undefined {
  return mountain && field === "Đất đai" ? 10 : undefined;
}
