import type { Instant } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { CalendarChange } from "../domain/calendar-change.ts";

/** A version of a working calendar, as it was declared. */
export type CalendarVersion = {
  readonly id: number;
  /** undefined: the province. */
  readonly unitId: number | undefined;
  readonly version: string;
  /** The version it was made from; undefined for the one that came with the program. */
  readonly previous: string | undefined;
  readonly calendar: WorkingCalendar;
  readonly changes: readonly CalendarChange[];
  readonly name: string;
  readonly decision: string;
  readonly reason: string;
  readonly declaredAt: Instant;
  readonly declaredBy: number | undefined;
};
