import { verdict } from "../../../kernel/verdict.ts";
import { workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import { walkOf } from "../domain/walk.ts";
import type { Trial, TrialInput } from "./trial.ts";
import { appointmentsOf, merged } from "./trial-clock.ts";
import { answeredBySilence, finished, type Life, received, silenceBefore } from "./trial-life.ts";

/** Nobody draws a process with more work than this; one that goes round has. */
const MOST_LINES = 300;

/**
 * A whole life of a case by a process, in no time: pure simulation, nothing is written. Steps take the time they have unless
 * a plan says otherwise; a supplement and a payment take three working days. What may happen, and what then follows, is as
 * the verbs of a case have it. Throws for a process with faults.
 */
export function simulate(input: TrialInput): Trial {
  const setting = { input, walk: walkOf(input) };
  let life = received(setting);
  while (life.open.length > 0 && life.lines.length < MOST_LINES) {
    const next = life.open.reduce((soonest, one) => (one.ends < soonest.ends ? one : soonest));
    const silence = silenceBefore(setting, life, next.ends);
    life = silence === undefined ? finished(setting, life, next) : answeredBySilence(setting, life, silence);
  }
  return judged(input, life);
}

/** The appointments, the verdict and the sums of a life that has come to its end. */
function judged(input: TrialInput, { lines, clock, silentAt, open }: Life): Trial {
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
    isEndless: open.length > 0,
  };
}
