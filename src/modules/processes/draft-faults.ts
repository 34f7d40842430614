import type { TimeLimit } from "../../kernel/time-limit.ts";
import type { DraftStep } from "./domain/process.ts";
import { type ProcessFault, processFaults } from "./domain/process-faults.ts";
import type { DraftContent } from "./draft-store.ts";
import { faultSentence } from "./fault-sentences.ts";

/** One thing that keeps a draft from being published; `step` is the id of the row it is about. */
export type DraftFault = { readonly step?: string; readonly vi: string; readonly en: string };

/** Everything that keeps a draft from being published, in sentences. */
export function draftFaults({ steps, terms }: DraftContent, limit?: TimeLimit): readonly DraftFault[] {
  const checked = { steps, ...(terms === undefined ? {} : { terms }) };
  return sentencesOf(processFaults(checked, limit), steps);
}

/** Faults in sentences, with the names of these steps. */
export function sentencesOf(
  faults: readonly ProcessFault[],
  steps: readonly DraftStep[],
): readonly DraftFault[] {
  return faults.map((fault) => ({
    ...("step" in fault ? { step: fault.step } : {}),
    vi: faultSentence(fault, steps, "vi"),
    en: faultSentence(fault, steps, "en"),
  }));
}
