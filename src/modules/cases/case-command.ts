import type { PoolClient } from "pg";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import { writeAudit } from "../../platform/audit.ts";
import { type Actor, holds, type Permission } from "../../platform/permission.ts";
import { absentBehind } from "./absent-behind.ts";
import { contextFor } from "./case-context.ts";
import { type Db, findCase, type LoadedCase, saveCase } from "./case-store.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { CaseAction } from "./domain/case-action.ts";
import type { CaseState } from "./domain/case-state.ts";
import { evolve } from "./domain/evolve.ts";
import type { CaseRefusal } from "./domain/refusal.ts";
import type { Decision, RuleContext } from "./domain/rule-context.ts";
import { nextPaperNumber } from "./serial-store.ts";
import { type CaseVerb, given } from "./verb.ts";

/**
 * Which case, and which version of it the person saw; a given version makes a later change a conflict. With `step` which
 * of its open steps, where a verb could mean several.
 */
export type CaseTarget = { readonly caseId: string; readonly version?: number; readonly step?: number };

/**
 * Runs a verb on a case: permission, load, rule, save. The save is one statement that succeeds only on the version that
 * was loaded, so two officers at once cannot overwrite each other; where a numbered paper is printed, number and
 * action share a transaction. A refusal leaves nothing but its audit entry.
 */
export async function runCaseVerb<Input>(
  deps: CasesDeps,
  actor: Actor,
  verb: CaseVerb<Input>,
  target: CaseTarget,
  input: Input,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = holds(actor, verb.permission)
    ? await attempt(deps, actor, verb, target, input, now)
    : refuse<CaseRefusal>("not-permitted");
  if (!answer.ok) {
    const entry = {
      at: now,
      actor,
      command: `case.${verb.name}`,
      subject: target.caseId,
      outcome: answer.refusal,
    };
    await writeAudit(deps.database.pool, entry);
  }
  return answer;
}

async function attempt<Input>(
  deps: CasesDeps,
  actor: Actor,
  verb: CaseVerb<Input>,
  target: CaseTarget,
  input: Input,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  const { pool } = deps.database;
  const loaded = await findCase(pool, target.caseId);
  if (loaded === undefined) return refuse("case-not-found");
  const { state } = loaded;
  if (target.version !== undefined && target.version !== state.version) return refuse("changed-meanwhile");
  const context = { ...(await contextFor(deps, actor, state, now)), ...given("step", target.step) };
  // Asked before a number is taken: most refusals need no serial.
  const denied = verb.may(state, context);
  if (denied) return denied;
  const prepared = verb.prepare?.(deps, state, input, context) ?? ok(input);
  if (!prepared.ok) return prepared;
  const decide = async (db: Db, known: RuleContext) => {
    const decided = verb.decide(state, prepared.value, known);
    return decided.ok
      ? append(db, actor, `case.${verb.name}`, loaded, known, [decided.value], verb.permission)
      : decided;
  };
  const { paper } = verb;
  if (paper === undefined) return decide(pool, context);
  const unitId =
    verb.paperUnit?.(state, context) ?? (paper === "result" ? state.decidingUnitId : state.receivingUnitId);
  return inTransaction(deps, async (client) =>
    decide(client, { ...context, paperNumber: await nextPaperNumber(client, unitId, now, paper) }),
  );
}

/** Appends decisions to a case and saves; "changed-meanwhile" where somebody else was faster. */
export async function append(
  db: Db,
  actor: Actor,
  command: string,
  loaded: LoadedCase,
  context: RuleContext,
  decisions: readonly Decision[],
  permission?: Permission,
): Promise<Result<CaseState, CaseRefusal>> {
  let state = loaded.state;
  const actions: CaseAction[] = [];
  for (const decision of decisions) {
    const unitId = actingUnit(state, decision, context);
    const inPlaceOf = absentBehind(context.who, unitId, state.open, decision, permission);
    const action = toAction(state.id, state.version + 1, decision, context, unitId, inPlaceOf);
    actions.push(action);
    state = evolve(state, action);
  }
  const audit = { at: context.now, actor, command, outcome: "done" };
  return (await saveCase(db, loaded, actions, state, audit)) ? ok(state) : refuse("changed-meanwhile");
}

/** Makes the action of a decision. */
export function toAction(
  caseId: string,
  seq: number,
  decision: Decision,
  context: RuleContext,
  unitId: number | undefined,
  inPlaceOf?: number,
): CaseAction {
  const { who } = context;
  return {
    caseId,
    seq,
    at: context.now,
    by: {
      kind: who.kind,
      ...(who.id === undefined ? {} : { id: who.id }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    },
    ...decision,
  };
}

/** The unit in whose name the actor acts: the one that says sorry, that of the work they close, else one of theirs the case passes through. */
function actingUnit(state: CaseState, decision: Decision, context: RuleContext): number | undefined {
  const { data } = decision;
  if (data.type === "apologised" && data.unitId !== undefined) return data.unitId;
  const closes = state.open.find((step) => decision.closed?.some((closed) => closed.seq === step.seq));
  const units = context.who.posts.map((post) => post.unitId);
  if (closes !== undefined && units.includes(closes.unitId)) return closes.unitId;
  const concerned = [state.receivingUnitId, state.decidingUnitId, ...state.open.map((step) => step.unitId)];
  return concerned.find((unit) => units.includes(unit)) ?? units[0];
}

/**
 * Runs work in a transaction; a refusal rolls back, so that no number is lost. The work asks its client alone: one
 * that waited for a second connection would hold up the very commands that must give it back.
 */
export async function inTransaction<T>(
  deps: CasesDeps,
  work: (client: PoolClient) => Promise<Result<T, CaseRefusal>>,
): Promise<Result<T, CaseRefusal>> {
  const client = await deps.database.aside.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query(result.ok ? "commit" : "rollback");
    return result;
  } catch (bug) {
    await client.query("rollback");
    throw bug;
  } finally {
    client.release();
  }
}
