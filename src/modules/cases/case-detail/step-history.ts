import type { Instant } from "../../../kernel/time.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { CaseAction, OpenedStep } from "../domain/case-action.ts";
import { handedWork } from "../domain/handed.ts";
import type { ProcessStepFacts } from "../domain/rule-context.ts";

/** A piece of work in the history of a case: what it was given and what it took, in working minutes. */
export type StepLine = {
  readonly seq: number;
  readonly processStep: string;
  readonly work: OpenedStep["work"];
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
  /** Absent where no time is set, such as waiting for the applicant. */
  readonly budgetMinutes?: number;
  readonly usedMinutes: number;
};

/**
 * Every step that was ever opened, in order, with its budget beside the time it used; an open one has used what has
 * passed until now. Folded from the actions, hence what the control sheet says too.
 */
export function stepHistory(
  actions: readonly CaseAction[],
  process: readonly ProcessStepFacts[],
  calendar: WorkingCalendar,
  now: Instant,
): StepLine[] {
  const lines = new Map<number, StepLine>();
  for (const action of actions) {
    for (const closed of action.closed ?? []) {
      const line = lines.get(closed.seq);
      if (line === undefined) continue;
      // Whoever closed it did it; work closed by another unit's action keeps the officer it was assigned to.
      const doer =
        action.by.kind === "officer" && action.by.unitId === line.unitId ? action.by.id : undefined;
      lines.set(closed.seq, {
        ...line,
        ...(doer === undefined ? {} : { officerId: doer }),
        closedAt: action.at,
        outcome: closed.outcome,
        usedMinutes: closed.consumedMinutes,
      });
    }
    for (const step of action.opened ?? [])
      lines.set(step.seq, opened(step, action.at, process, calendar, now));
    if (action.data.type === "handed-to-successor") {
      for (const line of lines.values())
        if (line.closedAt === undefined) lines.set(line.seq, handedWork(action.data, line));
    }
    if (action.data.type === "assigned") {
      const line = lines.get(action.data.step);
      if (line !== undefined) lines.set(line.seq, { ...line, officerId: action.data.officerId });
    }
  }
  return [...lines.values()];
}

function opened(
  step: OpenedStep,
  openedAt: Instant,
  process: readonly ProcessStepFacts[],
  calendar: WorkingCalendar,
  now: Instant,
): StepLine {
  const { dueAt, ...rest } = step;
  const ofProcess = process.find((candidate) => candidate.id === step.processStep)?.budgetMinutes;
  const budgetMinutes =
    ofProcess ?? (dueAt === undefined ? undefined : workingMinutesBetween(calendar, openedAt, dueAt));
  return {
    ...rest,
    openedAt,
    ...(budgetMinutes === undefined ? {} : { budgetMinutes }),
    usedMinutes: workingMinutesBetween(calendar, openedAt, now),
  };
}
