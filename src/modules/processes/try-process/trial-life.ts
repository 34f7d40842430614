import { deadline } from "../../../kernel/deadline.ts";
import { stepDue } from "../../../kernel/step-due.ts";
import type { Instant } from "../../../kernel/time.ts";
import { addWorkingMinutes, dueAfterPause, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { ProcessStep } from "../domain/process.ts";
import type { Walk } from "../domain/walk.ts";
import type { TrialDenial, TrialInput, TrialLine } from "./trial.ts";
import { appointmentsOf, type TrialClock } from "./trial-clock.ts";
import { possibleOutcomes, standsStill, type TrialOutcome, withAllAfter, workBefore } from "./trial-steps.ts";

/** Waiting for an applicant in the trial: three working days. */
const WAIT_MINUTES = 3 * 480;

/** What stays the same in a whole trial. */
export type Setting = { readonly input: TrialInput; readonly walk: Walk };

/** A piece of work that is open. */
export type Open = {
  readonly step: ProcessStep;
  readonly at: Instant;
  readonly due: Instant;
  readonly ends: Instant;
  /** An opinion that is not given within its term: it ends with the term. */
  readonly isSilent: boolean;
  /** Number of the work that led here. */
  readonly after: number | undefined;
};

/** An invented case at one moment. */
export type Life = {
  readonly now: Instant;
  readonly open: readonly Open[];
  /** What is over, in the order in which it ended. */
  readonly lines: readonly TrialLine[];
  /** Ids of the steps that are done and not to be done anew, oldest first. */
  readonly done: readonly string[];
  /** Ids of the steps of which the plan has happened. */
  readonly happened: ReadonlySet<string>;
  readonly clock: TrialClock;
  readonly supplements: number;
  readonly silentAt: Instant | undefined;
};

/** The case as it is received: its first step is open. */
export function received(setting: Setting): Life {
  const { receivedAt } = setting.input;
  return {
    now: receivedAt,
    open: [begun(setting, setting.walk.first(), receivedAt, undefined)],
    lines: [],
    done: [],
    happened: new Set(),
    clock: { pauses: [], countedFrom: receivedAt, paidAt: undefined },
    supplements: 0,
    silentAt: undefined,
  };
}

/** When silence is the answer before the next work is done; undefined: it is not. */
export function silenceBefore(
  { input }: Setting,
  { open, clock, now }: Life,
  next: Instant,
): Instant | undefined {
  const isRunning = !open.some(({ step }) => step.work === "return" || standsStill(step));
  if (input.terms?.whenSilent === undefined || !isRunning || returnOf(input) === undefined) return undefined;
  const { dueAt } = appointmentsOf(input, clock);
  return dueAt === undefined || dueAt >= next ? undefined : Math.max(dueAt, now);
}

/** Silence is the answer: all work ends, the result is returned. */
export function answeredBySilence(setting: Setting, life: Life, at: Instant): Life {
  const back = returnOf(setting.input);
  const over = life.open.reduce((before, one) => closed(setting, before, one, "silence", at), life);
  const open = back === undefined ? [] : [begun(setting, back, at, over.lines.length - 1)];
  return { ...over, open, silentAt: at };
}

/** A piece of work ends as it was planned, or as it may, and what follows it opens. */
export function finished(setting: Setting, life: Life, one: Open): Life {
  const { step, ends } = one;
  const open = life.open.filter((other) => other !== one);
  const before = workBefore(
    setting.walk,
    step.id,
    life.done,
    open.map((other) => other.step.id),
  );
  const { outcome, denied } = outcomeOf(setting, life, one, before !== undefined);
  const after: Life = {
    ...life,
    now: ends,
    open,
    done: [...life.done, step.id],
    happened: new Set([...life.happened, step.id]),
    clock: {
      ...life.clock,
      pauses:
        step.uncounted === undefined
          ? life.clock.pauses
          : [...life.clock.pauses, { from: one.at, until: ends }],
      paidAt: step.work === "await-payment" ? ends : life.clock.paidAt,
    },
  };
  switch (outcome) {
    case "send-back":
      return sentBack(setting, after, one, before);
    case "ask-supplement":
      return askedForPapers(setting, after, one);
    case "financial-duty":
      return goneOn(setting, afterPayment(setting, after, one), one, { outcome, denied });
    default:
      return goneOn(setting, after, one, { outcome, denied });
  }
}

type Ending = { readonly outcome: TrialOutcome; readonly denied: TrialDenial | undefined };

/** How a piece of work ends: by its plan the first time where that is possible, in silence, else by going on. */
function outcomeOf(
  { input }: Setting,
  life: Life,
  { step, ends, isSilent }: Open,
  hasBefore: boolean,
): Ending {
  const planned = life.happened.has(step.id) ? "go-on" : (input.plans.get(step.id)?.outcome ?? "go-on");
  if (!possibleOutcomes(step).includes(planned))
    return { outcome: isSilent ? "silent" : "go-on", denied: undefined };
  const mayAsk = life.supplements < input.rules.maxSupplements && ends <= askUntil(input);
  const denied = deniedNow(planned, { hasBefore, mayAsk });
  return { outcome: isSilent ? "silent" : denied === undefined ? planned : "go-on", denied };
}

function deniedNow(
  planned: TrialOutcome,
  { hasBefore, mayAsk }: { readonly hasBefore: boolean; readonly mayAsk: boolean },
): TrialDenial | undefined {
  if (planned === "send-back" && !hasBefore) return "no-earlier-step";
  return planned === "ask-supplement" && !mayAsk ? "supplement-over" : undefined;
}

/** The last moment at which papers may be asked for (NĐ 118/2025, Điều 11). */
function askUntil({ receivedAt, calendar, rules }: TrialInput): Instant {
  const limit = { amount: rules.supplementAskWithinWorkingDays, unit: "working-day" } as const;
  return deadline({ from: receivedAt, limit, calendar, rules }).dueAt;
}

function sentBack(setting: Setting, life: Life, one: Open, to: ProcessStep | undefined): Life {
  const number = life.lines.length;
  const over = closed(setting, life, one, "send-back", one.ends);
  return opened(setting, over, to === undefined ? [] : [begun(setting, to, one.ends, number)]);
}

/** All work stops; three working days later the papers are there, and the case begins anew. */
function askedForPapers(setting: Setting, life: Life, one: Open): Life {
  const { input, walk } = setting;
  const number = life.lines.length;
  const until = afterWait(setting, one.ends);
  const asked = closed(setting, life, one, "ask-supplement", one.ends);
  const stopped = life.open.reduce(
    (before, other) => closed(setting, before, other, "stopped", one.ends),
    asked,
  );
  const clock = {
    ...life.clock,
    pauses: [...life.clock.pauses, { from: one.ends, until }],
    ...(input.rules.supplement === "restart" ? { countedFrom: until } : {}),
  };
  const waited = { ...stopped, now: until, open: [], clock, supplements: life.supplements + 1 };
  return opened(setting, waited, [begun(setting, walk.first(), until, number)]);
}

/** While a payment is owed that the process does not foresee all open steps rest; three working days later it is there. */
function afterPayment(setting: Setting, life: Life, { ends }: Open): Life {
  const until = afterWait(setting, ends);
  const rested = (at: Instant) => restedTill(setting, at, { from: ends, until });
  return {
    ...life,
    now: until,
    open: life.open.map((other) => ({ ...other, ends: rested(other.ends), due: rested(other.due) })),
    clock: { ...life.clock, pauses: [...life.clock.pauses, { from: ends, until }], paidAt: until },
  };
}

/** The work is done, now or when the payment that it asked for is there, and the process goes on. */
function goneOn(setting: Setting, life: Life, one: Open, { outcome, denied }: Ending): Life {
  const { input, walk } = setting;
  const { step, ends } = one;
  const number = life.lines.length;
  const others = life.open.map((other) => other.step.id);
  const following = walk.after(step.id, input.facts, others).filter(({ id }) => !others.includes(id));
  const waits = following.length === 0 && walk.mayFollow(step.id).length > 0;
  const due = life.now > ends ? restedTill(setting, one.due, { from: ends, until: life.now }) : one.due;
  const over = closed(setting, life, { ...one, due }, outcome, life.now, {
    waitsFor: waits ? others : [],
    denied,
  });
  return opened(
    setting,
    over,
    following.map((next) => begun(setting, next, life.now, number)),
  );
}

/** A moment after all work rested for a while. */
function restedTill(
  { input }: Setting,
  at: Instant,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Instant {
  return at >= from ? Math.max(until, dueAfterPause(input.calendar, at, from, until)) : at;
}

function afterWait({ input }: Setting, from: Instant): Instant {
  return addWorkingMinutes(input.calendar, from, WAIT_MINUTES);
}

function begun({ input }: Setting, step: ProcessStep, at: Instant, after: number | undefined): Open {
  const { calendar, rules, plans } = input;
  const { takesMinutes, lateMinutes = 0, outcome } = plans.get(step.id) ?? {};
  const due = stepDue(step, at, { calendar, rules });
  const from = takesMinutes === undefined ? due : at;
  const minutes = (takesMinutes ?? 0) + lateMinutes;
  // Nothing more than the end of a day is not the beginning of the next one.
  const ends = minutes === 0 ? from : addWorkingMinutes(calendar, from, minutes);
  const isSilent = possibleOutcomes(step).includes("silent") && (ends > due || outcome === "silent");
  return { step, at, due, ends: isSilent ? due : ends, isSilent, after };
}

/** What opens is to be done anew, with all that may come after it. */
function opened({ walk }: Setting, life: Life, next: readonly Open[]): Life {
  const ids = next.map((one) => one.step.id);
  const anew = withAllAfter(walk, ids);
  return { ...life, open: [...life.open, ...next], done: life.done.filter((id) => !anew.has(id)) };
}

function closed(
  { input }: Setting,
  life: Life,
  one: Open,
  outcome: TrialLine["outcome"],
  until: Instant,
  more: Pick<Partial<TrialLine>, "waitsFor" | "denied"> = {},
): Life {
  const { calendar } = input;
  const line: TrialLine = {
    number: life.lines.length,
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
  };
  return { ...life, lines: [...life.lines, line] };
}

function returnOf({ steps }: TrialInput): ProcessStep | undefined {
  return steps.findLast(({ work }) => work === "return");
}
