import { rulesOn } from "../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../kernel/time.ts";
import { type Actor, POST_KINDS } from "../../platform/permission.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { CaseState } from "./domain/case-state.ts";
import type { ProcessStepFacts, RuleContext, Who } from "./domain/rule-context.ts";

/** The actor as the rules see them. Another system acts for its unit at the desk. */
export function whoOf(actor: Actor): Who {
  switch (actor.kind) {
    case "officer":
      return { kind: "officer", id: actor.id, posts: actor.posts };
    case "system":
      return { kind: "system", id: actor.id, posts: [{ unitId: actor.unitId, kind: POST_KINDS[0] }] };
    case "public":
    case "operator":
      return { kind: "public", posts: [] };
  }
}

/** Everything a rule may know about the moment, the law and the process of a case. */
export async function contextFor(
  deps: CasesDeps,
  actor: Actor,
  state: Pick<CaseState, "matter" | "decidingUnitId">,
  now: Instant,
): Promise<RuleContext> {
  const process = await deps.process(state.matter.processId);
  return contextWith(deps, actor, state.decidingUnitId, process.steps, now);
}

/** The same for a case that does not exist yet. */
export function contextWith(
  deps: CasesDeps,
  actor: Actor,
  decidingUnitId: number,
  process: readonly ProcessStepFacts[],
  now: Instant,
): RuleContext {
  const committee = deps.directory.committeeAbove(decidingUnitId);
  return {
    now,
    who: whoOf(actor),
    calendar: deps.calendarOf(decidingUnitId),
    rules: rulesOn(localDateOf(now)),
    process,
    committeeId: committee.id,
    resultSuffix: deps.directory.unit(decidingUnitId).code,
    paperNumber: 0,
  };
}
