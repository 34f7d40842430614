import type { Actor } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { logReadings } from "../reading-store.ts";
import { type UnsureCase, unsureCases } from "./handed-store.ts";

export type { UnsureCase } from "./handed-store.ts";

const LIMIT = 20;

/** One page of the cases to look at; whoever sees the address of an applicant is noted. */
export async function unsurePage(
  { database, clock }: Pick<CasesDeps, "database" | "clock">,
  actor: Actor,
  reorganisation: number,
  after: string,
): Promise<{ readonly rows: readonly UnsureCase[]; readonly next: string | undefined }> {
  const found = await unsureCases(database.pool, reorganisation, after, LIMIT + 1);
  const rows = found.slice(0, LIMIT);
  const seen = rows.map(({ caseId }) => caseId);
  await logReadings(database.pool, actor, seen, "reorganisation", clock());
  return { rows, next: found.length > LIMIT ? rows.at(-1)?.caseId : undefined };
}
