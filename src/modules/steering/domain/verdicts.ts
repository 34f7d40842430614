import type { Instant } from "../../../kernel/time.ts";
import { appointmentInForce, verdict } from "../../../kernel/verdict.ts";

/** What both verdicts on a case are made from. */
export type JudgedCase = {
  /** National state, 1..10. */
  readonly status: number;
  /** When it was accepted; absent: it never was and is not judged. */
  readonly acceptedAt?: Instant;
  /** The lawful appointment; while the clock stands the one that was in force before. */
  readonly dueAt?: Instant;
  /** The date after an apology. */
  readonly newDueAt?: Instant;
  readonly redated: boolean;
  /** Since when the clock stands still, also where the state does not say so: time runs that does not count. */
  readonly pausedAt?: Instant;
  /** Of two appointments the first was missed; the second does not mend that. */
  readonly missedFirst?: boolean;
  /** The appointment, and a new date after an apology, as they stood when papers were asked for too late. */
  readonly missed?: {
    readonly at: Instant;
    readonly dueAt: Instant;
    readonly newDueAt?: Instant;
    /** Of two appointments the first, missed by the notice. */
    readonly first?: true;
  };
  /** Filed online and accepted later than eight working hours. */
  readonly acceptedLate?: boolean;
  readonly finishedAt?: Instant;
  readonly returnedAt?: Instant;
  /** When it was withdrawn, stopped or not accepted after all. */
  readonly endedAt?: Instant;
  readonly supplements: number;
  /** From asking for papers until they came; `to` absent while they are awaited. */
  readonly waits: readonly Wait[];
};

type Wait = {
  readonly from: Instant;
  readonly to?: Instant;
  /** The appointment was moved for it: counted anew when the papers came, or put off by the wait. */
  readonly carried?: true;
};

export const OFFICIAL = ["on-time", "overdue", "not-counted"] as const;
export type OfficialVerdict = (typeof OFFICIAL)[number];

/**
 * The verdict of index 766 (QĐ 766/QĐ-TTg, formula 2.1): on time when processing ended, less the time of the
 * supplement, by the appointment, a new one included. The end is the finishing, else the return, else the stopping,
 * refusal or withdrawal of an accepted case; while papers are awaited the asking for them; for other open cases the
 * end of the period. More than one request for papers is overdue. Without an appointment it is not counted.
 *
 * The formula takes the time of the supplement off because its NgayHenTra is the date of before. A date that was counted
 * anew or put off for the supplement has that time in it, and taking it off again would credit it twice; of an
 * appointment that had passed when papers were asked for, no later date makes the case on time.
 */
export function officialVerdict(one: JudgedCase, periodEnd: Instant): OfficialVerdict {
  const appointment = appointmentInForce(one);
  if (one.acceptedAt === undefined || appointment === undefined) return "not-counted";
  if (one.supplements > 1 || wasOverdue(one)) return "overdue";
  const end = endOf(one, periodEnd);
  return end - supplementTime(one, one.acceptedAt, end) <= appointment ? "on-time" : "overdue";
}

/**
 * Until when an open case stays on time for index 766 if nothing is done; later it is overdue. Undefined where time
 * alone changes nothing: ended, papers awaited, asked for more than once or too late, or not counted.
 */
export function officialUntil(one: JudgedCase): Instant | undefined {
  const appointment = appointmentInForce(one);
  const ended = one.finishedAt ?? one.returnedAt ?? one.endedAt;
  if (one.acceptedAt === undefined || appointment === undefined || ended !== undefined) return undefined;
  if (one.supplements > 1 || wasOverdue(one) || one.waits.some((wait) => wait.to === undefined))
    return undefined;
  return appointment + supplementTime(one, one.acceptedAt, Number.POSITIVE_INFINITY);
}

function endOf({ finishedAt, returnedAt, endedAt, waits }: JudgedCase, periodEnd: Instant): Instant {
  const awaited = waits.find((wait) => wait.to === undefined);
  return finishedAt ?? returnedAt ?? endedAt ?? awaited?.from ?? periodEnd;
}

/**
 * Whether the appointment that was in force had passed when papers were asked for. The formula knows one NgayHenTra, of
 * two appointments the second; that the first was missed shows in the honest verdict, with a supplement as without one.
 */
function wasOverdue({ missed }: JudgedCase): boolean {
  return missed !== undefined && missed.first !== true && missed.at > appointmentInForce(missed);
}

/** How long papers were awaited after acceptance, as far as the appointment does not have it in it. */
function supplementTime({ waits }: JudgedCase, from: Instant, end: Instant): number {
  return waits
    .filter((wait) => wait.carried !== true)
    .reduce((sum, wait) => sum + Math.max(0, Math.min(wait.to ?? end, end) - Math.max(wait.from, from)), 0);
}

/** What really became of a case, each in one class; "running" and "no-date" cannot be judged (yet). */
export const HONEST = [
  "early",
  "on-time",
  "late",
  "re-dated",
  "accepted-late",
  "many-supplements",
  "withdrawn",
  "stopped",
  "running",
  "no-date",
] as const;
export type HonestVerdict = (typeof HONEST)[number];

/**
 * The honest class: kept the lawful date (early, on time) or not (late, now or then, also before it was counted anew or
 * its clock stopped); whatever moves a case out of sight stands apart: a new date, papers asked for more than once, a date that began late because an online case was
 * accepted late (CV 7260/VPCP-KSTT), withdrawal, stopping (refusal after acceptance included). Undefined: never accepted.
 */
export function honestVerdict(one: JudgedCase, now: Instant): HonestVerdict | undefined {
  if (one.acceptedAt === undefined) return undefined;
  if (one.status === 7) return "withdrawn";
  if (one.status === 8 || one.status === 3) return "stopped";
  if (one.supplements > 1) return "many-supplements";
  if (one.redated) return "re-dated";
  if (one.dueAt === undefined) return "no-date";
  if (isMissed(one)) return "late";
  if (one.finishedAt !== undefined) {
    const kept = verdict(one.dueAt, one.finishedAt);
    return kept !== "late" && one.acceptedLate === true ? "accepted-late" : kept;
  }
  return isOpenLate(one, now) ? "late" : "running";
}

/** Whether an appointment was missed for good: no date that was counted after it mends that. */
export const isMissed = ({ missedFirst, missed }: JudgedCase): boolean =>
  missedFirst === true || missed !== undefined;

/** Whether an open case is late. A clock that stands hides nothing: who was late when it stopped is late. */
export function isOpenLate(one: JudgedCase, now: Instant): boolean {
  if (one.dueAt === undefined) return false;
  const ran = isPaused(one) ? one.pausedAt : now;
  return isMissed(one) || (ran !== undefined && ran > one.dueAt);
}

/** Whether the clock stands still: papers or a payment are awaited, or whatever else the process waits for. */
export const isPaused = ({ pausedAt, status }: JudgedCase): boolean =>
  status === 5 || status === 6 || pausedAt !== undefined;

/** How many cases there are of each pair of verdicts. */
export type VerdictCount = {
  readonly official: OfficialVerdict;
  readonly honest: HonestVerdict;
  readonly cases: number;
};

/** Both figures of a period. */
export type Figures = {
  /** Share 0..1 by the official formula; undefined where it counts no case. */
  readonly official: number | undefined;
  /** Share of promises kept among those that could be kept or broken. */
  readonly honest: number | undefined;
  readonly classes: Readonly<Record<HonestVerdict, number>>;
  /** The same classes among the cases that the formula calls on time: what it covers. */
  readonly calledOnTime: Readonly<Record<HonestVerdict, number>>;
  readonly overdue: number;
  /** How many cases each share is made of. */
  readonly officialBase: number;
  readonly honestBase: number;
};

/** The honest share from classes: promises kept among those that could be kept or broken, and how many those are. */
export function honestShare(classes: Readonly<Record<HonestVerdict, number>>) {
  const kept = classes.early + classes["on-time"];
  const broken = classes.late + classes["re-dated"] + classes["accepted-late"] + classes["many-supplements"];
  const base = kept + broken;
  return { share: share(kept, base), base };
}

/** The official share: on time among those the formula counts. */
export function officialShare(onTime: number, overdue: number): number | undefined {
  return share(onTime, onTime + overdue);
}

/** Adds up counts of pairs. */
export function figuresOf(counts: readonly VerdictCount[]): Figures {
  const classes = sumBy(counts);
  const calledOnTime = sumBy(counts.filter((count) => count.official === "on-time"));
  const onTime = total(calledOnTime);
  const overdue = total(sumBy(counts.filter((count) => count.official === "overdue")));
  const honest = honestShare(classes);
  return {
    official: officialShare(onTime, overdue),
    honest: honest.share,
    classes,
    calledOnTime,
    overdue,
    officialBase: onTime + overdue,
    honestBase: honest.base,
  };
}

function sumBy(counts: readonly VerdictCount[]): Record<HonestVerdict, number> {
  const sums = Object.fromEntries(HONEST.map((key) => [key, 0])) as Record<HonestVerdict, number>;
  for (const { honest, cases } of counts) sums[honest] += cases;
  return sums;
}

function total(sums: Readonly<Record<HonestVerdict, number>>): number {
  return HONEST.reduce((sum, key) => sum + sums[key], 0);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
