import {
  type EffectPreview,
  type MovedDue,
  type Proposal,
  proposedCalendars,
} from "../../organisation/index.ts";
import { given } from "../verb.ts";
import {
  type CalendarHistory,
  type CalendarsOfUnit,
  causeOf,
  decideBatch,
  declaredFor,
  effectOf,
  type RecomputeDeps,
} from "./decide-batch.ts";
import { firstMoment } from "./recompute-deadlines.ts";
import { candidateIds, countCandidates, findCases } from "./recompute-store.ts";

const SHOWN = 50;

/** How a walk goes: how many cases it takes at once, and what happens after them. */
export type Stride = {
  readonly batch: number;
  /** @param since when these were begun, by `performance.now()`. @param done cases so far. */
  taken(since: number, done: number): Promise<void>;
};

/** Without a rest, in batches small enough for other requests to get their turn in between. */
const AT_ONCE: Stride = { batch: 250, taken: async () => {} };

/** Counts the open cases by calendars that are not declared; changes nothing. Constant memory. */
export async function countEffects(
  deps: RecomputeDeps,
  proposal: Proposal,
  stride: Stride = AT_ONCE,
): Promise<EffectPreview> {
  const { pool } = deps.database;
  const now = deps.clock();
  const counts = { looked: 0, moved: 0, becameLate: 0, noLongerLate: 0 };
  const first: MovedDue[] = [];
  const from = beginOf(proposal);
  if (from === undefined) return { ...counts, first };
  const calendarsOf = calendarsBy(proposal, deps.calendars);
  let done = 0;
  for await (const page of candidateIds(pool, from)) {
    for (let begin = 0; begin < page.length; ) {
      const since = performance.now();
      const ids = page.slice(begin, begin + stride.batch);
      for (const { loaded, answer } of await decideBatch(
        deps,
        pool,
        await findCases(pool, ids),
        calendarsOf,
      )) {
        counts.looked++;
        if (typeof answer === "string") continue;
        const { code, decidingUnitId } = loaded.state;
        const { oldDueAt, newDueAt } = answer;
        const { of, standing } = answer.decision.data;
        const effect = effectOf(oldDueAt, newDueAt, now, standing === true);
        counts.moved++;
        if (effect === "became-late") counts.becameLate++;
        if (effect === "no-longer-late") counts.noLongerLate++;
        if (first.length < SHOWN)
          first.push({ ...given("of", of), code, unitId: decidingUnitId, oldDueAt, newDueAt, effect });
      }
      begin += ids.length;
      done += ids.length;
      await stride.taken(since, done);
    }
  }
  return { ...counts, first };
}

/** How many open cases a declaration is counted for. @param most counts no further. */
export async function countConcerned(
  deps: RecomputeDeps,
  proposal: Proposal,
  most?: number,
): Promise<number> {
  const from = beginOf(proposal);
  return from === undefined ? 0 : countCandidates(deps.database.pool, from, most);
}

const beginOf = ({ changes }: Proposal) => firstMoment(changes.map((change) => change.date));

/** The calendars as they would be; units beyond the proposal are not looked at. */
function calendarsBy(proposal: Proposal, calendars: CalendarHistory): CalendarsOfUnit {
  const cause = causeOf(proposal);
  const calendarOf = proposedCalendars(calendars, proposal);
  return (unitId) => {
    const current = calendarOf(unitId);
    return (
      current && {
        current,
        counted: (version) => calendars.find(version)?.calendar,
        since: () => [{ calendar: current, cause }],
        all: () => [...declaredFor(calendars, unitId), { calendar: current, cause }],
      }
    );
  };
}
