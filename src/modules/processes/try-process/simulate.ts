import { deadline } from "../../../kernel/deadline.ts";
import type { DeadlineRules } from "../../../kernel/deadline-rules.ts";
import { stepDue } from "../../../kernel/step-due.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
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
import { type Appointments, appointmentsOf, merged, type Standing, type TrialClock } from "./trial-clock.ts";
import { possibleOutcomes, standsStill, type TrialOutcome, withAllAfter, workBefore } from "./trial-steps.ts";

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
  /** "stopped": open when papers were asked for; "silence": open when silence became the answer. */
  readonly outcome: TrialOutcome | "stopped" | "silence";
  /** What was planned and may not be. */
  readonly denied?: TrialDenial | undefined;
  /** Ids of open steps for which the join behind this one still waits. */
  readonly waitsFor: readonly string[];
};

/** There is no work to send back to; papers were asked for already, or the days for it are over. */
export type TrialDenial = "no-earlier-step" | "supplement-over";

export type Trial = Appointments & {
  readonly lines: readonly TrialLine[];
  readonly standing: readonly Standing[];
  /** When the result is there: the return opens, or the last step is done. */
  readonly finishedAt: Instant;
  readonly verdict: Verdict | undefined;
  /** Working minutes from receipt to result, without the time in which the clock stood still. */
  readonly consumedMinutes: number;
  /** When silence became the answer, where the terms make it one. */
  readonly silentAt: Instant | undefined;
  readonly isEndless: boolean;
};

/** Waiting for an applicant in the trial: three working days. */
const WAIT_MINUTES = 3 * 480;
/** Nobody draws a process with more work than this; one that goes round has. */
const MOST_LINES = 300;

type Open = {
  readonly step: ProcessStep;
  readonly at: Instant;
  readonly due: Instant;
  readonly ends: Instant;
  /** An opinion that is not given within its term: it ends with the term. */
  readonly isSilent: boolean;
  readonly after: number | undefined;
};

/**
 * A whole life of a case by a process, in no time: pure simulation, nothing is written. Steps take the time they have unless
 * a plan says otherwise; a supplement and a payment take three working days. What may happen, and what then follows, is as
 * the verbs of a case have it. Throws for a process with faults.
 */
export function simulate(input: TrialInput): Trial {
  const { calendar, plans, facts, rules, terms } = input;
  const walk = walkOf(input);
  const lines: TrialLine[] = [];
  const pauses: Standing[] = [];
  const happened = new Set<string>();
  let done: readonly string[] = [];
  let countedFrom = input.receivedAt;
  let paidAt: Instant | undefined;
  let silentAt: Instant | undefined;
  let supplements = 0;
  let now = input.receivedAt;
  const begin = (step: ProcessStep, at: Instant, after: number | undefined): Open => {
    const { takesMinutes, lateMinutes = 0, outcome } = plans.get(step.id) ?? {};
    const due = stepDue(step, at, { calendar, rules });
    const from = takesMinutes === undefined ? due : at;
    const minutes = (takesMinutes ?? 0) + lateMinutes;
    // Nothing more than the end of a day is not the beginning of the next one.
    const ends = minutes === 0 ? from : addWorkingMinutes(calendar, from, minutes);
    const isSilent = possibleOutcomes(step).includes("silent") && (ends > due || outcome === "silent");
    return { step, at, due, ends: isSilent ? due : ends, isSilent, after };
  };
  const clock = () => ({ pauses, countedFrom, paidAt });
  /** When silence is the answer before the next work is done; undefined: it is not. */
  const silenceBefore = (next: Instant): Instant | undefined => {
    const isRunning = !open.some(({ step }) => step.work === "return" || standsStill(step));
    if (terms?.whenSilent === undefined || !isRunning) return undefined;
    const { dueAt } = appointmentsOf(input, clock());
    return dueAt === undefined || dueAt >= next ? undefined : Math.max(dueAt, now);
  };
  const close = (one: Open, outcome: TrialLine["outcome"], until: Instant, more: Partial<TrialLine> = {}) =>
    lines.push({
      number: lines.length,
      step: one.step,
      after: one.after,
      openedAt: one.at,
      dueAt: one.due,
      closedAt: until,
      consumedMinutes: workingMinutesBetween(calendar, one.at, Math.min(one.ends, until)),
      lateMinutes: workingMinutesBetween(calendar, one.due, until),
      outcome,
      waitsFor: [],
      ...more,
    });
  let open: Open[] = [begin(walk.first(), input.receivedAt, undefined)];
  while (open.length > 0 && lines.length < MOST_LINES) {
    const last = open.reduce((soonest, one) => (one.ends < soonest.ends ? one : soonest));
    const silence = silenceBefore(last.ends);
    const back = input.steps.findLast(({ work }) => work === "return");
    if (silence !== undefined && back !== undefined) {
      for (const one of open) close(one, "silence", silence);
      silentAt = silence;
      open = [begin(back, silence, lines.length - 1)];
      continue;
    }
    const { step, ends } = last;
    now = ends;
    open = open.filter((one) => one !== last);
    const others = open.map((one) => one.step.id);
    const waited = addWorkingMinutes(calendar, ends, WAIT_MINUTES);
    const number = lines.length;
    if (step.uncounted !== undefined) pauses.push({ from: last.at, until: ends });
    if (step.work === "await-payment") paidAt = ends;
    const planned = happened.has(step.id) ? "go-on" : (plans.get(step.id)?.outcome ?? "go-on");
    happened.add(step.id);
    const before = workBefore(walk, step.id, done, others);
    const denied = deniedNow(planned, {
      hasBefore: before !== undefined,
      mayAsk: supplements < rules.maxSupplements && ends <= askUntil(input),
    });
    const isPossible = possibleOutcomes(step).includes(planned) && denied === undefined;
    const outcome = last.isSilent ? "silent" : isPossible ? planned : "go-on";
    const noted = possibleOutcomes(step).includes(planned) ? { denied } : {};
    done = [...done, step.id];
    let next: readonly Open[] = [];
    switch (outcome) {
      case "send-back":
        close(last, outcome, ends);
        next = before === undefined ? [] : [begin(before, ends, number)];
        break;
      case "ask-supplement":
        close(last, outcome, ends);
        for (const one of open) close(one, "stopped", ends);
        pauses.push({ from: ends, until: waited });
        supplements++;
        now = waited;
        if (rules.supplement === "restart") countedFrom = waited;
        open = [];
        next = [begin(walk.first(), waited, number)];
        break;
      default: {
        const isDuty = outcome === "financial-duty";
        // While a payment is owed that the process does not foresee all its steps rest, this one too.
        const rested = (at: Instant) =>
          isDuty && at >= ends ? Math.max(waited, dueAfterPause(calendar, at, ends, waited)) : at;
        if (isDuty) {
          pauses.push({ from: ends, until: waited });
          paidAt = waited;
          now = waited;
          open = open.map((one) => ({ ...one, ends: rested(one.ends), due: rested(one.due) }));
        }
        const following = walk.after(step.id, facts, others).filter(({ id }) => !others.includes(id));
        const waits = following.length === 0 && walk.mayFollow(step.id).length > 0;
        const waitsFor = waits ? others : [];
        close({ ...last, due: rested(last.due) }, outcome, now, { waitsFor, ...noted });
        next = following.map((one) => begin(one, now, number));
      }
    }
    const anew = withAllAfter(
      walk,
      next.map((one) => one.step.id),
    );
    done = done.filter((id) => !anew.has(id));
    open = [...open, ...next];
  }
  return judged(input, { lines, clock: clock(), silentAt, isEndless: open.length > 0 });
}

/** The last moment at which papers may be asked for (NĐ 118/2025, Điều 11). */
function askUntil({ receivedAt, calendar, rules }: TrialInput): Instant {
  const limit = { amount: rules.supplementAskWithinWorkingDays, unit: "working-day" } as const;
  return deadline({ from: receivedAt, limit, calendar, rules }).dueAt;
}

function deniedNow(
  planned: TrialOutcome,
  { hasBefore, mayAsk }: { readonly hasBefore: boolean; readonly mayAsk: boolean },
): TrialDenial | undefined {
  if (planned === "send-back" && !hasBefore) return "no-earlier-step";
  return planned === "ask-supplement" && !mayAsk ? "supplement-over" : undefined;
}

type Told = Pick<Trial, "lines" | "silentAt" | "isEndless"> & { readonly clock: TrialClock };

function judged(input: TrialInput, { lines, clock, silentAt, isEndless }: Told): Trial {
  const { calendar, receivedAt } = input;
  const standing = merged(clock.pauses);
  const appointments = appointmentsOf(input, clock);
  const { dueAt } = appointments;
  const finishedAt =
    lines.findLast(({ step }) => step.work === "return")?.openedAt ?? lines.at(-1)?.closedAt ?? receivedAt;
  const stood = standing.reduce(
    (sum, { from, until }) => sum + workingMinutesBetween(calendar, from, Math.min(until, finishedAt)),
    0,
  );
  // Silence answers after the appointment: nobody decided in time.
  const ordinary = dueAt === undefined ? undefined : verdict(dueAt, finishedAt);
  return {
    lines,
    standing,
    ...appointments,
    finishedAt,
    verdict: silentAt === undefined ? ordinary : "late",
    consumedMinutes: workingMinutesBetween(calendar, receivedAt, finishedAt) - stood,
    silentAt,
    isEndless,
  };
}
