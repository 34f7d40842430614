import type { VNode } from "preact";
import { periodOn } from "../../../kernel/day-sessions.ts";
import { dayNumber, formatDate, type Lang, type LocalDate } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { SummaryList } from "../../../ui/index.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { sessionsText } from "./hours-words.ts";
import { intakeHoursOf } from "./intake-hours.ts";

type Props = { readonly calendar: WorkingCalendar; readonly today: LocalDate; readonly lang: Lang };

/** When people work and when cases are received: today, and from the days on that are declared already. */
export function HoursView({ calendar, today, lang }: Props): VNode {
  const texts = calendarTexts(lang);
  const workOn = (day: LocalDate) => sessionsText(periodOn(calendar.periods, dayNumber(day)).makeUp);
  const intakeOn = (day: LocalDate) => intakeHoursOf(calendar, day, lang);
  const items = (label: string, on: (day: LocalDate) => string) => {
    const starts = [...(calendar.hours ?? []), ...(calendar.intake ?? [])].map(({ from }) => from);
    const coming = [...new Set(starts)].filter((from) => from > today).sort();
    const lines = [{ label, value: on(today) }];
    for (const from of coming) {
      const value = on(from);
      if (value !== lines.at(-1)?.value)
        lines.push({ label: `${label} ${texts.from(formatDate(from))}`, value });
    }
    return lines;
  };
  return (
    <section class="flow">
      <h2>{texts.hoursTitle}</h2>
      <p class="soft">{texts.hoursLead}</p>
      <SummaryList items={[...items(texts.hoursNow, workOn), ...items(texts.intakeNow, intakeOn)]} />
    </section>
  );
}
