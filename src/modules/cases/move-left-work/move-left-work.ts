import { addDays, localDateOf } from "../../../kernel/time.ts";
import type { Job } from "../../../platform/jobs.ts";
import { endingsBetween, noteMoved, type PostEnding, type StaffWork } from "../../organisation/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { MoveCause } from "../domain/case-action.ts";
import { moveStep } from "../move-step.ts";
import { textsOf } from "../texts.ts";
import { countAssignedTo, stepsAssignedTo } from "./left-work.query.ts";

const A_PAGE = 200;
/** Work can be sent back to somebody who left; after so many days nobody looks any more. */
const WATCHED_DAYS = 400;

export type Moved = { readonly moved: number; readonly endings: number };

/**
 * Moves the open work of posts that have ended: to the successor while they hold the post, else back to the common
 * queue; each step by an action that says why. What is moved already is not found again, so it can be stopped anywhere.
 */
export async function moveLeftWork(
  deps: CasesDeps,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<Moved> {
  const { pool } = deps.database;
  await deps.directory.refresh();
  const today = localDateOf(deps.clock());
  let moved = 0;
  let endings = 0;
  let total = 0;
  for (const ending of await endingsBetween(pool, addDays(today, -WATCHED_DAYS), today)) {
    const { officerId, unitId, kind } = ending;
    const back = deps.directory.postsOf(officerId).some((p) => p.unitId === unitId && p.kind === kind);
    const owed = back ? 0 : await countAssignedTo(pool, officerId, unitId, kind);
    if (owed === 0 && ending.doneAt !== null) continue;
    endings++;
    total += owed;
    for (let left = owed; left > 0; ) {
      const page = await movePage(deps, ending);
      if (page === 0) break;
      left -= page;
      moved += page;
      await noteMoved(pool, ending.id, { moved: page, total: owed });
      await progress(moved, total);
    }
    // Somebody else's hand on a case may have kept a step back: the next minute sees it.
    const rest = back ? 0 : await countAssignedTo(pool, officerId, unitId, kind);
    if (rest === 0) await noteMoved(pool, ending.id, { moved: 0, total: owed, doneAt: deps.clock() });
  }
  return { moved, endings };
}

async function movePage(deps: CasesDeps, ending: PostEnding): Promise<number> {
  const { officerId, unitId, kind, successorId } = ending;
  const why: MoveCause = { kind: "left-post", officerId, reason: ending.reason, decision: ending.decision };
  const holds = deps.directory.officersIn(unitId, kind).some((post) => post.officerId === successorId);
  let moved = 0;
  for (const { caseId, seq } of await stepsAssignedTo(deps.database.pool, officerId, unitId, kind, A_PAGE)) {
    const done = await moveStep(deps, {
      caseId,
      seq,
      command: "case.move-left-work",
      data:
        holds && successorId !== null
          ? { type: "assigned", officerId: successorId, step: seq, why }
          : { type: "released", step: seq, why },
      fits: (step) => step.officerId === officerId,
    });
    if (done) moved++;
  }
  return moved;
}

/** Every minute: nothing to do but for posts that have just ended, and work that came back to them. */
export function moveLeftWorkJob(deps: CasesDeps): Job {
  return {
    name: "move-left-work",
    schedule: { everyMinutes: 1 },
    run: async (_payload, { progress }) => {
      const { moved, endings } = await moveLeftWork(deps, progress);
      return endings === 0 ? undefined : { done: moved, message: `${moved} steps of ${endings} posts moved` };
    },
  };
}

/** The answers of this room to the one that ends posts. */
export function staffWork(deps: CasesDeps): StaffWork {
  const { pool } = deps.database;
  return {
    assignedTo: async (officerId, unitId, kind) => ({
      count: await countAssignedTo(pool, officerId, unitId, kind),
      first: await stepsAssignedTo(pool, officerId, unitId, kind, 20),
    }),
    moveLeftWork: async () => {
      await moveLeftWork(deps);
    },
    workName: (work, lang) => {
      const names: Readonly<Record<string, string>> = textsOf(lang).works;
      return names[work] ?? work;
    },
  };
}
