import type { Instant } from "../../../kernel/time.ts";
import type { CaseAction } from "./case-action.ts";
import type { CaseClock } from "./case-state.ts";

/** The legal clock after an action. The first appointment stays for ever; re-dating stands beside the one that was owed. */
export function clockAfter(clock: CaseClock, action: CaseAction): CaseClock {
  const change = action.clock;
  if (change === undefined) return clock;
  const { dueAt, pausedAt: _, dueBeforePause: __, endedAt: ___, ...rest } = clock;
  const due = "dueAt" in change && change.dueAt !== undefined ? { dueAt: change.dueAt } : {};
  switch (change.kind) {
    case "started":
    case "restarted": {
      const { newDueAt: ____, ...kept } = rest;
      return {
        ...kept,
        startedAt: action.at,
        ...(kept.firstDueAt === undefined && change.dueAt !== undefined ? { firstDueAt: change.dueAt } : {}),
        ...due,
        calendar: change.calendar,
        rules: change.rules,
      };
    }
    case "paused":
      return { ...rest, pausedAt: action.at, ...dueBefore(dueAt) };
    case "re-measured":
      // A clock that stands still goes on standing: the date that it had is what was counted again.
      return clock.pausedAt === undefined
        ? { ...rest, ...due, ...countedBy(change) }
        : { ...rest, pausedAt: clock.pausedAt, ...dueBefore(change.dueAt), ...countedBy(change) };
    // The calendar stays the one of the counting that goes on, also where another is in force by now.
    case "resumed":
    case "reopened":
      return { ...rest, ...due };
    case "re-dated":
      return { ...rest, ...(dueAt === undefined ? {} : { dueAt }), newDueAt: change.dueAt };
    case "ended":
      return { ...rest, ...(dueAt === undefined ? {} : { dueAt }), endedAt: action.at };
  }
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
