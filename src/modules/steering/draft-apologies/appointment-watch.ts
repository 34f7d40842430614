import { apologyOwedFrom } from "../../../kernel/apology-owed.ts";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { appointmentInForce } from "../../../kernel/verdict.ts";
import { type AppointmentFacts, CASE_STATUS } from "../../cases/index.ts";
import { chairCode, leaderOf, leaderOver, signingUnit } from "../domain/address.ts";
import type { NewNotice } from "../notice-store.ts";
import { peopleOf } from "../people.ts";
import type { SteeringDeps } from "../steering-deps.ts";

/** An appointment that comes near, or has passed, without a result. */
export type WatchedAppointment = {
  /** An apology is owed; or it was made, and the date that it named comes near. */
  readonly kind: "apology" | "new-date";
  /** The unit whose leader must act. */
  readonly unitId: number;
  readonly dueAt: Instant;
};

type WatchDeps = Pick<SteeringDeps, "directory" | "calendarOf">;

/** What a leader must do about the appointment of a case now; undefined: nothing yet, or nothing any more. */
export function watchedAppointment(
  deps: WatchDeps,
  one: AppointmentFacts,
  now: Instant,
): WatchedAppointment | undefined {
  const works = one.status === CASE_STATUS.received || one.status === CASE_STATUS.processing;
  if (!works || one.dueAt === null || one.startedAt === null) return undefined;
  const dueAt = appointmentInForce({ dueAt: one.dueAt, newDueAt: one.newDueAt ?? undefined });
  const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
  const calendar = deps.calendarOf(one.decidingUnitId);
  if (apologyOwedFrom({ startedAt: one.startedAt, dueAt }, calendar, apologyBeforeWorkingDays) > now)
    return undefined;
  const unitId = signingUnit(one, peopleOf(deps.directory));
  return { kind: one.redated ? "new-date" : "apology", unitId, dueAt };
}

/**
 * What is to be said about a watched appointment: to the leader who must act and, once it has passed, one rung up the
 * ladder. The codes name chair and date: where either changes it is said anew.
 */
export function appointmentNotices(
  { directory }: WatchDeps,
  one: AppointmentFacts,
  { kind, unitId, dueAt }: WatchedAppointment,
  now: Instant,
): NewNotice[] {
  const people = peopleOf(directory);
  const { caseId, caseCode, procedureName } = one;
  const about = { caseId, stepSeq: 0, caseCode, procedureName, work: "apology", unitId, dueAt };
  const leader = leaderOf(unitId, people);
  const first = { ...about, kind, ruleCode: `${kind}-${chairCode(leader)}-${dueAt}`, to: leader };
  if (now < dueAt) return [first];
  const above = leaderOver(leader.unitId, people);
  return [
    first,
    { ...about, kind: `${kind}-due`, ruleCode: `${kind}-due-${chairCode(above)}-${dueAt}`, to: above },
  ];
}
