import type { Instant } from "../../../kernel/time.ts";
import { verdict } from "../../../kernel/verdict.ts";
import type { CaseAction, Matter } from "./case-action.ts";
import type { CaseClock } from "./case-state.ts";

/**
 * The legal clock after an action. The first appointment stays for ever; re-dating stands beside the one that was owed,
 * and one that was missed before papers were asked for stays missed.
 * @param matter the one of the case before the action: whether it has two appointments.
 */
export function clockAfter(clock: CaseClock, action: CaseAction, matter: Matter): CaseClock {
  const change = action.clock;
  if (change === undefined) return clock;
  const { dueAt, pausedAt: _, dueBeforePause: __, endedAt: ___, ...rest } = clock;
  const due = "dueAt" in change && change.dueAt !== undefined ? { dueAt: change.dueAt } : {};
  switch (change.kind) {
    case "started":
    case "restarted": {
      const { newDueAt: ____, within: _____, ...kept } = withoutAppointments(rest);
      return {
        ...kept,
        startedAt: action.at,
        ...(kept.firstDueAt === undefined && change.dueAt !== undefined ? { firstDueAt: change.dueAt } : {}),
        ...due,
        calendar: change.calendar,
        rules: change.rules,
        ...(change.within === undefined ? {} : { within: change.within }),
      };
    }
    case "paused": {
      const isNotice = change.why === "financial-duty" && matter.appointments !== undefined;
      const noticed = isNotice ? noticedBy(clock, action.at) : {};
      const missed = change.why === "supplement" ? missedBy(clock, action.at) : {};
      // Said again while it stands still: it has stood since the first time.
      return clock.pausedAt === undefined
        ? { ...rest, ...noticed, ...missed, pausedAt: action.at, ...dueBefore(dueAt) }
        : { ...clock, ...noticed, ...missed };
    }
    case "re-measured":
      if (action.data.type === "procedure-changed")
        return { ...withoutAppointments(rest), ...due, ...countedBy(change) };
      // A clock that stands still goes on standing: the date that it had is what was counted again.
      return clock.pausedAt === undefined
        ? { ...rest, ...due, ...countedBy(change) }
        : { ...rest, pausedAt: clock.pausedAt, ...dueBefore(change.dueAt), ...countedBy(change) };
    // The calendar stays the one of the counting that goes on, also where another is in force by now.
    case "resumed":
    case "reopened":
      return { ...rest, ...due };
    case "second-appointment":
      return {
        ...rest,
        ...due,
        secondFrom: action.at,
        calendar: change.calendar,
        rules: change.rules,
      };
    case "re-dated":
      return { ...rest, ...(dueAt === undefined ? {} : { dueAt }), newDueAt: change.dueAt };
    case "ended": {
      // Where the clock stood, the date that was in force before it is the one by which the case is judged.
      const judged = dueAt ?? clock.dueBeforePause;
      return { ...rest, ...(judged === undefined ? {} : { dueAt: judged }), endedAt: action.at };
    }
  }
}

/** The notice of what is to be paid goes out: the first of two appointments is kept or missed, once and for all. */
function noticedBy(clock: CaseClock, at: Instant): Pick<CaseClock, "noticed"> {
  const dueAt = clock.dueAt ?? clock.dueBeforePause;
  if (clock.noticed !== undefined || dueAt === undefined) return {};
  return { noticed: { at, dueAt, verdict: verdict(dueAt, clock.pausedAt ?? at) } };
}

/**
 * Late stays late: papers asked for after the appointment give the applicant a full new time limit (NĐ 61/2018 Điều 19
 * khoản 4), but not the authority its promise back. It is kept for ever, of two appointments also the first that the
 * notice missed, which the counting anew would forget; it is marked, for the papers were not asked for too late.
 */
function missedBy(clock: CaseClock, at: Instant): Pick<CaseClock, "missed"> {
  const { newDueAt, noticed, secondFrom } = clock;
  if (clock.missed !== undefined) return {};
  const renewed = newDueAt === undefined ? {} : { newDueAt };
  const dueAt = clock.dueAt ?? clock.dueBeforePause;
  const stoppedAt = clock.pausedAt ?? at;
  const isPassed = dueAt !== undefined && stoppedAt > dueAt;
  // Until the payment is proved the date that has passed is the first still.
  if (noticed?.verdict === "late" && (secondFrom === undefined || !isPassed))
    return { missed: { at: noticed.at, dueAt: noticed.dueAt, ...renewed, first: true } };
  return isPassed ? { missed: { at: stoppedAt, dueAt, ...renewed } } : {};
}

function withoutAppointments<Clock extends CaseClock>(clock: Clock): Omit<Clock, "noticed" | "secondFrom"> {
  const { noticed: _, secondFrom: __, ...rest } = clock;
  return rest;
}

function dueBefore(dueAt: Instant | undefined): Pick<CaseClock, "dueBeforePause"> {
  return dueAt === undefined ? {} : { dueBeforePause: dueAt };
}

/** Calendar and rules that a change names; what it does not name stays. */
function countedBy(change: { readonly calendar?: string; readonly rules?: string }) {
  return {
    ...(change.calendar === undefined ? {} : { calendar: change.calendar }),
    ...(change.rules === undefined ? {} : { rules: change.rules }),
  };
}
