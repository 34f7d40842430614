import { type Verdict, verdict } from "../../../kernel/verdict.ts";
import type { CaseClock, CaseState } from "./case-state.ts";

/**
 * The verdict on a finished case by its dates alone; undefined: not finished, or no appointment. Late stays late: what
 * was counted anew after a missed appointment does not mend it.
 */
export function verdictByDates({
  clock,
  finishedAt,
}: Pick<CaseState, "clock" | "finishedAt">): Verdict | undefined {
  if (finishedAt === undefined || clock.dueAt === undefined) return undefined;
  return missedBefore(clock) ? "late" : verdict(clock.dueAt, finishedAt);
}

/** Whether an appointment before the present one was missed: of two the first, or one before papers were asked for. */
export function missedBefore({ missed, noticed }: CaseClock): boolean {
  return missed !== undefined || noticed?.verdict === "late";
}
