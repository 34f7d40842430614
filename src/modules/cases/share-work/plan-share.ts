import { createHash } from "node:crypto";
import type { Instant } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { type Share, shareByLoad } from "../domain/share-by-load.ts";
import { openStepsOf } from "../workload/workload.query.ts";
import { type Load, loadsOf, NO_LOAD, weightOf } from "../workload/workload.ts";

/** Waiting for the applicant or for others is nobody's work, and a result at the desk is handed over by whoever is there. */
const SHARED_WORKS = ["receive", "process", "review", "approve", "issue", "opinion", "ask-supplement"];
/** As many as one confirm gives out; the most urgent. The rest comes with the next. */
const MOST = 300;

/** Who would get what. */
export type SharePlan = {
  readonly shares: readonly Share[];
  /** Steps that nobody holds, also those beyond one confirm. */
  readonly free: number;
  readonly officers: readonly {
    readonly officerId: number;
    readonly before: Load;
    readonly given: number;
    readonly minutesAfter: number;
  }[];
  /** Holders who are away and get nothing. */
  readonly absent: readonly number[];
  /** When it was weighed. */
  readonly at: Instant;
  /** The same for the same plan. */
  readonly mark: string;
};

/**
 * Plans how the free steps of a unit and post are shared among the holders who are present; changes nothing.
 * @param now at which the work is weighed: the moment of the preview, so that what is confirmed is what was seen.
 */
export async function planShare(
  deps: CasesDeps,
  unitId: number,
  post: PostKind,
  now: Instant = deps.clock(),
): Promise<SharePlan> {
  const calendar = deps.calendarOf(unitId);
  const steps = await openStepsOf(deps.database.pool, unitId, post);
  const free = steps.filter(
    (step) => step.officerId === null && !step.paused && SHARED_WORKS.includes(step.work),
  );
  const loads = loadsOf(steps, calendar, now);
  const holders = [...new Set(deps.directory.officersIn(unitId, post).map((one) => one.officerId))];
  const present = holders.filter((officerId) => !deps.directory.isAbsent(officerId));
  const shares = shareByLoad(
    free
      .slice(0, MOST)
      .map((step) => ({ caseId: step.caseId, seq: step.seq, minutes: weightOf(step, calendar, now) })),
    present.map((officerId) => ({ officerId, minutes: loads.get(officerId)?.minutes ?? 0 })),
  );
  const given = Map.groupBy(shares, (share) => share.officerId);
  return {
    shares,
    free: free.length,
    officers: present.map((officerId) => {
      const before = loads.get(officerId) ?? NO_LOAD;
      const own = given.get(officerId) ?? [];
      const added = own.reduce((sum, share) => sum + share.minutes, 0);
      return { officerId, before, given: own.length, minutesAfter: before.minutes + added };
    }),
    absent: holders.filter((officerId) => !present.includes(officerId)),
    at: now,
    mark: markOf(shares),
  };
}

function markOf(shares: readonly Share[]): string {
  const pairs = shares.map(({ caseId, seq, officerId }) => `${caseId}.${seq}.${officerId}`).sort();
  return createHash("sha256").update(pairs.join(" ")).digest("hex").slice(0, 32);
}
