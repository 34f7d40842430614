import { type DerivationLine, deadline, dueAfterDaysOff } from "../../../kernel/deadline.ts";
import { type DeadlineRules, rulesById, rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import {
  dueAfterPause,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../kernel/working-calendar.ts";
import { type Cap, cappedBy, limitAtReceipt, rulesFor } from "./appointment.ts";
import type { ActionType, CaseAction, GroupTotal, Matter } from "./case-action.ts";

/** Why a counting began: the receipt, papers completed, the procedure put right, the proof of payment. */
export type CountingWhy = "started" | "restarted" | "re-measured" | "second";

/** A time in which the clock stood still; what was left is carried over it in working time, or in calendar days. */
export type Pause = { readonly at: Instant; readonly until?: Instant; readonly inDays?: true };

/** What the appointment of a case is counted from, whatever the calendar: the facts of its last counting. */
export type Counting = {
  readonly why: CountingWhy;
  readonly from: Instant;
  readonly matter: Matter;
  /** Of two appointments the one that runs; undefined: the procedure has no time limit. */
  readonly limit?: TimeLimit | undefined;
  readonly extraWorkingDays?: number | undefined;
  readonly rules: DeadlineRules;
  /** Of a member of a group: the time of the whole; it ends no second appointment. */
  readonly total?: GroupTotal | undefined;
  /** The times at which the clock stood still; the last may still last. Of a second appointment also those before it: steps lay open over them. */
  readonly pauses: readonly Pause[];
  /** Versions of the calendar that took part; two where one was declared while the clock stood still. */
  readonly calendars: readonly string[];
};

/** The actions that tell the counting, with all that change the clock; the others of a history may be left out. */
export const COUNTING_ACTIONS: readonly ActionType[] = [
  "registered",
  "received",
  "accepted",
  "procedure-changed",
  "supplement-requested",
  "supplement-completed",
  "financial-duty-noted",
  "financial-duty-paid",
  "due-recomputed",
];

/** Folds the actions of a case to what its appointment is counted from; undefined while the clock has not started. */
export function countingOf(actions: readonly CaseAction[]): Counting | undefined {
  let matter: Matter | undefined;
  let firstDay: Instant | undefined;
  let counting: Counting | undefined;
  for (const action of actions) {
    if ("matter" in action.data) matter = action.data.matter;
    if (action.clock?.kind === "started") firstDay = action.at;
    if (matter !== undefined) counting = next(counting, action, matter, firstDay ?? action.at);
  }
  return counting;
}

function next(
  counting: Counting | undefined,
  { at, data, clock }: CaseAction,
  matter: Matter,
  firstDay: Instant,
): Counting | undefined {
  if (clock?.kind === "started" || (clock?.kind === "restarted" && isCountedAnew(clock.rules)))
    return counted(clock.kind, at, matter, rulesById(clock.rules), [clock.calendar], clock.within);
  if (counting === undefined) return undefined;
  switch (clock?.kind) {
    case "paused": {
      const stands = counting.pauses.at(-1);
      // Said again while it stands still: it has stood since the first time.
      if (stands !== undefined && stands.until === undefined) return counting;
      return { ...counting, pauses: [...counting.pauses, { at }] };
    }
    case "second-appointment": {
      const { extraWorkingDays: _, ...second } = counting;
      const limit = matter.appointments?.second;
      const rules = rulesById(clock.rules);
      const pauses = ended(counting.pauses, at);
      return { ...second, why: "second", from: at, limit, rules, pauses, calendars: [clock.calendar] };
    }
    case "resumed":
    case "restarted": {
      const pauses = ended(counting.pauses, at, clock.carried);
      return { ...counting, pauses, calendars: withVersion(counting.calendars, clock.calendar) };
    }
    case "re-measured": {
      if (data.type === "due-recomputed") return { ...counting, calendars: [data.calendarVersion] };
      const rules = clock.rules === undefined ? rulesOn(localDateOf(at)) : rulesById(clock.rules);
      const calendars = clock.calendar === undefined ? counting.calendars.slice(-1) : [clock.calendar];
      return counted(clock.kind, firstDay, matter, rules, calendars, counting.total);
    }
    default:
      return counting;
  }
}

/** The clock goes on: the pause that lasted has its end. */
function ended(pauses: readonly Pause[], until: Instant, carried?: "days"): readonly Pause[] {
  const how = carried === "days" ? { inDays: true as const } : {};
  return pauses.map((pause) => (pause.until === undefined ? { ...pause, until, ...how } : pause));
}

/** Counted from a moment on by the limit at receipt: of two appointments the first, with the days of mountain communes. */
function counted(
  why: CountingWhy,
  from: Instant,
  matter: Matter,
  rules: DeadlineRules,
  calendars: readonly string[],
  total: GroupTotal | undefined,
): Counting {
  const { extraWorkingDays } = matter;
  const limit = limitAtReceipt(matter);
  return {
    why,
    from,
    matter,
    limit,
    extraWorkingDays,
    rules: rulesFor(matter, rules),
    ...(total === undefined ? {} : { total }),
    pauses: [],
    calendars,
  };
}

function isCountedAnew(rules: string): boolean {
  return rulesById(rules).supplement === "restart";
}

function withVersion(versions: readonly string[], version: string | undefined): readonly string[] {
  return version === undefined || versions.at(-1) === version ? versions : [...versions, version];
}

/** How the clock went on after it had stood still: what was left, and the date it gave. */
export type GoneOn = {
  readonly pausedAt: Instant;
  readonly at: Instant;
  readonly minutesLeft: number;
  /** Calendar days, where those are carried. */
  readonly daysLeft?: number;
  readonly dueAt: Instant;
  /** How calendar days came to the date. */
  readonly lines?: readonly DerivationLine[];
};

/** A date carried over a pause. Pure. */
export function carriedOver(
  calendar: WorkingCalendar,
  dueAt: Instant,
  { at, until, inDays }: Required<Pick<Pause, "at" | "until">> & Pick<Pause, "inDays">,
): GoneOn {
  const told = { pausedAt: at, at: until, minutesLeft: workingMinutesBetween(calendar, at, dueAt) };
  if (inDays) return { ...told, ...dueAfterDaysOff(calendar, dueAt, at, until) };
  return { ...told, dueAt: dueAfterPause(calendar, dueAt, at, until) };
}

export type Counted = {
  /** Where the clock stands still: the date it had when it stopped. */
  readonly dueAt: Instant;
  /** Where the time of the whole group came before the member's own date. */
  readonly cap?: Cap;
  /** How the date before the first pause came about, of a member its own. */
  readonly lines: readonly DerivationLine[];
  readonly goneOn: readonly GoneOn[];
};

/** The appointment as one calendar gives it from beginning to end; undefined: the procedure has no time limit. Pure. */
export function countBy(
  { why, from, limit, extraWorkingDays, rules, total, pauses }: Counting,
  calendar: WorkingCalendar,
): Counted | undefined {
  if (limit === undefined) return undefined;
  const extra = extraWorkingDays === undefined ? {} : { extraWorkingDays };
  const { dueAt: first, lines } = deadline({
    from,
    limit,
    calendar,
    rules,
    ...extra,
  });
  const cap = why === "second" ? undefined : cappedBy(total, from, first, calendar);
  let dueAt = cap?.dueAt ?? first;
  const goneOn: GoneOn[] = [];
  for (const { until, ...pause } of pauses) {
    if (until === undefined) break;
    if (until <= from) continue;
    const gone = carriedOver(calendar, dueAt, { ...pause, until });
    dueAt = gone.dueAt;
    goneOn.push(gone);
  }
  return { dueAt, ...(cap === undefined ? {} : { cap }), lines, goneOn };
}
