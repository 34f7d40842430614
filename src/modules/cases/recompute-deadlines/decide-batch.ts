import type { HoursFrom, IntakeFrom, Sessions } from "../../../kernel/day-sessions.ts";
import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { CalendarVersion, DueEffect } from "../../organisation/index.ts";
import type { Db, LoadedCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { acceptanceUnit, awaitedAcceptance } from "../domain/awaited-acceptance.ts";
import type { CaseAction, DueCause } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { given } from "../verb.ts";
import type { Pause } from "./pace.ts";
import { countingActions, otherwiseTimed } from "./recompute-store.ts";
import { recomputeAcceptance } from "./recomputed-acceptance.ts";
import {
  type CalendarsOfCase,
  type LaterCalendar,
  type RecomputeAnswer,
  recomputeDue,
} from "./recomputed-due.ts";

/** What of the organisation's calendars the recomputation asks. */
export type CalendarHistory = {
  refresh(): Promise<void>;
  newest(): CalendarVersion;
  versions(): readonly CalendarVersion[];
  find(version: string): CalendarVersion | undefined;
  current(unitId: number | undefined): CalendarVersion;
  since(unitId: number, version: string): readonly CalendarVersion[];
  isWithin(unitId: number, above: number | undefined): boolean;
};

export type RecomputeDeps = Pick<CasesDeps, "database" | "clock" | "process"> & {
  readonly calendars: CalendarHistory;
  /** How a walk rests, when not by the clock of the machine. */
  readonly pause?: Pause;
};

/** The calendars by which the cases of a unit are counted again; undefined: nothing changed for that unit. */
export type CalendarsOfUnit = (unitId: number) => CalendarsOfCase | undefined;

/** The calendars as they are declared now, each unit's asked once: for the cases of one batch. */
export function declaredCalendars(calendars: CalendarHistory): CalendarsOfUnit {
  const known = new Map<number, CalendarsOfCase>();
  return (unitId) => {
    const before = known.get(unitId);
    if (before !== undefined) return before;
    const since = new Map<string, readonly LaterCalendar[]>();
    const ofUnit: CalendarsOfCase = {
      current: calendars.current(unitId).calendar,
      counted: (version) => calendars.find(version)?.calendar,
      since: (version) => {
        const later = since.get(version) ?? calendars.since(unitId, version).map(laterCalendar);
        since.set(version, later);
        return later;
      },
      all: () => declaredFor(calendars, unitId),
    };
    known.set(unitId, ofUnit);
    return ofUnit;
  };
}

function laterCalendar(version: CalendarVersion): LaterCalendar {
  return { calendar: version.calendar, cause: causeOf(version) };
}

/** Every version that was ever in force for a unit, oldest first. */
export function declaredFor(calendars: CalendarHistory, unitId: number): readonly LaterCalendar[] {
  const way: LaterCalendar[] = [];
  let at: CalendarVersion | undefined = calendars.current(unitId);
  while (at !== undefined) {
    way.push(laterCalendar(at));
    at = at.previous === undefined ? undefined : calendars.find(at.previous);
  }
  return way.reverse();
}

/** What was declared, as the history of a case keeps it. */
export function causeOf({
  name,
  decision,
  changes,
}: Pick<CalendarVersion, "name" | "decision" | "changes">): DueCause {
  const days = (as: string): LocalDate[] =>
    changes.filter((change) => change.as === as).map((change) => change.date);
  const halfDays: { date: LocalDate; sessions: Sessions }[] = [];
  const hours: HoursFrom[] = [];
  const intake: IntakeFrom[] = [];
  for (const change of changes) {
    if (change.as === "half-day") halfDays.push({ date: change.date, sessions: change.sessions });
    if (change.as === "hours") hours.push({ from: change.date, sessions: change.sessions });
    if (change.as === "intake") intake.push({ from: change.date, ...given("week", change.week) });
  }
  return {
    name,
    decision,
    rest: days("rest"),
    working: days("working"),
    ordinary: days("ordinary"),
    ...(halfDays.length === 0 ? {} : { halfDays }),
    ...(hours.length === 0 ? {} : { hours }),
    ...(intake.length === 0 ? {} : { intake }),
  };
}

export type Decided = { readonly loaded: LoadedCase; readonly answer: RecomputeAnswer };

/** What each case is counted from; the bodies are read of those alone whose clock has a history. */
async function actionsOf(
  db: Db,
  cases: readonly LoadedCase[],
): Promise<ReadonlyMap<string, readonly CaseAction[]>> {
  const ids = cases.map(({ state }) => state.id);
  const timed = await otherwiseTimed(db, ids);
  const known = new Map<string, readonly CaseAction[]>();
  for (const { state } of cases) {
    const start = timed.has(state.id) ? undefined : startOf(state);
    if (start !== undefined) known.set(state.id, [start]);
  }
  const others = ids.filter((id) => !known.has(id));
  return others.length === 0 ? known : new Map([...known, ...(await countingActions(db, others))]);
}

/**
 * The receipt of a case as its counting sees it, out of its state: only for a case whose clock was started by it, or by
 * its acceptance, and at most recomputed since. Undefined where the clock has not started.
 */
export function startOf(state: CaseState): CaseAction | undefined {
  const { startedAt, dueAt, calendar, rules, within } = state.clock;
  if (startedAt === undefined || calendar === undefined || rules === undefined) return undefined;
  const { id, matter, receivingUnitId, decidingUnitId, channel, applicant, request, papers, copies } = state;
  const facts = { code: state.code, matter, receivingUnitId, decidingUnitId, channel, applicant, request };
  return {
    caseId: id,
    seq: 1,
    at: startedAt,
    by: { kind: "system" },
    status: state.status,
    data: { type: "received", ...facts, papers, copies, returnMethod: state.returnMethod },
    clock: { kind: "started", calendar, rules, ...given("dueAt", dueAt), ...given("within", within) },
  };
}

/** Decides for many cases with one statement; those counted by the calendar in force are not looked at. */
export async function decideBatch(
  deps: Pick<RecomputeDeps, "process">,
  db: Db,
  cases: readonly LoadedCase[],
  calendarsOf: CalendarsOfUnit,
): Promise<readonly Decided[]> {
  const answered: Decided[] = [];
  const asked = cases.flatMap((loaded) => {
    const acceptance = awaitedAcceptance(loaded.state);
    const unitId =
      acceptance === undefined
        ? (loaded.state.calendarUnitId ?? loaded.state.decidingUnitId)
        : acceptanceUnit(loaded.state, acceptance);
    const calendars = calendarsOf(unitId);
    if (calendars === undefined) return [];
    if (acceptance !== undefined) {
      answered.push({ loaded, answer: recomputeAcceptance(loaded.state, acceptance, calendars) });
      return [];
    }
    return loaded.state.clock.calendar === calendars.current.version ? [] : [{ loaded, calendars }];
  });
  if (asked.length === 0) return answered;
  const actions = await actionsOf(
    db,
    asked.map(({ loaded }) => loaded),
  );
  const processes = [...new Set(asked.map(({ loaded }) => loaded.state.matter.processId))];
  const budgets = new Map(
    await Promise.all(
      processes.map(async (id) => {
        const { steps } = await deps.process(id);
        // Steps say their own time since there are days added to it; older ones have what the process gives.
        return [id, new Map(steps.map((step) => [step.id, step.budgetMinutes]))] as const;
      }),
    ),
  );
  const decided = asked.map(({ loaded, calendars }) => {
    const { id, matter } = loaded.state;
    const budget = budgets.get(matter.processId);
    const answer = recomputeDue(loaded.state, actions.get(id) ?? [], calendars, (step) =>
      budget?.get(step.processStep),
    );
    return { loaded, answer };
  });
  return [...answered, ...decided];
}

/** What a moved appointment means to somebody who looks at the case at a moment. */
export function effectOf(oldDueAt: Instant, newDueAt: Instant, at: Instant, isStanding: boolean): DueEffect {
  if (isStanding || oldDueAt < at === newDueAt < at) return "moved";
  return newDueAt < at ? "became-late" : "no-longer-late";
}
