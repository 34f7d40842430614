import { listJobRuns } from "../../../platform/job-run.ts";
import {
  type CalendarEffects,
  type EffectPreview,
  type MovedDue,
  type Proposal,
  RECOMPUTE_JOB,
  type RecomputeState,
} from "../../organisation/index.ts";
import { type CalendarsOfUnit, causeOf, decideBatch, effectOf, type RecomputeDeps } from "./decide-batch.ts";
import { firstMoment } from "./recompute-deadlines.ts";
import { latestRun } from "./recompute-run-store.ts";
import { candidateIds, findCases } from "./recompute-store.ts";

const SHOWN = 50;
/** Small enough for other requests to get their turn in between. */
const CASES_A_BATCH = 250;

/** What the pages of the calendar ask about the cases. */
export function calendarEffects(deps: RecomputeDeps): CalendarEffects {
  return {
    preview: (proposal) => previewEffects(deps, proposal),
    latestRun: () => stateOfRun(deps),
  };
}

/** Counts the open cases by a calendar that is not declared; changes nothing. */
async function previewEffects(deps: RecomputeDeps, proposal: Proposal): Promise<EffectPreview> {
  const { pool } = deps.database;
  const now = deps.clock();
  const counts = { looked: 0, moved: 0, becameLate: 0, noLongerLate: 0 };
  const first: MovedDue[] = [];
  const from = firstMoment(proposal.changes.map((change) => change.date));
  if (from === undefined) return { ...counts, first };
  const calendarsOf = proposed(deps, proposal);
  for await (const page of candidateIds(pool, from)) {
    for (let begin = 0; begin < page.length; begin += CASES_A_BATCH) {
      const cases = await findCases(pool, page.slice(begin, begin + CASES_A_BATCH));
      for (const { loaded, answer } of await decideBatch(deps, pool, cases, calendarsOf)) {
        counts.looked++;
        if (typeof answer === "string") continue;
        const { code, decidingUnitId, clock } = loaded.state;
        const { oldDueAt, newDueAt } = answer;
        const effect = effectOf(oldDueAt, newDueAt, now, clock.pausedAt !== undefined);
        counts.moved++;
        if (effect === "became-late") counts.becameLate++;
        if (effect === "no-longer-late") counts.noLongerLate++;
        if (first.length < SHOWN) first.push({ code, unitId: decidingUnitId, oldDueAt, newDueAt, effect });
      }
    }
  }
  return { ...counts, first };
}

/** The calendars as they would be; units beyond the proposal are not looked at. */
function proposed({ calendars }: RecomputeDeps, proposal: Proposal): CalendarsOfUnit {
  const cause = causeOf(proposal);
  return (unitId) => {
    const current = proposal.calendarOf(unitId);
    return (
      current && {
        current,
        counted: (version) => calendars.find(version)?.calendar,
        since: () => [{ calendar: current, cause }],
      }
    );
  };
}

async function stateOfRun({ database }: RecomputeDeps): Promise<RecomputeState | undefined> {
  const [run, jobs] = await Promise.all([latestRun(database.pool), listJobRuns(database)]);
  if (run === undefined) return undefined;
  const job = jobs.find((one) => one.name === RECOMPUTE_JOB);
  const { done, total, moved, unexplained, begunAt, endedAt } = run;
  const state = endedAt !== null ? "done" : job?.state === "failed" ? "failed" : "running";
  return { state, done, total, moved, unexplained, begunAt, endedAt: endedAt ?? undefined };
}
