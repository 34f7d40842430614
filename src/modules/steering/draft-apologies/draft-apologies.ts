import { apologyOwedFrom } from "../../../kernel/apology-owed.ts";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { addWorkingMinutes, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { type NearlyDueCase, nearlyDue } from "../../cases/index.ts";
import { type ApologyDraft, allOpenDrafts, openDrafts } from "../apology-store.ts";
import { proposedDate } from "../domain/apology-plan.ts";
import { giveNotices } from "../notice-store.ts";
import { peopleOf } from "../people.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { settleDrafts } from "./settle-drafts.ts";

const PAGE = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type DraftDeps = Pick<SteeringDeps, "database" | "directory" | "calendarOf" | "process">;

/**
 * Drafts an apology for every case that will miss its appointment: one working day before it there is no result. The
 * leaders of the unit that holds the case are told. Drafts that nobody owes any more vanish. May run at any time and
 * twice; answers how many drafts are new.
 */
export async function draftApologies(deps: DraftDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  for (let ids = await allOpenDrafts(pool, FIRST_ID, PAGE); ids.length > 0; ) {
    await settleDrafts(deps, ids, now);
    const last = ids.at(-1);
    ids = ids.length < PAGE || last === undefined ? [] : await allOpenDrafts(pool, last, PAGE);
  }
  let drafted = 0;
  const dueBefore = horizon(deps, now);
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

/** The farthest appointment for which an apology may be owed now, by whichever calendar rests longest. */
function horizon({ directory, calendarOf }: DraftDeps, now: Instant): Instant {
  const calendars = new Set<WorkingCalendar>(directory.units().map((unit) => calendarOf(unit.id)));
  const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
  const ends = [...calendars].map((calendar) =>
    addWorkingMinutes(calendar, now, apologyBeforeWorkingDays * calendar.dayMinutes),
  );
  return Math.max(now, ...ends) + 1;
}

async function draftFor(deps: DraftDeps, cases: readonly NearlyDueCase[], now: Instant): Promise<number> {
  const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
  const owed = cases.filter(
    (one) => apologyOwedFrom(one, deps.calendarOf(one.decidingUnitId), apologyBeforeWorkingDays) <= now,
  );
  const drafts = await Promise.all(owed.map((one) => draftOf(deps, one, now)));
  const fresh = new Set(await openDrafts(deps.database.pool, drafts, now));
  const told = drafts.filter((draft) => fresh.has(draft.caseId));
  await giveNotices(
    deps.database.pool,
    told.map((draft) => ({
      kind: "apology" as const,
      caseId: draft.caseId,
      stepSeq: 0,
      ruleCode: "apology",
      caseCode: draft.caseCode,
      procedureName: draft.procedureName,
      work: "apology",
      unitId: draft.unitId,
      dueAt: draft.dueAt,
      to: { unitId: draft.unitId, post: "leader" },
    })),
    now,
  );
  return told.length;
}

async function draftOf(deps: DraftDeps, one: NearlyDueCase, now: Instant): Promise<ApologyDraft> {
  const { steps } = await deps.process(one.processId);
  const open =
    one.processStep === null || one.stepOpenedAt === null
      ? undefined
      : { id: one.processStep, openedAt: one.stepOpenedAt };
  const calendar = deps.calendarOf(one.decidingUnitId);
  return {
    caseId: one.caseId,
    caseCode: one.caseCode,
    procedureName: one.procedureName,
    unitId: signingUnit(deps, one),
    dueAt: one.dueAt,
    proposedDate: proposedDate(steps, open, one.dueAt, now, calendar),
  };
}

/** The unit that holds the case where somebody leads it, else the one that decides: both may apologise. */
function signingUnit({ directory }: DraftDeps, { holderUnitId, decidingUnitId }: NearlyDueCase): number {
  const led = holderUnitId !== null && peopleOf(directory).holds(holderUnitId, "leader");
  return led ? holderUnitId : decidingUnitId;
}
