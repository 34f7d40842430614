import { ok, type Refused, type Result, refuse } from "../../../kernel/result.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { contextFor } from "../case-context.ts";
import { findCase, listActions } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { mayOpen } from "../readable.ts";
import { logReading, type ReadingPurpose } from "../reading-store.ts";
import { type CaseVerb, movable } from "../verb.ts";
import { VERBS, type VerbName } from "../verbs.ts";

/** What can be done with a case now, or the word of why not. */
export type Possibility = {
  readonly verb: VerbName;
  readonly refusal?: CaseRefusal;
  /** What the word's sentence names, such as a day. */
  readonly detail?: string;
  /** The open steps at which it can be done, where more than one is open. */
  readonly steps: readonly OpenStep[];
};

/** A case as its screen shows it. */
export type CaseDetail = {
  readonly state: CaseState;
  readonly actions: readonly CaseAction[];
  readonly possible: readonly Possibility[];
  readonly context: RuleContext;
};

/** Loads a case for somebody who may read it, and logs the reading. */
export async function caseDetail(
  deps: CasesDeps,
  actor: Actor,
  caseId: string,
  purpose: ReadingPurpose = "case-screen",
): Promise<Result<CaseDetail, CaseRefusal>> {
  const { pool } = deps.database;
  const now = deps.clock();
  const [loaded, actions] = await Promise.all([findCase(pool, caseId), listActions(pool, caseId)]);
  if (loaded === undefined) return refuse("case-not-found");
  if (!(await mayOpen(deps, actor, loaded.state))) return refuse("not-your-unit");
  await logReading(pool, actor, caseId, purpose, now);
  const context = await contextFor(deps, actor, loaded.state, now);
  return ok({ state: loaded.state, actions, possible: possibilities(actor, loaded.state, context), context });
}

/** Every verb the actor's post knows, with the reason where it cannot be done now. */
export function possibilities(actor: Actor, state: CaseState, context: RuleContext): Possibility[] {
  const possible: Possibility[] = [];
  for (const verb of VERBS) {
    if (!holds(actor, verb.permission)) continue;
    const steps = movable(verb as CaseVerb, state, context);
    const denied = steps.length > 0 ? undefined : verb.may(state, context);
    const name = verb.name as VerbName;
    possible.push({ verb: name, steps, ...(denied === undefined ? {} : reasonOf(denied)) });
  }
  return possible;
}

function reasonOf({ refusal, detail }: Refused<CaseRefusal>): Pick<Possibility, "refusal" | "detail"> {
  return detail === undefined ? { refusal } : { refusal, detail };
}
