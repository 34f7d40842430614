import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { formatDate, formatDateTime, type Instant, type Lang, localDateOf } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { intakeHoursOf } from "../../organisation/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { SilenceRule } from "../domain/silence.ts";
import { namesFor } from "../names.ts";
import { addresseeOf } from "./addressee.ts";
import type { TrackMessages } from "./messages.vi.ts";
import { trackTexts } from "./texts.ts";

/** Everything the sentences about a case need besides the case. Units have names here, officers have none. */
export type StoryContext = {
  readonly lang: Lang;
  readonly texts: TrackMessages;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  /** Whether the limit is counted anew after a supplement completed today. */
  readonly supplementRestarts: boolean;
  /** Whether the rules of today let the authority ask for papers once only (NĐ 118/2025, Điều 11). */
  readonly supplementOnce: boolean;
  /** Where a law makes silence an answer. */
  readonly silence: SilenceRule | undefined;
  /** The word for the applicant: bà, ông, doanh nghiệp. */
  readonly who: string;
  readonly desk: string;
  /** When the desk receives, such as "thứ hai–thứ sáu 07:00–11:30, 13:00–16:30". */
  readonly deskHours: string;
  readonly deciding: string;
  unit(id: number): string;
  moment(instant: Instant): string;
  day(instant: Instant): string;
};

export function storyContext(
  deps: Pick<CasesDeps, "directory" | "calendarOf" | "clock">,
  state: CaseState,
  lang: Lang,
  silence?: SilenceRule,
): StoryContext {
  const texts = trackTexts(lang);
  const names = namesFor(deps, lang);
  const now = deps.clock();
  const rules = rulesOn(localDateOf(now));
  return {
    lang,
    texts,
    now,
    calendar: deps.calendarOf(state.decidingUnitId),
    supplementRestarts: rules.supplement === "restart",
    supplementOnce: rules.maxSupplements === 1,
    silence,
    who: texts.addressees[addresseeOf(state)],
    desk: names.unit(state.receivingUnitId),
    deskHours: intakeHoursOf(deps.calendarOf(state.receivingUnitId), localDateOf(now), lang),
    deciding: names.unit(state.decidingUnitId),
    unit: names.unit,
    moment: (instant) => formatDateTime(instant, lang),
    day: formatDate,
  };
}
