import type { ProcessStep } from "../domain/process.ts";
import type { Walk } from "../domain/walk.ts";

export const TRIAL_OUTCOMES = ["go-on", "send-back", "ask-supplement", "financial-duty", "silent"] as const;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];

/** The kinds of work at which an outcome may come, as the verbs of a case have it. */
const WORKS: Readonly<Record<Exclude<TrialOutcome, "go-on">, readonly string[]>> = {
  "send-back": ["process", "review", "approve", "issue"],
  "ask-supplement": ["process", "review"],
  "financial-duty": ["process"],
  silent: ["opinion"],
};

/** What may happen at a step besides going on: what its work allows, and where it lists outcomes no other. */
export function possibleOutcomes({ work, outcomes, budgetMinutes }: ProcessStep): readonly TrialOutcome[] {
  return TRIAL_OUTCOMES.filter((outcome) => {
    if (outcome === "go-on") return true;
    if (!WORKS[outcome].includes(work)) return false;
    // Who has no term never lets it pass.
    if (outcome === "silent") return budgetMinutes > 0;
    return outcomes === undefined || outcomes.includes(outcome);
  });
}

/** Whether the clock of the case stands still while this step is open. */
export function standsStill({ uncounted, work }: ProcessStep): boolean {
  return uncounted !== undefined || work === "await-payment";
}

/** These steps and all that may come after them: what is to be done anew when they open. */
export function withAllAfter(walk: Walk, ids: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const left = [...ids];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (all.has(id)) continue;
    all.add(id);
    left.push(...walk.mayFollow(id).map((step) => step.id));
  }
  return all;
}

/**
 * To which step work is sent back: what was done last among the work that leads here, over opinions and waits; never the
 * receipt, and never a step before a fork of which another branch is open.
 * @param done ids of what is done, oldest first.
 * @param others ids of the other open steps.
 */
export function workBefore(
  walk: Walk,
  id: string,
  done: readonly string[],
  others: readonly string[],
): ProcessStep | undefined {
  const leading = new Set<string>();
  const seen = new Set<string>();
  const left = [id];
  for (let at = left.pop(); at !== undefined; at = left.pop())
    for (const before of done) {
      const step = walk.find(before);
      if (step === undefined || seen.has(before)) continue;
      if (!walk.mayFollow(before).some((next) => next.id === at)) continue;
      seen.add(before);
      if (isWork(step)) leading.add(before);
      else left.push(before);
    }
  const last = done.findLast((before) => leading.has(before));
  const found = last === undefined ? undefined : walk.find(last);
  if (found === undefined || found.work === "receive") return undefined;
  const anew = withAllAfter(walk, [found.id]);
  return others.some((other) => anew.has(other)) ? undefined : found;
}

function isWork({ work }: ProcessStep): boolean {
  return work !== "opinion" && work !== "await-payment" && work !== "await-outside";
}
