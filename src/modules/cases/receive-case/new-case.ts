import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { Actor } from "../../../platform/permission.ts";
import { limitFor, limitsOf } from "../../catalogue/index.ts";
import { contextWith } from "../case-context.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { unitOf } from "../domain/step-place.ts";
import { hasPost } from "../domain/steps.ts";
import { given } from "../verb.ts";
import type { ReceiveCase } from "./receive-input.ts";

/** The field of the catalogue to which land procedures belong. */
export const LAND = "Đất đai";

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
  input: Pick<
    ReceiveCase,
    "procedureCode" | "variantCode" | "receivingUnitId" | "decidingUnitId" | "placeUnitId"
  > &
    Pick<CaseState, "channel">,
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

  const place = input.placeUnitId === undefined ? undefined : directory.findUnit(input.placeUnitId);
  if (input.placeUnitId !== undefined && !isCommune(place)) return refuse("place-missing");
  const { terms } = process.definition;
  const limits = limitsOf(content, variant?.code);
  const matter: Matter = {
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    procedureCode: content.code,
    procedureName: content.name,
    field: content.field,
    ...given("variantCode", variant?.code),
    ...given("variantName", variant?.name),
    ...given("limit", limitFor(limits, input.channel)),
    ...given("limitChannel", limits.limitByChannel?.[input.channel] && input.channel),
    ...given(
      "extraWorkingDays",
      (place ?? deciding).mountain ? content.mountainDays || undefined : undefined,
    ),
    processId: process.id,
    ...given("placeUnitId", place?.id),
    ...given("appointments", terms?.appointments),
  };
  const context = contextWith(deps, actor, { decidingUnitId: deciding.id, matter }, process.definition, now);
  if (!hasPost(context.who, input.receivingUnitId, "desk-officer")) return refuse("not-your-unit");
  // A step that nobody could get would hold the case up in its middle: said at the counter.
  for (const { unit } of context.process) {
    const found = unitOf(unit, { ...input, matter }, context);
    if (!found.ok) return found;
  }
  return ok({ context, returnAtOnce: content.returnAtOnce, matter });
}

/** Whether a matter can lie there: a commune, not its one-stop centre. */
function isCommune(unit: { readonly level: string; readonly kind: string } | undefined): boolean {
  return unit?.level === "commune" && unit.kind === "commune";
}
