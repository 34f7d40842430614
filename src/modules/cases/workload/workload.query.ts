import type { Instant } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** An open step as the load of its holder counts it. */
export type LoadStep = {
  readonly caseId: string;
  readonly seq: number;
  readonly work: string;
  readonly postKind: string;
  readonly officerId: number | null;
  readonly dueAt: Instant | null;
  readonly paused: boolean;
};

/** All open steps of a unit: an index walk, as long as the unit's own queue. */
export async function openStepsOf(db: Db, unitId: number, postKind?: string): Promise<readonly LoadStep[]> {
  const found = await db.query<LoadStep>({
    name: "cases.load-steps",
    text: `select case_id as "caseId", seq, work, post_kind as "postKind", officer_id as "officerId", due_at as "dueAt", paused
           from cases.step where closed_at is null and unit_id = $1 and ($2::text is null or post_kind = $2)
           order by queue_due, case_id, seq`,
    values: [unitId, postKind ?? null],
  });
  return found.rows;
}
