import { type DerivationLine, deadline, workedDays } from "../../../kernel/deadline.ts";
import { type DeadlineRules, rulesById, rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { Verdict } from "../../../kernel/verdict.ts";
import { endOfWorkingDay, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import {
  type Cap,
  cappedBy,
  limitAtReceipt,
  type ResumedAppointment,
  rulesFor,
} from "../domain/appointment.ts";
import type { ActionData, CaseAction, DueCause, Matter } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { type CountingWhy, carriedOver, countBy, countingOf, type GoneOn } from "../domain/counting.ts";
import { evolve } from "../domain/evolve.ts";
import type { FilingChannel } from "../domain/people.ts";
import { given } from "../verb.ts";

/** What a date owes to: the stored one, and the one that the rules give again today. */
export type Checked = {
  readonly dueAt?: Instant;
  readonly recomputedDueAt?: Instant;
  readonly agrees: boolean;
};

/** A paper that stopped the clock or let it go on; a notice of a payment tells no date of its own. */
export type Document = { readonly number: string; readonly date?: LocalDate };

/** Of a member of a group: the time of the whole ended before the member's own. */
export type ExplainedCap = {
  readonly from: Instant;
  readonly limit: TimeLimit;
  readonly dueAt: Instant;
  readonly ownDueAt: Instant;
};

/** The limit is that of the channel by which the case came, and which version of the procedure says so. */
export type LimitOfChannel = {
  readonly channel: FilingChannel;
  readonly procedureCode: string;
  readonly procedureVersion: number;
};

/** One thing that named, stopped or moved the appointment, in the order in which it happened. */
export type DeadlineSection =
  | ({
      readonly kind: "counted";
      readonly why: CountingWhy;
      readonly at: Instant;
      /** The moment from which the limit counts. */
      readonly from: Instant;
      readonly limit: TimeLimit;
      readonly channel?: LimitOfChannel;
      readonly extraWorkingDays?: number;
      /** Which of two appointments it is; absent: there is only one. */
      readonly appointment?: 1 | 2;
      /** The proof of payment from which the second appointment counts. */
      readonly evidence?: Document;
      readonly rules: Pick<DeadlineRules, "id" | "source">;
      readonly calendar: string;
      readonly lines: readonly DerivationLine[];
      readonly group?: ExplainedCap;
    } & Checked)
  | ({
      readonly kind: "recomputed";
      readonly at: Instant;
      readonly causes: readonly DueCause[];
      readonly oldDueAt: Instant;
      /** Why the counting began that is done again. */
      readonly why: CountingWhy;
      readonly from: Instant;
      readonly limit: TimeLimit;
      readonly channel?: LimitOfChannel;
      readonly extraWorkingDays?: number;
      readonly rules: Pick<DeadlineRules, "id" | "source">;
      readonly calendar: string;
      readonly lines: readonly DerivationLine[];
      readonly group?: ExplainedCap;
      readonly goneOn: readonly (GoneOn & { readonly lines: readonly DerivationLine[] })[];
    } & Checked)
  | ({ readonly kind: "no-appointment"; readonly at: Instant } & Checked)
  | {
      readonly kind: "paused";
      readonly at: Instant;
      readonly why: "supplement" | "financial-duty" | "uncounted";
      /** Which kind of time does not count. */
      readonly reason?: string;
      /** The document by which it was sent out, or which asks the applicant for something. */
      readonly evidence?: Document;
      readonly dueBeforePause?: Instant;
      /** The appointment that had passed when papers were asked for: it stays missed. */
      readonly missedDueAt?: Instant;
    }
  | {
      readonly kind: "first-appointment";
      /** When the notice of what is to be paid went out. */
      readonly at: Instant;
      readonly owedAt: Instant;
      readonly verdict: Verdict;
    }
  | ({
      readonly kind: "resumed";
      readonly at: Instant;
      readonly minutesLeft: number;
      /** Calendar days, where those are carried. */
      readonly daysLeft?: number;
      /** The days on which the rest is worked. */
      readonly lines: readonly DerivationLine[];
      readonly evidence?: Document;
    } & Checked)
  | ({ readonly kind: "re-dated"; readonly at: Instant; readonly owedAt?: Instant } & Checked)
  | ({ readonly kind: "reopened"; readonly at: Instant } & Checked)
  | { readonly kind: "ended"; readonly at: Instant };

type CountedSection = DeadlineSection & { readonly kind: "counted" };
type NoAppointment = DeadlineSection & { readonly kind: "no-appointment" };

export type DeadlineExplanation = {
  readonly sections: readonly DeadlineSection[];
  /** Every stored date is the one the rules give. False must not happen; the page says it plainly if it does. */
  readonly agrees: boolean;
  readonly firstDueAt?: Instant;
  readonly dueAt?: Instant;
  readonly newDueAt?: Instant;
  readonly paused: boolean;
};

/**
 * How the appointment of a case came about, recomputed from its actions by the rules and the version of the calendar
 * that each was judged by: what was declared later changes no old section. Pure.
 * @param calendarVersion the calendar of a version that an action names.
 */
export function explainDeadline(
  actions: readonly CaseAction[],
  calendarVersion: (version: string) => WorkingCalendar,
): DeadlineExplanation {
  const sections: DeadlineSection[] = [];
  let state: CaseState | undefined;
  for (const [index, action] of actions.entries()) {
    const before = state;
    state = evolve(state, action);
    const calendar = () => calendarVersion(versionOf(action, before));
    const section =
      action.data.type === "due-recomputed"
        ? recomputed(action, action.data, actions.slice(0, index + 1), calendar)
        : sectionOf(action, before, state, calendar);
    if (section !== undefined) sections.push(section);
    if (state.clock.noticed !== undefined && before?.clock.noticed === undefined) {
      const { at, dueAt: owedAt, verdict } = state.clock.noticed;
      sections.push({ kind: "first-appointment", at, owedAt, verdict });
    }
  }
  const clock = state?.clock ?? {};
  return {
    sections,
    agrees: sections.every((section) => !("agrees" in section) || section.agrees),
    ...given("firstDueAt", clock.firstDueAt),
    ...given("dueAt", clock.dueAt),
    ...given("newDueAt", clock.newDueAt),
    paused: clock.pausedAt !== undefined,
  };
}

/** Every version of the calendar that the explanation of these actions will ask for. */
export function versionsNamed(actions: readonly CaseAction[]): readonly string[] {
  const named = actions.flatMap(({ clock }) =>
    clock !== undefined && "calendar" in clock && clock.calendar !== undefined ? [clock.calendar] : [],
  );
  return [...new Set(named)];
}

/** The version by which an action counted; what names none goes by the one before. */
function versionOf({ clock }: CaseAction, before: CaseState | undefined): string {
  const named = clock !== undefined && "calendar" in clock ? clock.calendar : undefined;
  const version = named ?? before?.clock.calendar;
  if (version === undefined) throw new Error("a date that no calendar counted");
  return version;
}

function recomputed(
  { at, clock }: CaseAction,
  data: ActionData & { readonly type: "due-recomputed" },
  actions: readonly CaseAction[],
  calendarOf: () => WorkingCalendar,
): DeadlineSection | undefined {
  if (data.of !== undefined) return undefined;
  const calendar = calendarOf();
  const counting = countingOf(actions);
  const counted = counting && countBy(counting, calendar);
  if (counting === undefined || counted === undefined || counting.limit === undefined) return undefined;
  const dueAt = clock !== undefined && "dueAt" in clock ? clock.dueAt : undefined;
  const { why, from, rules } = counting;
  return {
    kind: "recomputed",
    at,
    causes: data.causes,
    oldDueAt: data.oldDueAt,
    why,
    from,
    limit: counting.limit,
    ...given("channel", channelOf(counting.matter, why)),
    ...given("extraWorkingDays", counting.extraWorkingDays),
    rules: { id: rules.id, source: rules.source },
    calendar: data.calendarVersion,
    lines: counted.lines,
    ...given("group", explainedCap(counted.cap)),
    goneOn: counted.goneOn.map((gone) => ({ ...gone, lines: linesOf(gone, calendar) })),
    ...checked(dueAt, counted.dueAt),
  };
}

function sectionOf(
  action: CaseAction,
  before: CaseState | undefined,
  after: CaseState,
  calendar: () => WorkingCalendar,
): DeadlineSection | undefined {
  const { clock, at } = action;
  if (clock === undefined) return undefined;
  switch (clock.kind) {
    case "started":
      return counted("started", at, clock.dueAt, after, rulesById(clock.rules), calendar(), at);
    case "restarted": {
      const rules = rulesById(clock.rules);
      return rules.supplement === "restart"
        ? counted("restarted", at, clock.dueAt, after, rules, calendar(), at)
        : resumed(at, clock, before, calendar());
    }
    case "re-measured": {
      const from = after.receivedAt ?? after.registeredAt;
      const rules = clock.rules === undefined ? rulesOn(localDateOf(at)) : rulesById(clock.rules);
      return counted("re-measured", at, clock.dueAt, after, rules, calendar(), from);
    }
    case "paused":
      return {
        kind: "paused",
        at,
        why: clock.why,
        ...given("reason", clock.reason),
        ...given("evidence", clock.evidence ?? documentOf(action)),
        ...given("dueBeforePause", before?.clock.dueAt),
        ...given("missedDueAt", before?.clock.missed === undefined ? after.clock.missed?.dueAt : undefined),
      };
    case "resumed":
      return {
        ...resumed(at, clock, before, calendar()),
        ...given("evidence", clock.evidence ?? documentOf(action)),
      };
    case "second-appointment": {
      const section = counted("second", at, clock.dueAt, after, rulesById(clock.rules), calendar(), at);
      return { ...section, ...given("evidence", clock.evidence ?? documentOf(action)) };
    }
    case "re-dated": {
      const again = endOfWorkingDay(calendar(), localDateOf(clock.dueAt));
      return {
        kind: "re-dated",
        at,
        ...given("owedAt", before?.clock.dueAt),
        ...checked(clock.dueAt, again),
      };
    }
    case "reopened":
      return { kind: "reopened", at, ...checked(clock.dueAt, before?.clock.dueAt) };
    case "ended":
      return { kind: "ended", at };
  }
}

/** The paper of an action that itself says nothing of one to the clock. */
function documentOf({ data, at }: CaseAction): Document | undefined {
  switch (data.type) {
    case "supplement-requested":
      return { number: `${data.paperNumber}`, date: localDateOf(at) };
    case "financial-duty-noted":
      return { number: data.notice };
    case "financial-duty-paid":
      return { number: data.receipt };
    default:
      return undefined;
  }
}

function counted(
  why: CountedSection["why"],
  at: Instant,
  dueAt: Instant | undefined,
  { matter, clock }: CaseState,
  rules: DeadlineRules,
  calendar: WorkingCalendar,
  from: Instant,
): CountedSection | NoAppointment {
  const isSecond = why === "second";
  const limit = isSecond ? matter.appointments?.second : limitAtReceipt(matter);
  // The days of mountain communes are in the first appointment.
  const extraWorkingDays = isSecond ? undefined : matter.extraWorkingDays;
  if (limit === undefined) return { kind: "no-appointment", at, ...checked(dueAt, undefined) };
  const again = deadline({
    from,
    limit,
    calendar,
    rules: rulesFor(matter, rules),
    ...given("extraWorkingDays", extraWorkingDays),
  });
  const cap = isSecond ? undefined : cappedBy(clock.within, from, again.dueAt, calendar);
  return {
    kind: "counted",
    why,
    at,
    from,
    limit,
    ...given("channel", channelOf(matter, why)),
    ...given("extraWorkingDays", extraWorkingDays),
    ...(matter.appointments === undefined ? {} : { appointment: isSecond ? 2 : 1 }),
    rules: { id: rules.id, source: rules.source },
    calendar: calendar.version,
    lines: again.lines,
    ...given("group", explainedCap(cap)),
    ...checked(dueAt, cap?.dueAt ?? again.dueAt),
  };
}

/** Two appointments are the times of the process; only a single one is that of the channel. */
function channelOf(matter: Matter, why: CountingWhy): LimitOfChannel | undefined {
  const { limitChannel: channel, procedureCode, procedureVersion, appointments } = matter;
  if (channel === undefined || appointments !== undefined || why === "second") return undefined;
  return { channel, procedureCode, procedureVersion };
}

function explainedCap(cap: Cap | undefined): ExplainedCap | undefined {
  if (cap === undefined) return undefined;
  const { total, dueAt, ownDueAt } = cap;
  return { from: total.sinceAt, limit: total.limit, dueAt, ownDueAt };
}

/** After a pause what was left is left again; a date already missed stays. */
function resumed(
  at: Instant,
  { dueAt, carried }: ResumedAppointment,
  before: CaseState | undefined,
  calendar: WorkingCalendar,
): DeadlineSection & { readonly kind: "resumed" } {
  const { pausedAt, dueBeforePause } = before?.clock ?? {};
  if (pausedAt === undefined || dueBeforePause === undefined)
    return { kind: "resumed", at, minutesLeft: 0, lines: [], ...checked(dueAt, undefined) };
  const pause = { at: pausedAt, until: at, ...(carried === "days" ? { inDays: true as const } : {}) };
  const gone = carriedOver(calendar, dueBeforePause, pause);
  return {
    kind: "resumed",
    at,
    minutesLeft: gone.minutesLeft,
    ...given("daysLeft", gone.daysLeft),
    lines: linesOf(gone, calendar),
    ...checked(dueAt, gone.dueAt),
  };
}

/** The days on which what was left is used. */
function linesOf({ lines, at, dueAt }: GoneOn, calendar: WorkingCalendar): readonly DerivationLine[] {
  return lines ?? workedDays(calendar, at, dueAt);
}

function checked(dueAt: Instant | undefined, again: Instant | undefined): Checked {
  return { ...given("dueAt", dueAt), ...given("recomputedDueAt", again), agrees: dueAt === again };
}
