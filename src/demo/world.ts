import type { Instant } from "../kernel/time.ts";
import type { WorkingCalendar } from "../kernel/working-calendar.ts";
import type { Browser } from "./browser.ts";
import type { Offices } from "./offices.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What the players have in their hands. */
export type World = {
  readonly offices: Offices;
  readonly random: SeededRandom;
  readonly calendar: WorkingCalendar;
  now(): Instant;
  /** The word on the receipt, which the applicant knows. */
  wordOf(caseId: string): string;
  readonly citizen: Browser;
};
