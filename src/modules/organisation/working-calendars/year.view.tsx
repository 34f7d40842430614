import type { VNode } from "preact";
import {
  dateOfDayNumber,
  dayNumberOf,
  daysInMonth,
  formatDate,
  type Lang,
  type LocalDate,
  weekdayOf,
} from "../../../kernel/time.ts";
import { type DayException, isWorkingDay, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { DataTable } from "../../../ui/index.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { sessionsText } from "./hours-words.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type Props = { readonly calendar: WorkingCalendar; readonly year: number; readonly lang: Lang };

/** The year at a glance: twelve months, each a table; signs and hidden words say what colours show. */
export function YearView(props: Props): VNode {
  const texts = calendarTexts(props.lang);
  return (
    <>
      <ul class="calendar-legend" aria-label={texts.legend}>
        <li>
          <span class="day">12</span> {texts.legendWorking}
        </li>
        <li>
          <span class="day weekly">12</span> {texts.legendRest}
        </li>
        <li>
          <span class="day holiday">12</span> {texts.legendHoliday}
        </li>
        <li>
          <span class="day make-up">12</span> {texts.legendMakeUp}
        </li>
        <li>
          <span class="day half">12</span> {texts.legendHalf}
        </li>
      </ul>
      <div class="months">
        {MONTHS.map((month) => (
          <Month key={month} {...props} month={month} />
        ))}
      </div>
      <NamedDays {...props} />
    </>
  );
}

function Month(props: Props & { readonly month: number }): VNode {
  const { year, month, lang } = props;
  const texts = calendarTexts(lang);
  return (
    <table class="month">
      <caption>{texts.month(month)}</caption>
      <thead>
        <tr>
          {texts.weekdays.map(([short, full]) => (
            <th key={short} scope="col">
              <abbr title={full}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((date) => date !== undefined)}>
            {week.map((date, index) => (
              <td key={texts.weekdays[index]?.[0]}>
                {date === undefined ? null : <Day {...props} date={date} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ calendar, date, lang }: Props & { readonly date: LocalDate }): VNode {
  const texts = calendarTexts(lang);
  const number = Number(date.slice(8));
  const named = calendar.byDate.get(date);
  if (named === undefined) {
    return isWorkingDay(calendar, date) ? (
      <span class="day">{number}</span>
    ) : (
      <span class="day weekly">
        {number}
        <span class="hush"> {texts.weeklyRest}</span>
      </span>
    );
  }
  return (
    <span class={`day ${classOf(named)}`} title={named.name}>
      {number}
      <span class="hush">
        {" "}
        {kindOf(named, lang)}: {named.name}
      </span>
    </span>
  );
}

function classOf({ working, sessions }: DayException): string {
  if (sessions !== undefined) return "half";
  return working ? "make-up" : "holiday";
}

function kindOf({ working, sessions }: DayException, lang: Lang): string {
  const texts = calendarTexts(lang);
  if (sessions !== undefined) return texts.halfDay(sessionsText(sessions));
  return working ? texts.makeUp : texts.holiday;
}

/** The days of a month in weeks from Monday; undefined before the first and after the last. */
function weeksOf(year: number, month: number): readonly (readonly (LocalDate | undefined)[])[] {
  const first = dayNumberOf(year, month, 1);
  const lead = weekdayOf(dateOfDayNumber(first)) - 1;
  const days = daysInMonth(year, month);
  const cells = Array.from({ length: Math.ceil((lead + days) / 7) * 7 }, (_, index) =>
    index < lead || index >= lead + days ? undefined : dateOfDayNumber(first + index - lead),
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function NamedDays({ calendar, year, lang }: Props): VNode {
  const texts = calendarTexts(lang);
  const days = calendar.exceptions
    .filter(({ date }) => date.startsWith(`${year}-`))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <DataTable
      caption={texts.namedDays}
      rows={days}
      rowKey={(day) => day.date}
      empty={<p class="soft">{texts.noNamedDays}</p>}
      columns={[
        {
          key: "day",
          label: texts.day,
          primary: true,
          cell: ({ date }) => `${formatDate(date)}, ${texts.weekdays[weekdayOf(date) - 1]?.[1] ?? ""}`,
        },
        { key: "kind", label: texts.kind, cell: (day) => kindOf(day, lang) },
        { key: "name", label: texts.name, cell: (day) => day.name },
        { key: "source", label: texts.source, cell: (day) => day.source.replace(/ \([^)]*\)/g, "") },
      ]}
    />
  );
}
