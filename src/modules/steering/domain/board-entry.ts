import { type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import {
  type HonestVerdict,
  honestVerdict,
  isMissed,
  isOpenLate,
  isPaused,
  type JudgedCase,
  type OfficialVerdict,
  officialUntil,
  officialVerdict,
} from "./verdicts.ts";

/** What one accepted case adds to the live board at a moment. No personal data. */
export type BoardEntry = {
  readonly unitId: number;
  readonly fieldId: number;
  readonly receivedOn: LocalDate;
  /** Null: open. */
  readonly endedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly official: OfficialVerdict;
  readonly honest: HonestVerdict;
  readonly paused: boolean;
  /** Open, and a lawful appointment is past or was when the clock stopped, whatever its class. */
  readonly late: boolean;
  /** The result lies ready for its applicant. */
  readonly toReturn: boolean;
  readonly dueAt: Instant | null;
  /** The last moment at which all this holds if nothing is done: time alone makes a case late. Null: for ever. */
  readonly nextAt: Instant | null;
};

export type BoardPlace = { readonly unitId: number; readonly fieldId: number };

/** The entry of a case at `now`; undefined: never accepted, hence on no board. Pure; both verdicts are those of /figures. */
export function boardEntry(one: JudgedCase, place: BoardPlace, now: Instant): BoardEntry | undefined {
  const honest = honestVerdict(one, now);
  if (honest === undefined || one.acceptedAt === undefined) return undefined;
  const end = one.finishedAt ?? one.returnedAt ?? one.endedAt;
  const open = end === undefined;
  const paused = open && isPaused(one);
  const runsUntil = paused || isMissed(one) ? undefined : one.dueAt;
  const turns = open ? [runsUntil, officialUntil(one)] : [];
  const ahead = turns.filter((turn) => turn !== undefined).filter((turn) => turn >= now);
  return {
    ...place,
    receivedOn: localDateOf(one.acceptedAt),
    endedOn: dayOf(end),
    returnedOn: dayOf(one.returnedAt),
    official: officialVerdict(one, now),
    honest,
    paused,
    late: open && isOpenLate(one, now),
    toReturn: one.finishedAt !== undefined && one.returnedAt === undefined,
    dueAt: one.dueAt ?? null,
    nextAt: ahead.length === 0 ? null : Math.min(...ahead),
  };
}

const dayOf = (at: Instant | undefined): LocalDate | null => (at === undefined ? null : localDateOf(at));
