import { type Instant, localDateOf, MINUTE_MS } from "../../../kernel/time.ts";
import { endingsSince, openVerdictFacts, type VerdictRow, verdictFacts } from "../../cases/index.ts";
import { honestVerdict, type JudgedCase, officialVerdict, type VerdictCount } from "../domain/verdicts.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import {
  countedUntil,
  type EndedVerdict,
  keepOpenCounts,
  keepVerdicts,
  noteCounted,
} from "../verdict-store.ts";

type CountDeps = Pick<SteeringDeps, "database">;

const PAGE = 1000;
/** An action carries the moment at which its command began; it may be committed a little later. */
const OVERLAP_MS = 10 * MINUTE_MS;

/**
 * Brings both verdicts up to date: of cases that ended since the last count, and of all that are open now. May run at
 * any time and twice; answers how many endings it looked at.
 */
export async function countVerdicts(deps: CountDeps, now: Instant): Promise<number> {
  const { pool } = deps.database;
  const from = ((await countedUntil(pool, "endings")) ?? OVERLAP_MS) - OVERLAP_MS;
  let seen = 0;
  for (let page = await endingsSince(pool, from, { limit: PAGE }); page.length > 0; ) {
    const facts = await verdictFacts(pool, [...new Set(page.map((ending) => ending.caseId))]);
    const ended = facts.flatMap((row) => endedVerdict(row, now));
    const kept = new Set(ended.map((one) => one.caseId));
    const reopened = facts.map((row) => row.caseId).filter((id) => !kept.has(id));
    await keepVerdicts(pool, ended, reopened);
    seen += page.length;
    const after = page.at(-1);
    if (after === undefined) break;
    await noteCounted(pool, "endings", after.at);
    page = page.length < PAGE ? [] : await endingsSince(pool, from, { after, limit: PAGE });
  }
  await keepOpenCounts(pool, await countOpen(deps, now));
  await noteCounted(pool, "figures", now);
  return seen;
}

function endedVerdict(row: VerdictRow, now: Instant): EndedVerdict[] {
  const one = judgedCase(row);
  const end = one.finishedAt ?? one.returnedAt ?? one.endedAt;
  const honest = honestVerdict(one, now);
  if (end === undefined || honest === undefined) return [];
  const official = officialVerdict(one, now);
  return [{ caseId: row.caseId, unitId: row.decidingUnitId, endedOn: localDateOf(end), official, honest }];
}

async function countOpen({ database }: CountDeps, now: Instant): Promise<VerdictCount[]> {
  const counts = new Map<string, VerdictCount>();
  // A case with side work has several open steps and comes as often.
  const seen = new Set<string>();
  let page = await openVerdictFacts(database.pool, { limit: PAGE });
  while (page.length > 0) {
    for (const row of page) {
      const one = judgedCase(row);
      const honest = honestVerdict(one, now);
      if (honest === undefined || one.finishedAt !== undefined || seen.has(row.caseId)) continue;
      seen.add(row.caseId);
      const official = officialVerdict(one, now);
      const key = `${official}.${honest}`;
      counts.set(key, { official, honest, cases: (counts.get(key)?.cases ?? 0) + 1 });
    }
    const after = page.at(-1);
    page =
      page.length < PAGE || after === undefined
        ? []
        : await openVerdictFacts(database.pool, { after, limit: PAGE });
  }
  return [...counts.values()];
}

/** The case as both verdicts see it. */
export function judgedCase({ clock, waits, ...row }: VerdictRow): JudgedCase {
  // Of cases that ended while their clock stood, before the clock kept their date then, the first one is left.
  const dueAt = clock.dueAt ?? clock.dueBeforePause ?? clock.firstDueAt;
  return {
    status: row.status,
    redated: row.redated,
    missedFirst: clock.noticed?.verdict === "late",
    acceptedLate: row.acceptedLate,
    supplements: row.supplements,
    ...(clock.pausedAt === undefined ? {} : { pausedAt: clock.pausedAt }),
    waits: waits.map(({ from, to, carried }) => ({
      from,
      ...(to === null ? {} : { to }),
      ...(carried ? { carried } : {}),
    })),
    ...(clock.missed === undefined ? {} : { missed: clock.missed }),
    ...(clock.startedAt === undefined ? {} : { acceptedAt: row.receivedAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(clock.newDueAt === undefined ? {} : { newDueAt: clock.newDueAt }),
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt }),
    ...(row.returnedAt === null ? {} : { returnedAt: row.returnedAt }),
    ...(isEnded(row.status) && clock.endedAt !== undefined ? { endedAt: clock.endedAt } : {}),
  };
}

function isEnded(status: number): boolean {
  return status === 3 || status === 7 || status === 8;
}
