import type { Instant } from "../../../kernel/time.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { CaseAction, OpenedStep } from "../domain/case-action.ts";
import type { Consumption } from "../domain/consumption.ts";
import { isMain } from "../domain/evolve.ts";
import { standsStill } from "../domain/go-on.ts";
import { handedWork } from "../domain/handed.ts";
import type { ProcessStepFacts } from "../domain/rule-context.ts";

/** A piece of work in the history of a case: what it was given and what it took, in working minutes. */
export type StepLine = {
  readonly seq: number;
  readonly processStep: string;
  readonly ofProcess?: true;
  readonly work: OpenedStep["work"];
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly outcome?: string;
  /** Absent where no time is set, such as waiting for the applicant. */
  readonly budgetMinutes?: number;
  /** While the clock ran; of time that does not count, and of work beside the process, all that passed. */
  readonly usedMinutes: number;
  /** Its part of the time of the case; parallel time belongs to one step alone. */
  readonly countedMinutes: number;
  /** Which kind of time does not count. */
  readonly uncounted?: string;
  /** Done by its due time, or still before it; a term in days ends later than its minutes are used up. */
  readonly inTime?: true;
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
  consumption: Consumption,
): StepLine[] {
  const lines = new Map<number, StepLine>();
  const dueOf = new Map<number, Instant>();
  const dueNow = new Map<number, Instant>();
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
    for (const step of action.opened ?? []) {
      lines.set(step.seq, opened(step, action.at, process, calendar, now));
      if (step.dueAt !== undefined) dueOf.set(step.seq, step.dueAt);
      if (step.dueAt !== undefined) dueNow.set(step.seq, step.dueAt);
    }
    for (const { seq, dueAt } of action.remeasured ?? []) dueNow.set(seq, dueAt);
    if (action.data.type === "process-moved") {
      const ids = new Map(action.data.steps.map(({ seq, to }) => [seq, to]));
      for (const line of lines.values())
        lines.set(line.seq, moved(line, ids.get(line.seq), dueOf.get(line.seq), process, calendar));
    }
    if (action.data.type === "released") {
      const line = lines.get(action.data.step);
      if (line !== undefined) {
        const { officerId: _, ...free } = line;
        lines.set(line.seq, free);
      }
    }
    if (action.data.type === "handed-to-successor") {
      for (const line of lines.values())
        if (line.closedAt === undefined) lines.set(line.seq, handedWork(action.data, line));
    }
    if (action.data.type === "assigned") {
      const line = lines.get(action.data.step);
      if (line !== undefined) lines.set(line.seq, { ...line, officerId: action.data.officerId });
    }
  }
  const spent = new Map(consumption.steps.map((step) => [step.seq, step]));
  return [...lines.values()].map((line) => {
    const { ranMinutes, countedMinutes } = spent.get(line.seq) ?? { ranMinutes: 0, countedMinutes: 0 };
    const byClock = isMain(line) && !standsStill(line);
    const inTime =
      (line.closedAt ?? now) <= (dueNow.get(line.seq) ?? -Infinity) ? { inTime: true as const } : {};
    return { ...line, ...inTime, countedMinutes, ...(byClock ? { usedMinutes: ranMinutes } : {}) };
  });
}

/** A done step keeps the budget that it had; an open one has that of the version by which the case goes on. */
function moved(
  line: StepLine,
  to: string | undefined,
  dueAt: Instant | undefined,
  process: readonly ProcessStepFacts[],
  calendar: WorkingCalendar,
): StepLine {
  const processStep = to ?? line.processStep;
  const budgetMinutes =
    line.closedAt === undefined
      ? process.find((candidate) => candidate.id === processStep)?.budgetMinutes
      : dueAt === undefined
        ? undefined
        : workingMinutesBetween(calendar, line.openedAt, dueAt);
  return { ...line, processStep, ...(budgetMinutes === undefined ? {} : { budgetMinutes }) };
}

function opened(
  step: OpenedStep,
  openedAt: Instant,
  process: readonly ProcessStepFacts[],
  calendar: WorkingCalendar,
  now: Instant,
): StepLine {
  const { dueAt, evidence: _, ...rest } = step;
  const ofProcess = process.find((candidate) => candidate.id === step.processStep)?.budgetMinutes;
  const budgetMinutes =
    step.budgetMinutes ??
    ofProcess ??
    (dueAt === undefined ? undefined : workingMinutesBetween(calendar, openedAt, dueAt));
  return {
    ...rest,
    openedAt,
    // Whoever is waited for outside has no budget of ours.
    ...(budgetMinutes === undefined || budgetMinutes === 0 ? {} : { budgetMinutes }),
    usedMinutes: workingMinutesBetween(calendar, openedAt, now),
    countedMinutes: 0,
  };
}
