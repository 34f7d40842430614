import type { CaseState } from "../domain/case-state.ts";
import { missedBefore } from "../domain/verdict-by-dates.ts";
import { verdictOf } from "../projection.ts";
import type { StoryContext } from "./story-context.ts";
import { daysApart } from "./time-left.ts";

export type VerdictSentence = { readonly met: boolean; readonly text: string };

/** Early, on time or late, honestly: measured against the appointment that was owed, never against a new date. */
export function verdictSentence(state: CaseState, context: StoryContext): VerdictSentence | undefined {
  const verdict = verdictOf(state);
  const { dueAt } = state.clock;
  if (verdict === undefined || dueAt === undefined || state.finishedAt === undefined) return undefined;
  const words = context.texts.verdict;
  if (verdict === "on-time") return { met: true, text: words["on-time"] };
  const days = daysApart(dueAt, state.finishedAt, context);
  if (verdict === "early") return { met: true, text: words.early(days) };
  if (state.finishedAt > dueAt) return { met: false, text: words.late(days) };
  return { met: false, text: missedBefore(state.clock) ? words.missedBefore : words.lateBySupplements };
}
