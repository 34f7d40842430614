import { isUuid } from "../../../kernel/ids.ts";
import type { Actor } from "../../../platform/permission.ts";
import { runCaseVerb } from "../case-command.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { mayRead } from "../readable.ts";
import type { BatchVerb } from "./batch-verbs.ts";

/** A row that was ticked: the case, the version that stood in the list, and which of its steps. */
export type Chosen = { readonly caseId: string; readonly version: number; readonly step: number };

/** What became of a ticked case; code and applicant only for those who may read it. */
export type BatchLine = {
  readonly caseId: string;
  readonly code?: string;
  readonly applicant?: string;
  readonly refusal?: CaseRefusal;
};

/** Reads the value of a ticked box, "CASE.VERSION.STEP"; the same step ticked twice is one. */
export function chosenCases(values: readonly string[]): Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const value of values) {
    const [caseId = "", version = "", step = ""] = value.split(".");
    if (isUuid(caseId) && [version, step].every((number) => /^\d{1,9}$/.test(number)))
      chosen.set(`${caseId}.${step}`, { caseId, version: Number(version), step: Number(step) });
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
  // Of a case of which two steps were ticked, the second finds what the first has just made of it.
  const made = new Map<string, CaseState>();
  for (const { caseId, version, step } of chosen) {
    const target = { caseId, version: made.get(`${caseId}.${version}`)?.version ?? version, step };
    const done = await runCaseVerb(deps, actor, batch.verb, target, batch.input(actor.id));
    if (done.ok) made.set(`${caseId}.${version}`, done.value);
    const state = done.ok ? done.value : (await findCase(deps.database.pool, caseId))?.state;
    const named =
      state !== undefined && mayRead(actor, state)
        ? { code: state.code, applicant: state.applicant.name }
        : {};
    lines.push({ caseId, ...named, ...(done.ok ? {} : { refusal: done.refusal }) });
  }
  return lines;
}
