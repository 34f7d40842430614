import { writeAudit } from "../../platform/audit.ts";
import type { Actor } from "../../platform/permission.ts";
import { OPERATOR } from "../../platform/permission.ts";
import { findCase, saveCase } from "./case-store.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { ActionData, CaseAction } from "./domain/case-action.ts";
import type { OpenStep } from "./domain/case-state.ts";
import { evolve } from "./domain/evolve.ts";

/** A step that is to change hands without anybody opening its case. */
export type StepMove = {
  readonly caseId: string;
  readonly seq: number;
  /** In the audit, such as "case.share-work". */
  readonly command: string;
  /** Who orders it; undefined: the program by itself. */
  readonly officerId?: number;
  /** In whose stead they order it. */
  readonly inPlaceOf?: number;
  readonly data: Extract<ActionData, { readonly type: "assigned" | "released" }>;
  /** Whether the step is still as it was when the move was planned. */
  fits(step: OpenStep): boolean;
};

/** Tries on a case that others change at the same moment. */
const TRIES = 3;

/** Appends the move to the case's history; false where the step is done or lies elsewhere by now. Safe to repeat. */
export async function moveStep(deps: CasesDeps, move: StepMove): Promise<boolean> {
  const { pool } = deps.database;
  for (let tries = 0; tries < TRIES; tries++) {
    const loaded = await findCase(pool, move.caseId);
    const step = loaded?.state.open.find(({ seq }) => seq === move.seq);
    if (loaded === undefined || step === undefined || !move.fits(step)) return false;
    const action = actionOf(deps, move, loaded.state, step);
    const actor: Actor =
      move.officerId === undefined ? OPERATOR : { kind: "officer", id: move.officerId, name: "", posts: [] };
    const audit = { at: action.at, actor, command: move.command, outcome: "done" };
    if (await saveCase(pool, loaded, [action], evolve(loaded.state, action), audit)) return true;
  }
  const entry = { at: deps.clock(), actor: OPERATOR, command: move.command, subject: move.caseId };
  await writeAudit(pool, { ...entry, outcome: "changed-meanwhile" });
  return false;
}

function actionOf(
  deps: CasesDeps,
  { officerId, inPlaceOf, data }: StepMove,
  state: { readonly id: string; readonly version: number; readonly status: CaseAction["status"] },
  { unitId }: OpenStep,
): CaseAction {
  return {
    caseId: state.id,
    seq: state.version + 1,
    at: deps.clock(),
    by:
      officerId === undefined
        ? { kind: "system", unitId }
        : { kind: "officer", id: officerId, unitId, ...(inPlaceOf === undefined ? {} : { inPlaceOf }) },
    status: state.status,
    data,
  };
}
