import { addDays, type Instant, instantOf, type LocalDate } from "../../../kernel/time.ts";
import { casesWithLateSteps, type TimedCase } from "../../cases/index.ts";
import { attributeDelay, type StepShare } from "../domain/delay.ts";
import type { SteeringDeps } from "../steering-deps.ts";

/** What one post of one unit took beyond its budgets at one kind of work. */
export type DelayLine = {
  readonly unitId: number;
  readonly work: string;
  readonly post: string;
  readonly lateSteps: number;
  /** Working minutes beyond the budgets. */
  readonly overrun: number;
};

/** A late case with the step that cost it most. */
export type DelayedCase = Pick<TimedCase, "caseId" | "caseCode" | "procedureName"> & {
  readonly overrun: number;
  readonly worst: StepShare;
};

export type DelayFigures = {
  readonly lines: readonly DelayLine[];
  readonly cases: number;
  readonly lateSteps: number;
  readonly overrun: number;
  /** The cases with the longest overruns. */
  readonly top: readonly DelayedCase[];
};

const TOP = 20;

/**
 * Whose the delay was between two days, both included: by the day on which a late step was done, open ones now.
 * @param unitId only this unit's part.
 */
export async function delayFigures(
  deps: Pick<SteeringDeps, "database" | "clock" | "calendarOf">,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  unitId?: number,
): Promise<DelayFigures> {
  const now = deps.clock();
  const lines = new Map<string, DelayLine>();
  let top: DelayedCase[] = [];
  let cases = 0;
  for await (const portion of casesWithLateSteps(deps.database.pool, period.from, period.to, now)) {
    for (const one of portion) {
      const late = attributeDelay(one.steps, deps.calendarOf(one.decidingUnitId), now).filter(
        (share) =>
          share.overrun > 0 &&
          isWithin(share, period, now) &&
          (unitId === undefined || share.unitId === unitId),
      );
      const worst = late.toSorted((a, b) => b.overrun - a.overrun)[0];
      if (worst === undefined) continue;
      cases++;
      for (const share of late) add(lines, share);
      const { caseId, caseCode, procedureName } = one;
      top.push({ caseId, caseCode, procedureName, overrun: sumOf(late), worst });
    }
    top = top.toSorted((a, b) => b.overrun - a.overrun).slice(0, TOP);
  }
  const sorted = [...lines.values()].sort((a, b) => b.overrun - a.overrun || a.unitId - b.unitId);
  return {
    lines: sorted,
    cases,
    lateSteps: sorted.reduce((sum, line) => sum + line.lateSteps, 0),
    overrun: sumOf(sorted),
    top,
  };
}

function isWithin(share: StepShare, period: { from: LocalDate; to: LocalDate }, now: Instant): boolean {
  const at = share.closedAt ?? now;
  return at >= instantOf(period.from, 0) && at < instantOf(addDays(period.to, 1), 0);
}

function add(lines: Map<string, DelayLine>, { unitId, work, post, overrun }: StepShare): void {
  const key = `${unitId}.${work}.${post}`;
  const before = lines.get(key) ?? { unitId, work, post, lateSteps: 0, overrun: 0 };
  lines.set(key, { ...before, lateSteps: before.lateSteps + 1, overrun: before.overrun + overrun });
}

function sumOf(of: readonly { readonly overrun: number }[]): number {
  return of.reduce((sum, one) => sum + one.overrun, 0);
}
