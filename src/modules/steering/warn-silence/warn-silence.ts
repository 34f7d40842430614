import { workingDaysBefore } from "../../../kernel/deadline.ts";
import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { type SilentCase, silentCases } from "../../cases/index.ts";
import { appointmentHorizon } from "../appointment-horizon.ts";
import { chairCode, leaderOf } from "../domain/address.ts";
import { giveNotices, type NewNotice } from "../notice-store.ts";
import { peopleOf } from "../people.ts";
import { settleOthers } from "../settle-others.ts";
import type { SteeringDeps } from "../steering-deps.ts";

const PAGE = 500;

type SilenceDeps = Pick<SteeringDeps, "database" | "calendarOf" | "directory" | "silentProcesses">;

/**
 * Tells the leader of the deciding unit, one working day ahead, that silence is about to become an answer: deciding
 * prevents it. Where nobody sits there the next above hears, as with every other notice. Settles what came to an end or
 * is for somebody else now. May run at any time and twice; answers how many notices were new.
 */
export async function warnSilence(deps: SilenceDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  const notices = (await pendingCases(deps, now)).map((one) => noticeOf(deps, one));
  await settleOthers(pool, "silence", now, async () => notices);
  return giveNotices(pool, notices, now);
}

function noticeOf({ directory }: SilenceDeps, one: SilentCase): NewNotice {
  const { caseId, caseCode, procedureName, decidingUnitId: unitId, appointmentAt: dueAt } = one;
  const to = leaderOf(unitId, peopleOf(directory));
  // A new date after an apology is told anew, and so is another chair.
  const ruleCode = `silence-${chairCode(to)}-${dueAt}`;
  return {
    kind: "silence",
    caseId,
    stepSeq: 0,
    ruleCode,
    caseCode,
    procedureName,
    work: "approve",
    unitId,
    dueAt,
    to,
  };
}

async function pendingCases(deps: SilenceDeps, now: Instant): Promise<SilentCase[]> {
  const { pool } = deps.database;
  const processes = await deps.silentProcesses();
  if (processes.length === 0) return [];
  const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
  const isNear = ({ decidingUnitId, appointmentAt }: SilentCase) =>
    workingDaysBefore(deps.calendarOf(decidingUnitId), appointmentAt, apologyBeforeWorkingDays) <= now;
  const before = appointmentHorizon(deps, now);
  const pending: SilentCase[] = [];
  let page = await silentCases(pool, processes, { before, limit: PAGE });
  while (page.length > 0) {
    pending.push(...page.filter(isNear));
    const after = page.at(-1)?.caseId;
    page =
      page.length < PAGE || after === undefined
        ? []
        : await silentCases(pool, processes, { before, after, limit: PAGE });
  }
  return pending;
}
