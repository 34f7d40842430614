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
      return { ...rest, pausedAt: action.at, ...(dueAt === undefined ? {} : { dueBeforePause: dueAt }) };
    case "resumed":
    case "re-measured":
    case "reopened":
      return { ...rest, ...due };
    case "re-dated":
      return { ...rest, ...(dueAt === undefined ? {} : { dueAt }), newDueAt: change.dueAt };
    case "ended":
      return { ...rest, ...(dueAt === undefined ? {} : { dueAt }), endedAt: action.at };
  }
}
