import { setImmediate as breathe } from "node:timers/promises";
import type { HandCases, HandOverOrder, HandOverWalk } from "../../organisation/index.ts";
import type { LoadedCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import { evolve } from "../domain/evolve.ts";
import type { Handed } from "../domain/handed.ts";
import { findCases } from "../recompute-deadlines/recompute-store.ts";
import { type AfterReorganisation, handOverDecision } from "./hand-over-rule.ts";
import { candidateIds, countCandidates, type HandedCase, saveHanded } from "./handed-store.ts";

/** Which units of a case were taken over by whom. */
export type HandedUnits = {
  readonly caseId: string;
  readonly units: readonly { readonly from: number; readonly to: number }[];
};

export type HandDeps = Pick<CasesDeps, "database" | "clock" | "directory" | "calendarOf"> & {
  /** Neighbours whose own rows about these cases follow. Told before the cases are saved, perhaps twice: idempotent. */
  readonly followers: readonly ((cases: readonly HandedUnits[]) => Promise<void>)[];
};

const CASES_A_BATCH = 500;
/** Whoever was changed meanwhile is tried again; the next walk takes those who are always changed. */
const TRIES = 5;

/**
 * Lets every open case follow a re-organisation, each by one action of its own. May be stopped at any moment and run
 * again: who followed already stays as they are. Constant memory; two statements for each 500 cases.
 */
export function caseHander(deps: HandDeps): HandCases {
  return async (order, onProgress) => {
    const { pool } = deps.database;
    const total = await countCandidates(pool, order.endedIds, order.reorganisation);
    let walk: HandOverWalk = { done: 0, total, handed: 0 };
    await onProgress(walk);
    for await (const page of candidateIds(pool, order.endedIds, order.reorganisation)) {
      for (let begin = 0; begin < page.length; begin += CASES_A_BATCH) {
        const ids = page.slice(begin, begin + CASES_A_BATCH);
        const handed = await handBatch(deps, order, ids);
        const done = walk.done + ids.length;
        walk = { done, total: Math.max(total, done), handed: walk.handed + handed };
        await onProgress(walk);
        await breathe();
      }
    }
    return walk;
  };
}

async function handBatch(deps: HandDeps, order: HandOverOrder, ids: readonly string[]): Promise<number> {
  const { pool } = deps.database;
  const after = afterOf(deps);
  let handed = 0;
  let left = ids;
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    const cases = (await findCases(pool, left)).flatMap((loaded) => toCase(deps, loaded, order, after));
    if (cases.length === 0) break;
    const told = cases.map(({ action, before }) => ({ caseId: before.state.id, units: action.data.units }));
    for (const follow of deps.followers) await follow(told);
    const saved = await saveHanded(pool, order.reorganisation, cases);
    handed += saved.size;
    left = cases.map(({ after: { id } }) => id).filter((id) => !saved.has(id));
  }
  return handed;
}

function toCase(
  { clock }: HandDeps,
  before: LoadedCase,
  order: HandOverOrder,
  after: AfterReorganisation,
): HandedCase[] {
  const decision = handOverDecision(before.state, order, after);
  if (decision === undefined) return [];
  const { id, version } = before.state;
  const action: CaseAction = {
    caseId: id,
    seq: version + 1,
    at: clock(),
    by: { kind: "system" },
    ...decision,
  };
  const handed = action as CaseAction & { readonly data: Handed };
  return [{ before, action: handed, after: evolve(before.state, action) }];
}

/** The organisation and the calendars as they are now, as the rule asks them. */
export function afterOf({
  directory,
  calendarOf,
}: Pick<HandDeps, "directory" | "calendarOf">): AfterReorganisation {
  return {
    holds: (officerId, unitId, post) =>
      directory.postsOf(officerId).some((held) => held.unitId === unitId && held.kind === post),
    calendarVersion: (unitId) => calendarOf(unitId).version,
  };
}
