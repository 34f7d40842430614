import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import { type SilentCase, silentCases } from "../../cases/index.ts";
import { giveNotices, settleSilence } from "../notice-store.ts";
import type { SteeringDeps } from "../steering-deps.ts";

const PAGE = 500;

type SilenceDeps = Pick<SteeringDeps, "database" | "calendarOf" | "directory" | "silentProcesses">;

/**
 * Tells the leaders of the deciding unit, one working day ahead, that silence is about to become an answer: deciding
 * prevents it. Settles what came to an end. May run at any time and twice; answers how many notices were new.
 */
export async function warnSilence(deps: SilenceDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  const pending = await pendingCases(deps, now);
  await settleSilence(
    pool,
    pending.map((one) => one.caseId),
    now,
  );
  return giveNotices(
    pool,
    pending.map((one) => ({
      kind: "silence" as const,
      caseId: one.caseId,
      stepSeq: 0,
      // A new date after an apology is told anew.
      ruleCode: `silence-${one.appointmentAt}`,
      caseCode: one.caseCode,
      procedureName: one.procedureName,
      work: "approve",
      unitId: one.decidingUnitId,
      dueAt: one.appointmentAt,
      to: { unitId: one.decidingUnitId, post: "leader" },
    })),
    now,
  );
}

async function pendingCases(deps: SilenceDeps, now: Instant): Promise<SilentCase[]> {
  const { pool } = deps.database;
  const processes = await deps.silentProcesses();
  if (processes.length === 0) return [];
  const ahead = (unitId: number) => {
    const calendar = deps.calendarOf(unitId);
    const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
    return addWorkingMinutes(calendar, now, apologyBeforeWorkingDays * calendar.dayMinutes);
  };
  const before = Math.max(...deps.directory.units().map((unit) => ahead(unit.id))) + 1;
  const pending: SilentCase[] = [];
  let page = await silentCases(pool, processes, { before, limit: PAGE });
  while (page.length > 0) {
    pending.push(...page.filter((one) => one.appointmentAt <= ahead(one.decidingUnitId)));
    const after = page.at(-1)?.caseId;
    page =
      page.length < PAGE || after === undefined
        ? []
        : await silentCases(pool, processes, { before, after, limit: PAGE });
  }
  return pending;
}
