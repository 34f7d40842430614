import type { Sessions } from "../../../kernel/day-sessions.ts";
import { formatDate, formatMinute, type Lang } from "../../../kernel/time.ts";
import type { CalendarChange } from "../domain/calendar-change.ts";
import { calendarTexts, daysText } from "./calendar-texts.ts";

/** "07:00–11:30, 13:00–16:30". */
export function sessionsText(sessions: Sessions): string {
  return sessions.map(({ start, end }) => `${formatMinute(start)}–${formatMinute(end)}`).join(", ");
}

/** "thứ hai–thứ sáu 07:00–11:30, 13:00–16:30; thứ bảy 07:00–11:00": weekdays with the same hours together. */
export function weekText(week: readonly Sessions[], lang: Lang): string {
  const names = calendarTexts(lang).weekdays.map(([, name]) => (lang === "vi" ? name.toLowerCase() : name));
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const [day, sessions] of week.entries()) {
    const hours = sessionsText(sessions);
    const before = groups.at(-1);
    if (before?.last === day - 1 && before.hours === hours) before.last = day;
    else if (hours !== "") groups.push({ first: day, last: day, hours });
  }
  return groups
    .map(({ first, last, hours }) => {
      const days = first === last ? names[first] : `${names[first]}–${names[last]}`;
      return `${days} ${hours}`;
    })
    .join("; ");
}

/** "nghỉ 24/12/2026; làm việc 26/12/2026; từ 04/01/2027 giờ làm việc 07:30–11:30, 13:00–17:00". */
export function changesText(changes: readonly CalendarChange[], lang: Lang): string {
  const texts = calendarTexts(lang);
  const groups = new Map<string, CalendarChange[]>();
  for (const change of changes) {
    const words = changeWords(change, lang);
    groups.set(words, [...(groups.get(words) ?? []), change]);
  }
  const days = [...groups].map(([words, alike]) =>
    alike[0]?.as === "hours" || alike[0]?.as === "intake"
      ? `${texts.from(formatDate(alike[0].date))} ${words}`
      : `${words} ${daysText(alike.map((change) => change.date))}`,
  );
  return days.join("; ");
}

function changeWords(change: CalendarChange, lang: Lang): string {
  const texts = calendarTexts(lang);
  switch (change.as) {
    case "half-day":
      return texts.halfDay(sessionsText(change.sessions));
    case "hours":
      return `${texts.hoursOfWork} ${sessionsText(change.sessions)}`;
    case "intake":
      return `${texts.hoursOfIntake} ${change.week === undefined ? texts.asWork : weekText(change.week, lang)}`;
    default:
      return texts[change.as];
  }
}
