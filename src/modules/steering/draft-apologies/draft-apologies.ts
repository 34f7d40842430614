import type { Instant } from "../../../kernel/time.ts";
import { type AppointmentFacts, apologyFacts, type NearlyDueCase, nearlyDue } from "../../cases/index.ts";
import { type ApologyDraft, allOpenDrafts, openDrafts } from "../apology-store.ts";
import { appointmentHorizon } from "../appointment-horizon.ts";
import { proposedDate } from "../domain/apology-plan.ts";
import { giveNotices, type NewNotice } from "../notice-store.ts";
import { settleOthers } from "../settle-others.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { appointmentNotices, watchedAppointment } from "./appointment-watch.ts";
import { settleDrafts } from "./settle-drafts.ts";

const PAGE = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type DraftDeps = Pick<SteeringDeps, "database" | "directory" | "calendarOf" | "process">;

/**
 * Drafts an apology for every case that will miss its appointment: one working day before it there is no result. The
 * leader who signs is told, and the next above once the appointment has passed unsigned; after an apology the same
 * watch is kept over the new date. Drafts that nobody owes any more vanish. May run at any time and twice; answers how
 * many drafts are new.
 */
export async function draftApologies(deps: DraftDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  for (let ids = await allOpenDrafts(pool, FIRST_ID, PAGE); ids.length > 0; ) {
    await settleDrafts(deps, ids, now);
    const last = ids.at(-1);
    ids = ids.length < PAGE || last === undefined ? [] : await allOpenDrafts(pool, last, PAGE);
  }
  await settleAppointmentNotices(deps, now);
  let drafted = 0;
  const dueBefore = appointmentHorizon(deps, now);
  for (let cases = await nearlyDue(pool, { dueBefore, limit: PAGE }); cases.length > 0; ) {
    drafted += await draftFor(deps, cases, now);
    const after = cases.at(-1);
    cases =
      cases.length < PAGE || after === undefined
        ? []
        : await nearlyDue(pool, { dueBefore, after, limit: PAGE });
  }
  return drafted;
}

/** What was said of appointments that are not watched any more, of other dates and to other units is settled. */
function settleAppointmentNotices(deps: DraftDeps, now: Instant): Promise<void> {
  const { pool } = deps.database;
  return settleOthers(pool, "appointments", now, async (caseIds) =>
    (await apologyFacts(pool, caseIds)).flatMap((one) => noticesOf(deps, one, now)),
  );
}

function noticesOf(deps: DraftDeps, one: AppointmentFacts, now: Instant): NewNotice[] {
  const watched = watchedAppointment(deps, one, now);
  return watched === undefined ? [] : appointmentNotices(deps, one, watched, now);
}

async function draftFor(deps: DraftDeps, cases: readonly NearlyDueCase[], now: Instant): Promise<number> {
  const { pool } = deps.database;
  const drafts: ApologyDraft[] = [];
  for (const one of cases) {
    const watched = watchedAppointment(deps, one, now);
    if (watched?.kind === "apology") drafts.push(await draftOf(deps, one, watched.unitId, now));
  }
  const fresh = await openDrafts(pool, drafts, now);
  // Of all, not only of the new ones: whoever was interrupted between draft and notice makes up for it.
  await giveNotices(
    pool,
    cases.flatMap((one) => noticesOf(deps, one, now)),
    now,
  );
  return fresh.length;
}

async function draftOf(
  deps: DraftDeps,
  one: NearlyDueCase,
  unitId: number,
  now: Instant,
): Promise<ApologyDraft> {
  const { steps } = await deps.process(one.processId);
  const open =
    one.processStep === null || one.stepOpenedAt === null
      ? undefined
      : { id: one.processStep, openedAt: one.stepOpenedAt };
  const { caseId, caseCode, procedureName, dueAt } = one;
  const calendar = deps.calendarOf(one.decidingUnitId);
  const proposed = proposedDate(steps, open, dueAt, now, calendar);
  return { caseId, caseCode, procedureName, unitId, dueAt, proposedDate: proposed };
}
