import { type Refused, refuse } from "../../../kernel/result.ts";
import { addDays, type LocalDate } from "../../../kernel/time.ts";

/** Who acts in one post of the absent officer. */
export type Delegated<Kind extends string = string> = {
  readonly unitId: number;
  readonly kind: Kind;
  readonly deputyId: number;
  /** The first day on which they act no more, before the absence is over: they gave up a post of their own. */
  readonly until?: LocalDate | null;
};

/** Days on which an officer is away, both included, and who acts instead (ủy quyền khi vắng mặt). */
export type Absence<Kind extends string = string> = {
  readonly id: number;
  readonly officerId: number;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
  readonly deputies: readonly Delegated<Kind>[];
};

export type AbsenceRefusal =
  | "not-your-officer"
  | "officer-without-post"
  | "begins-in-past"
  | "ends-before-begin"
  | "absence-too-long"
  | "absence-overlaps"
  | "post-not-held"
  | "deputy-not-yours"
  | "deputy-is-self"
  | "deputy-unknown"
  | "deputy-elsewhere"
  | "deputy-absent"
  | "is-deputy";

/** What is known when an absence is judged. */
export type AbsenceFacts<Kind extends string> = {
  readonly today: LocalDate;
  /** The posts that the absent officer holds and that can be filled by others. */
  readonly posts: readonly { readonly unitId: number; readonly kind: Kind }[];
  /** Absences that are not over, of anybody concerned. */
  readonly others: readonly Absence<Kind>[];
  /** Whether somebody works in the service at all, and in a unit. */
  worksIn(officerId: number, unitId?: number): boolean;
  /**
   * As whom the recorder names a deputy for a post in this unit: who leads it, or administers, anybody; the absent
   * officer themselves a colleague; others nobody.
   */
  reach(unitId: number): DeputyReach | undefined;
};

export type DeputyReach = "leads" | "self";

/**
 * The longest absence, in days. No ordinary leave is longer: maternity leave is six months and one more for each
 * further child (Bộ luật Lao động 2019, Điều 139). Who is away for more than a year gives the post to somebody.
 */
export const LONGEST_ABSENCE_DAYS = 366;

/** Whether two spans of days share a day. */
export function overlap(
  a: Pick<Absence, "fromDay" | "toDay">,
  b: Pick<Absence, "fromDay" | "toDay">,
): boolean {
  return a.fromDay <= b.toDay && b.fromDay <= a.toDay;
}

/**
 * Why an absence cannot be recorded; undefined where it can. No chains: a deputy who is away on one of the days is
 * refused, and so is going away while acting for somebody who is; whoever records names somebody else first.
 */
export function refusedAbsence<Kind extends string>(
  wanted: Omit<Absence<Kind>, "id">,
  facts: AbsenceFacts<Kind>,
): Refused<AbsenceRefusal> | undefined {
  if (wanted.fromDay < facts.today) return refuse("begins-in-past");
  if (wanted.toDay < wanted.fromDay) return refuse("ends-before-begin");
  if (addDays(wanted.fromDay, LONGEST_ABSENCE_DAYS) <= wanted.toDay) return refuse("absence-too-long");
  if (facts.posts.length === 0) return refuse("officer-without-post");
  const meeting = facts.others.filter((other) => overlap(other, wanted));
  if (meeting.some((other) => other.officerId === wanted.officerId)) return refuse("absence-overlaps");
  const acts = ({ deputyId, until }: Delegated) =>
    deputyId === wanted.officerId && (until == null || until > wanted.fromDay);
  if (meeting.some((other) => other.deputies.some(acts))) return refuse("is-deputy");
  for (const { unitId, kind, deputyId } of wanted.deputies) {
    if (!facts.posts.some((post) => post.unitId === unitId && post.kind === kind))
      return refuse("post-not-held");
    const reach = facts.reach(unitId);
    if (reach === undefined) return refuse("deputy-not-yours");
    if (deputyId === wanted.officerId) return refuse("deputy-is-self");
    if (!facts.worksIn(deputyId)) return refuse("deputy-unknown");
    if (reach === "self" && !facts.worksIn(deputyId, unitId)) return refuse("deputy-elsewhere");
    if (meeting.some((other) => other.officerId === deputyId)) return refuse("deputy-absent");
  }
  return undefined;
}

/**
 * The posts that somebody fills on a day: those of absences that cover the day, in the units and kinds they name,
 * while the absent officer still holds them. Never more than the absent officer has.
 */
export function filledPosts<Kind extends string>(
  deputyId: number,
  absences: readonly Absence<Kind>[],
  day: LocalDate,
  holds: (officerId: number, unitId: number, kind: Kind) => boolean,
): { readonly unitId: number; readonly kind: Kind; readonly inPlaceOf: number }[] {
  return absences
    .filter((absence) => absence.fromDay <= day && day <= absence.toDay)
    .flatMap(({ officerId, deputies }) =>
      deputies
        .filter(({ until }) => until == null || until > day)
        .filter((one) => one.deputyId === deputyId && holds(officerId, one.unitId, one.kind))
        .map(({ unitId, kind }) => ({ unitId, kind, inPlaceOf: officerId })),
    );
}
