import type { Sessions } from "../../../kernel/day-sessions.ts";
import { periodOn } from "../../../kernel/day-sessions.ts";
import { intakeCalendar } from "../../../kernel/intake-calendar.ts";
import { dayNumber, type Lang, type LocalDate } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { Directory } from "../directory.ts";
import type { Calendars } from "./calendars.ts";
import { weekText } from "./hours-words.ts";

/** When a desk receives cases in an ordinary week. */
export type IntakeHours = {
  /** The unit; undefined: all others of the province. */
  readonly unit: string | undefined;
  readonly hours: string;
};

/** When cases are received in the ordinary week of a day. */
export function intakeHoursOf(calendar: WorkingCalendar, on: LocalDate, lang: Lang): string {
  return weekText(intakeWeek(calendar, on), lang);
}

function intakeWeek(calendar: WorkingCalendar, on: LocalDate): readonly Sessions[] {
  return periodOn(intakeCalendar(calendar).periods, dayNumber(on)).week;
}

/** The hours of the province first, then those of each unit that stands and has others. */
export function intakeHours(
  calendars: Calendars,
  directory: Pick<Directory, "unit">,
  on: LocalDate,
  lang: Lang,
): readonly IntakeHours[] {
  const hours = (id: number | undefined) => intakeHoursOf(calendars.current(id).calendar, on, lang);
  const ofProvince = hours(undefined);
  const own = calendars.standingScopes().flatMap((id): IntakeHours[] => {
    const { name, nameEn } = directory.unit(id);
    const ofUnit = hours(id);
    return ofUnit === ofProvince ? [] : [{ unit: lang === "vi" ? name : nameEn, hours: ofUnit }];
  });
  return [{ unit: undefined, hours: ofProvince }, ...own];
}
