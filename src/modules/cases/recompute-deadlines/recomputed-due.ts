import { stepDue, stepDueAfterPause } from "../../../kernel/step-due.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { ActionData, CaseAction, DueCause, RemeasuredStep } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { type Counting, countBy, countingOf } from "../domain/counting.ts";
import { isMain } from "../domain/evolve.ts";
import { standsStill } from "../domain/go-on.ts";
import type { Decision } from "../domain/rule-context.ts";

/** A calendar that was declared after the one that counted a case, with what was declared. */
export type LaterCalendar = { readonly calendar: WorkingCalendar; readonly cause: DueCause };

/** What the decision may know of calendars. */
export type CalendarsOfCase = {
  /** In force now for the unit that decides. */
  readonly current: WorkingCalendar;
  /** The one by which the case was counted; undefined where it was never declared. */
  counted(version: string): WorkingCalendar | undefined;
  /** What was declared after a version, oldest first; the last is the one in force. */
  since(version: string): readonly LaterCalendar[];
  /** Every version that was ever in force for the unit, oldest first. */
  all(): readonly LaterCalendar[];
};

export type Recomputed = {
  readonly oldDueAt: Instant;
  readonly newDueAt: Instant;
  readonly decision: Decision & { readonly data: ActionData & { readonly type: "due-recomputed" } };
};

/** "same": the date stays. "unexplained": it is not the one that its own calendar gives, so it is left alone. */
export type RecomputeAnswer = Recomputed | "same" | "unexplained";

/**
 * Whether a declared calendar moves the appointment of an open case, and to when. Counted again from the beginning by
 * the calendar in force, so that it does not matter how often or in which order calendars were declared. Pure.
 * @param actions at least those of COUNTING_ACTIONS.
 * @param budgetOf working minutes that the process gives to a step.
 */
export function recomputeDue(
  state: CaseState,
  actions: readonly CaseAction[],
  calendars: CalendarsOfCase,
  budgetOf: (step: OpenStep) => number | undefined,
): RecomputeAnswer {
  const counting = countingOf(actions);
  const oldDueAt = state.clock.dueAt ?? state.clock.dueBeforePause;
  if (counting === undefined || oldDueAt === undefined || !isOwed(state, counting)) return "same";
  // The first appointment ended with the notice; the second is counted when the payment is proved.
  if (state.clock.noticed !== undefined && state.clock.secondFrom === undefined) return "same";
  const [version, ...others] = counting.calendars;
  if (version === undefined || (others.length === 0 && version === calendars.current.version)) return "same";
  const newDueAt = countBy(counting, calendars.current)?.dueAt;
  if (newDueAt === undefined || newDueAt === oldDueAt) return "same";
  const own = calendars.counted(version);
  // Where the clock stood still while a calendar was declared, no single version gives the date.
  const isExplained = others.length > 0 || (own && countBy(counting, own)?.dueAt) === oldDueAt;
  if (!isExplained) return "unexplained";
  const steps = remeasured(state, counting, calendars.current, newDueAt, budgetOf);
  return {
    oldDueAt,
    newDueAt,
    decision: {
      status: state.status,
      data: {
        type: "due-recomputed",
        ...(state.clock.pausedAt === undefined ? {} : { standing: true as const }),
        oldDueAt,
        newDueAt,
        calendarVersion: calendars.current.version,
        causes: causesOf(
          (calendar) => countBy(counting, calendar)?.dueAt,
          oldDueAt,
          calendars.since(version),
        ),
      },
      ...(steps.length === 0 ? {} : { remeasured: steps }),
      clock: { kind: "re-measured", dueAt: newDueAt, calendar: calendars.current.version },
    },
  };
}

/** While papers are awaited under rules that count anew, the old date is owed no more. */
function isOwed({ status }: CaseState, { rules }: Counting): boolean {
  switch (status) {
    case CASE_STATUS.received:
    case CASE_STATUS.processing:
    case CASE_STATUS.financialDuty:
      return true;
    case CASE_STATUS.supplement:
      return rules.supplement === "resume";
    default:
      return false;
  }
}

/** The declarations that moved the date, one after the other; all of them where no single one did. */
export function causesOf(
  dueBy: (calendar: WorkingCalendar) => Instant | undefined,
  oldDueAt: Instant,
  later: readonly LaterCalendar[],
): readonly DueCause[] {
  let dueAt = oldDueAt;
  const causes: DueCause[] = [];
  for (const { calendar, cause } of later) {
    const next = dueBy(calendar) ?? dueAt;
    if (next !== dueAt) causes.push(cause);
    dueAt = next;
  }
  return causes.length > 0 ? causes : later.map(({ cause }) => cause);
}

function remeasured(
  state: CaseState,
  { pauses, rules }: Counting,
  calendar: WorkingCalendar,
  newDueAt: Instant,
  budgetOf: (step: OpenStep) => number | undefined,
): readonly RemeasuredStep[] {
  return state.open.flatMap((step) => {
    // Owning a group lasts as long as the group.
    if (step.work === "coordinate") return [{ seq: step.seq, dueAt: newDueAt }];
    const budgetMinutes = step.budgetMinutes ?? budgetOf(step);
    if (budgetMinutes === undefined || step.dueAt === undefined) return [];
    const given = { work: step.work, budgetMinutes };
    let dueAt = stepDue(given, step.openedAt, { calendar, rules });
    // Its own wait is no pause to a step; work that lay open while the clock stood has the time of the pause more.
    for (const { at, until } of isMain(step) && !standsStill(step) ? pauses : []) {
      if (until !== undefined && until > step.openedAt)
        dueAt = stepDueAfterPause(given, dueAt, { at: Math.max(at, step.openedAt), until }, calendar);
    }
    return dueAt === step.dueAt ? [] : [{ seq: step.seq, dueAt }];
  });
}
