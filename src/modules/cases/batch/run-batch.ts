import { isUuid } from "../../../kernel/ids.ts";
import type { Actor } from "../../../platform/permission.ts";
import { runCaseVerb } from "../case-command.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { mayRead } from "../readable.ts";
import type { BatchVerb } from "./batch-verbs.ts";

/** A row that was ticked: the case and the version that stood in the list. */
export type Chosen = { readonly caseId: string; readonly version: number };

/** What became of a ticked case; code and applicant only for those who may read it. */
export type BatchLine = {
  readonly caseId: string;
  readonly code?: string;
  readonly applicant?: string;
  readonly refusal?: CaseRefusal;
};

/** Reads the value of a ticked box, "CASE.VERSION.STEP"; the same case ticked twice is one. */
export function chosenCases(values: readonly string[]): Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const value of values) {
    const [caseId = "", version = ""] = value.split(".");
    if (isUuid(caseId) && /^\d{1,9}$/.test(version)) chosen.set(caseId, { caseId, version: Number(version) });
  }
  return [...chosen.values()];
}

/**
 * Does one thing with many cases, each in its own transaction: one that cannot be done does not hold up the others.
 * One after the other, since neighbours in a queue take numbers from the same series.
 */
export async function runBatch(
  deps: CasesDeps,
  actor: Actor & { readonly kind: "officer" },
  batch: BatchVerb,
  chosen: readonly Chosen[],
): Promise<BatchLine[]> {
  const lines: BatchLine[] = [];
  for (const target of chosen) {
    const done = await runCaseVerb(deps, actor, batch.verb, target, batch.input(actor.id));
    const state = done.ok ? done.value : (await findCase(deps.database.pool, target.caseId))?.state;
    const named =
      state !== undefined && mayRead(actor, state)
        ? { code: state.code, applicant: state.applicant.name }
        : {};
    lines.push({ caseId: target.caseId, ...named, ...(done.ok ? {} : { refusal: done.refusal }) });
  }
  return lines;
}
