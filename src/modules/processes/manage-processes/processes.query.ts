import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";

/** A procedure or variant with the version in force and its open draft, as the list shows it. */
export type ProcessListItem = {
  readonly procedureCode: string;
  readonly variantCode: string;
  readonly processId: number | null;
  readonly version: number | null;
  readonly validFrom: LocalDate | null;
  readonly steps: number | null;
  readonly draftId: number | null;
  readonly faults: number | null;
  readonly changedAt: Instant | null;
};

export const LIST_STATES = ["published", "draft", "faults"] as const;
export type ListState = (typeof LIST_STATES)[number];

export type ProcessListFilter = {
  readonly codes?: readonly string[] | undefined;
  readonly state?: ListState | undefined;
  readonly today: LocalDate;
  /** Where the page before ended. */
  readonly after: { readonly procedureCode: string; readonly variantCode: string };
  readonly limit: number;
};

/** One page of processes by code; a constant number of index reads for each row. */
export async function listProcesses(
  { pool }: Database,
  { codes, state, today, after, limit }: ProcessListFilter,
): Promise<readonly ProcessListItem[]> {
  const found = await pool.query<ProcessListItem>({
    name: "processes.list",
    text: `select k.procedure_code as "procedureCode", k.variant_code as "variantCode", p.id as "processId", p.version,
        p.valid_from as "validFrom", p.steps, d.id as "draftId", d.fault_count as faults, d.changed_at as "changedAt"
      from (select procedure_code, variant_code from processes.process
            union select procedure_code, variant_code from processes.draft) as k
      left join processes.draft as d using (procedure_code, variant_code)
      left join lateral (
        select id, version, valid_from, jsonb_array_length(steps) as steps from processes.process
        where procedure_code = k.procedure_code and variant_code = k.variant_code
          and valid_from <= $1 and (valid_to is null or valid_to > $1)
        order by version desc limit 1) as p on true
      where ($2::text[] is null or k.procedure_code = any ($2))
        and case $3 when 'published' then p.id is not null when 'draft' then d.id is not null
          when 'faults' then d.fault_count > 0 else true end
        and (k.procedure_code, k.variant_code) > ($4, $5)
      order by k.procedure_code, k.variant_code limit $6`,
    values: [today, codes ?? null, state ?? "", after.procedureCode, after.variantCode, limit],
  });
  return found.rows;
}
