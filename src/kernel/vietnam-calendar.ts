import { holidaysOfLaw } from "./holidays-of-law.ts";
import {
  buildCalendar,
  type CalendarDefinition,
  type DayException,
  type WorkingCalendar,
} from "./working-calendar.ts";

const LAW = "BLLĐ 2019, Điều 112";
const CV_2025 = "CV 8726/VPCP-KGVX (2024)";
const CV_2026 = "CV 9859/VPCP-KGVX; TB 9441/TB-BNV (2025)";

// Published with the schedule of the year; the text of the decision was not found.
const SCHEDULE_2026 = "Lịch nghỉ năm 2026";

const off = (date: string, name: string, source: string): DayException => ({
  date,
  working: false,
  name,
  source,
});
const on = (date: string, name: string, source: string): DayException => ({
  date,
  working: true,
  name,
  source,
});

/** The official schedules: holidays, compensating rests and the Saturdays worked instead. */
const OFFICIAL: Readonly<Record<number, readonly DayException[]>> = {
  2025: [
    off("2025-01-01", "Tết Dương lịch", LAW),
    off("2025-01-27", "Tết Âm lịch", CV_2025),
    off("2025-01-28", "Tết Âm lịch", CV_2025),
    off("2025-01-29", "Tết Âm lịch (mùng 1)", CV_2025),
    off("2025-01-30", "Tết Âm lịch", CV_2025),
    off("2025-01-31", "Tết Âm lịch", CV_2025),
    off("2025-04-07", "Giỗ Tổ Hùng Vương", LAW),
    on("2025-04-26", "Làm bù cho ngày 02/05", CV_2025),
    off("2025-04-30", "Ngày Chiến thắng", LAW),
    off("2025-05-01", "Ngày Quốc tế Lao động", LAW),
    off("2025-05-02", "Nghỉ hoán đổi", CV_2025),
    off("2025-09-01", "Quốc khánh (liền kề)", CV_2025),
    off("2025-09-02", "Quốc khánh", LAW),
  ],
  2026: [
    off("2026-01-01", "Tết Dương lịch", LAW),
    off("2026-01-02", "Nghỉ hoán đổi", SCHEDULE_2026),
    on("2026-01-10", "Làm bù cho ngày 02/01", SCHEDULE_2026),
    off("2026-02-16", "Tết Âm lịch", CV_2026),
    off("2026-02-17", "Tết Âm lịch (mùng 1)", CV_2026),
    off("2026-02-18", "Tết Âm lịch", CV_2026),
    off("2026-02-19", "Tết Âm lịch", CV_2026),
    off("2026-02-20", "Tết Âm lịch", CV_2026),
    off("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương", "BLLĐ 2019, Điều 111 khoản 3"),
    off("2026-04-30", "Ngày Chiến thắng", LAW),
    off("2026-05-01", "Ngày Quốc tế Lao động", LAW),
    on("2026-08-22", "Làm bù cho ngày 31/08", CV_2026),
    off("2026-08-31", "Nghỉ hoán đổi", CV_2026),
    off("2026-09-01", "Quốc khánh (liền kề)", CV_2026),
    off("2026-09-02", "Quốc khánh", LAW),
  ],
};

/** The years whose holidays the calendar knows; outside them every weekday would count. */
export const CALENDAR_YEARS = { first: 2015, last: 2050 } as const;
const YEARS = Array.from(
  { length: CALENDAR_YEARS.last - CALENDAR_YEARS.first + 1 },
  (_, index) => CALENDAR_YEARS.first + index,
);

export type VietnamCalendarOptions = {
  readonly id?: string;
  readonly version?: string;
  readonly sessions?: CalendarDefinition["sessions"];
  /** 24/11, Ngày Văn hóa Việt Nam (NQ 80-NQ/TW): the law that makes it a holiday was not found, so it is off. */
  readonly cultureDay?: boolean;
};

/** Eight hours: 07:00-11:30 and 13:00-16:30. */
const SESSIONS: CalendarDefinition["sessions"] = [
  { start: 420, end: 690 },
  { start: 780, end: 990 },
];

/** The calendar of Việt Nam 2015-2050: official schedules where they are known, the law's days elsewhere. */
export function vietnamCalendar(options: VietnamCalendarOptions = {}): WorkingCalendar {
  const exceptions = YEARS.flatMap((year) => OFFICIAL[year] ?? holidaysOfLaw(year));
  if (options.cultureDay) {
    for (const year of YEARS.filter((candidate) => candidate >= 2026)) {
      exceptions.push(off(`${year}-11-24`, "Ngày Văn hóa Việt Nam", "NQ 80-NQ/TW"));
    }
  }
  return buildCalendar({
    id: options.id ?? "vietnam",
    version: options.version ?? "2026-1",
    sessions: options.sessions ?? SESSIONS,
    restWeekdays: [6, 7],
    exceptions,
  });
}
