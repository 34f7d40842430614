import { deadline, dueAfterDaysOff } from "../../../kernel/deadline.ts";
import type { DeadlineRules } from "../../../kernel/deadline-rules.ts";
import type { Instant } from "../../../kernel/time.ts";
import { countsRestDays, type TimeLimit } from "../../../kernel/time-limit.ts";
import { type Verdict, verdict } from "../../../kernel/verdict.ts";
import {
  addWorkingMinutes,
  dueAfterPause,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../kernel/working-calendar.ts";
import type { CaseFacts } from "../domain/condition.ts";
import type { ProcessStep, ProcessTerms } from "../domain/process.ts";
import { walkOf } from "../domain/walk.ts";

export const TRIAL_OUTCOMES = ["go-on", "send-back", "ask-supplement", "financial-duty", "silent"] as const;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];

/** How a step goes in the trial; absent: it takes its budget and goes on. */
export type StepPlan = {
  readonly takesMinutes?: number | undefined;
  /** On top of what it takes. */
  readonly lateMinutes?: number | undefined;
  /** What happens the first time; afterwards the step goes on. */
  readonly outcome?: TrialOutcome | undefined;
};

export type TrialInput = {
  readonly code: string;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
  readonly receivedAt: Instant;
  readonly facts: CaseFacts;
  readonly limit?: TimeLimit | undefined;
  readonly extraWorkingDays?: number | undefined;
  readonly calendar: WorkingCalendar;
  readonly rules: DeadlineRules;
  readonly plans: ReadonlyMap<string, StepPlan>;
};

/** One piece of work in the trial. */
export type TrialLine = {
  readonly number: number;
  readonly step: ProcessStep;
  /** The work that led here. */
  readonly after: number | undefined;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly closedAt: Instant;
  readonly consumedMinutes: number;
  readonly lateMinutes: number;
  readonly outcome: TrialOutcome;
  /** Ids of open steps for which the join behind this one still waits. */
  readonly waitsFor: readonly string[];
};

/** A time in which the clock of the case stands still. */
export type Standing = { readonly from: Instant; readonly until: Instant };

export type Trial = {
  readonly lines: readonly TrialLine[];
  readonly standing: readonly Standing[];
  readonly firstDueAt: Instant | undefined;
  /** Where there are two appointments: counted from the proof of payment. */
  readonly secondDueAt: Instant | undefined;
  /** What is owed in the end, pauses and new counting included. */
  readonly dueAt: Instant | undefined;
  /** When the result is there: the return opens, or the last step is done. */
  readonly finishedAt: Instant;
  readonly verdict: Verdict | undefined;
  /** Working minutes from receipt to result, without the time in which the clock stood still. */
  readonly consumedMinutes: number;
  readonly isEndless: boolean;
};

/** Waiting for an applicant in the trial: three working days. */
const WAIT_MINUTES = 3 * 480;
/** Nobody draws a process with more work than this; one that goes round has. */
const MOST_LINES = 300;

type Open = {
  readonly step: ProcessStep;
  readonly at: Instant;
  readonly ends: Instant;
  readonly after: number | undefined;
};

/**
 * A whole life of a case by a process, in no time: pure simulation, nothing is written. Steps take their budget unless a
 * plan says otherwise; a supplement and a payment take three working days. Throws for a process with faults.
 */
export function simulate(input: TrialInput): Trial {
  const { calendar, plans, facts } = input;
  const walk = walkOf(input);
  const lines: TrialLine[] = [];
  const pauses: Standing[] = [];
  const happened = new Set<string>();
  let countedFrom = input.receivedAt;
  let paidAt: Instant | undefined;
  const begin = (step: ProcessStep, at: Instant, after: number | undefined): Open => {
    const { takesMinutes = step.budgetMinutes, lateMinutes = 0 } = plans.get(step.id) ?? {};
    return { step, at, ends: addWorkingMinutes(calendar, at, takesMinutes + lateMinutes), after };
  };
  let open: Open[] = [begin(walk.first(), input.receivedAt, undefined)];
  while (open.length > 0 && lines.length < MOST_LINES) {
    const done = open.reduce((soonest, one) => (one.ends < soonest.ends ? one : soonest));
    open = open.filter((one) => one !== done);
    const { step, ends } = done;
    const stillOpen = open.map((one) => one.step.id);
    const outcome = happened.has(step.id) ? "go-on" : (plans.get(step.id)?.outcome ?? "go-on");
    happened.add(step.id);
    const waited = addWorkingMinutes(calendar, ends, WAIT_MINUTES);
    const number = lines.length;
    let next: readonly Open[] = [];
    let waitsFor: readonly string[] = [];
    if (step.uncounted !== undefined) pauses.push({ from: done.at, until: ends });
    if (step.work === "await-payment") paidAt = ends;
    switch (outcome) {
      case "send-back": {
        const before = done.after === undefined ? undefined : lines[done.after];
        next = [begin(before?.step ?? step, ends, number)];
        break;
      }
      case "ask-supplement":
        pauses.push({ from: ends, until: waited });
        if (input.rules.supplement === "restart") countedFrom = waited;
        open = [];
        next = [begin(walk.first(), waited, number)];
        break;
      default: {
        const isDuty = outcome === "financial-duty";
        if (isDuty) pauses.push({ from: ends, until: waited });
        if (isDuty) paidAt = waited;
        const following = walk.after(step.id, facts, stillOpen);
        next = following.map((one) => begin(one, isDuty ? waited : ends, number));
        if (following.length === 0 && walk.mayFollow(step.id).length > 0) waitsFor = stillOpen;
      }
    }
    lines.push({ ...closed(done, calendar), number, outcome, waitsFor });
    open = [...open, ...next];
  }
  return judged(input, { lines, pauses, countedFrom, paidAt, isEndless: open.length > 0 });
}

function closed({ step, at, ends, after }: Open, calendar: WorkingCalendar) {
  const dueAt = addWorkingMinutes(calendar, at, step.budgetMinutes);
  return {
    step,
    after,
    openedAt: at,
    dueAt,
    closedAt: ends,
    consumedMinutes: workingMinutesBetween(calendar, at, ends),
    lateMinutes: workingMinutesBetween(calendar, dueAt, ends),
  };
}

type Told = {
  readonly lines: readonly TrialLine[];
  readonly pauses: readonly Standing[];
  readonly countedFrom: Instant;
  readonly paidAt: Instant | undefined;
  readonly isEndless: boolean;
};

function judged(input: TrialInput, { lines, pauses, countedFrom, paidAt, isEndless }: Told): Trial {
  const { calendar, terms, receivedAt } = input;
  const standing = merged(pauses);
  const due = (limit: TimeLimit | undefined, from: Instant): Instant | undefined =>
    limit === undefined
      ? undefined
      : deadline({
          from,
          limit,
          calendar,
          rules: input.rules,
          ...(input.extraWorkingDays === undefined ? {} : { extraWorkingDays: input.extraWorkingDays }),
        }).dueAt;
  const paused = (limit: TimeLimit | undefined, from: Instant): Instant | undefined =>
    standing
      .filter((pause) => pause.from >= from)
      .reduce(
        (at, pause) =>
          at === undefined || limit === undefined
            ? at
            : countsRestDays(limit)
              ? dueAfterDaysOff(calendar, at, pause.from, pause.until).dueAt
              : dueAfterPause(calendar, at, pause.from, pause.until),
        due(limit, from),
      );
  const limit = terms?.appointments?.first ?? input.limit;
  const isTwice = terms?.appointments !== undefined && paidAt !== undefined;
  const secondDueAt = isTwice ? paused(terms.appointments.second, paidAt) : undefined;
  const dueAt = secondDueAt ?? paused(limit, countedFrom);
  const finishedAt =
    lines.findLast(({ step }) => step.work === "return")?.openedAt ?? lines.at(-1)?.closedAt ?? receivedAt;
  const stood = standing.reduce(
    (sum, { from, until }) => sum + workingMinutesBetween(calendar, from, Math.min(until, finishedAt)),
    0,
  );
  return {
    lines,
    standing,
    firstDueAt: due(limit, receivedAt),
    secondDueAt,
    dueAt,
    finishedAt,
    verdict: dueAt === undefined ? undefined : verdict(dueAt, finishedAt),
    consumedMinutes: workingMinutesBetween(calendar, receivedAt, finishedAt) - stood,
    isEndless,
  };
}

/** Pauses that touch or overlap are one. */
function merged(pauses: readonly Standing[]): readonly Standing[] {
  const whole: Standing[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || pause.from > last.until) whole.push(pause);
    else whole[whole.length - 1] = { from: last.from, until: Math.max(last.until, pause.until) };
  }
  return whole;
}
