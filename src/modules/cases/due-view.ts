import { formatClock, formatDateTime, type Instant, type Lang, toLocalIso } from "../../kernel/time.ts";
import { urgency, type Verdict } from "../../kernel/verdict.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../../kernel/working-calendar.ts";
import type { Lateness } from "../../ui/index.ts";
import { CASE_STATUS } from "./domain/case-status.ts";
import { textsOf } from "./texts.ts";

/** What a due chip shows: relative words, the exact moment behind them. */
export type DueView = {
  readonly lateness: Lateness;
  readonly text: string;
  readonly exact?: string;
  readonly iso?: string;
};

/** How something stands against its appointment. */
export type DueFacts = {
  readonly dueAt: Instant | null | undefined;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly status: number;
  readonly paused: boolean;
};

/** A working day of the law in minutes. */
const DAY = 480;

/** The chip of something that is not finished. */
export function dueView(lang: Lang, facts: DueFacts): DueView {
  const texts = textsOf(lang).due;
  if (facts.paused) {
    const why =
      facts.status === CASE_STATUS.supplement
        ? texts.pausedSupplement
        : facts.status === CASE_STATUS.financialDuty
          ? texts.pausedDuty
          : texts.paused;
    return { lateness: "paused", text: why };
  }
  const { dueAt, now, calendar } = facts;
  if (dueAt === null || dueAt === undefined) return { lateness: "ok", text: texts.none };
  const exact = { exact: formatDateTime(dueAt, lang), iso: toLocalIso(dueAt) };
  const lateness = urgency(now, dueAt, calendar);
  switch (lateness) {
    case "late":
      return { lateness, text: lateText(texts, workingMinutesBetween(calendar, dueAt, now)), ...exact };
    case "due-today":
      return { lateness, text: texts.today(formatClock(dueAt)), ...exact };
    case "soon":
    case "ok": {
      const left = workingMinutesBetween(calendar, now, dueAt);
      const text = left < DAY ? texts.hoursLeft(wholeHours(left)) : texts.daysLeft(Math.floor(left / DAY));
      return { lateness, text, ...exact };
    }
  }
}

/** The chip of a finished case: its verdict, the moment it was finished behind it. */
export function verdictView(lang: Lang, verdict: Verdict | undefined, finishedAt: Instant): DueView {
  const texts = textsOf(lang);
  return {
    lateness: verdict === "late" ? "missed" : "met",
    text: verdict === undefined ? texts.states[9] : texts.verdicts[verdict],
    exact: formatDateTime(finishedAt, lang),
    iso: toLocalIso(finishedAt),
  };
}

function lateText(texts: ReturnType<typeof textsOf>["due"], minutes: number): string {
  if (minutes < 30) return texts.justLate;
  return minutes < DAY ? texts.hoursLate(wholeHours(minutes)) : texts.daysLate(Math.floor(minutes / DAY));
}

function wholeHours(minutes: number): number {
  return Math.max(1, Math.round(minutes / 60));
}
