import { type Instant, toIso } from "../../kernel/time.ts";
import { actorId } from "../../platform/audit.ts";
import type { Actor } from "../../platform/permission.ts";
import type { Db } from "./case-store.ts";

/** Why personal data of a case were read. */
export type ReadingPurpose = "case-screen" | "paper" | "file" | "api" | "reorganisation" | "moved-cases";

/** Logs that somebody read a case's personal data (Luật 91/2025/QH15, NĐ 356/2025). */
export function logReading(
  db: Db,
  actor: Actor,
  caseId: string,
  purpose: ReadingPurpose,
  now: Instant,
): Promise<void> {
  return logReadings(db, actor, [caseId], purpose, now);
}

/** The same of the cases of a list, each once. */
export async function logReadings(
  db: Db,
  actor: Actor,
  caseIds: readonly string[],
  purpose: ReadingPurpose,
  now: Instant,
): Promise<void> {
  if (caseIds.length === 0) return;
  const id = actorId(actor) ?? null;
  await db.query({
    name: "cases.reading",
    text: `insert into cases.reading (case_id, officer_id, system_token_id, purpose, at)
           select case_id, $2, $3, $4, $5 from unnest($1::uuid[]) as case_id`,
    values: [
      [...new Set(caseIds)],
      actor.kind === "officer" ? id : null,
      actor.kind === "system" ? id : null,
      purpose,
      toIso(now),
    ],
  });
}

/** Who read a case, newest first. */
export async function listReadings(db: Db, caseId: string, limit = 50) {
  const found = await db.query<{ officer_id: number | null; purpose: ReadingPurpose; at: Instant }>({
    name: "cases.readings",
    text: "select officer_id, purpose, at from cases.reading where case_id = $1 order by at desc limit $2",
    values: [caseId, limit],
  });
  return found.rows;
}
