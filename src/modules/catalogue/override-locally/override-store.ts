import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Sql } from "../catalogue-store.ts";

export type NewOverride = {
  readonly procedureId: number;
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
  readonly at: Instant;
  readonly by: number | undefined;
};

export async function putOverride(sql: Sql, override: NewOverride): Promise<void> {
  await sql.query(
    `insert into catalogue.local_override (procedure_id, field, value, reason, set_at, set_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (procedure_id, field) do update set value = excluded.value, reason = excluded.reason,
       set_at = excluded.set_at, set_by = excluded.set_by`,
    [
      override.procedureId,
      override.field,
      JSON.stringify(override.value),
      override.reason,
      toIso(override.at),
      override.by ?? null,
    ],
  );
}

/** Whether there was one to remove. */
export async function deleteOverride(sql: Sql, procedureId: number, field: string): Promise<boolean> {
  const gone = await sql.query(
    "delete from catalogue.local_override where procedure_id = $1 and field = $2",
    [procedureId, field],
  );
  return gone.rowCount === 1;
}
