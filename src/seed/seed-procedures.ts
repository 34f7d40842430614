import type { PoolClient } from "pg";
import { type Instant, localDateOf } from "../kernel/time.ts";
import { publishProcedure } from "../modules/catalogue/index.ts";
import { publishProcess } from "../modules/processes/index.ts";
import { branchingProcesses } from "./data/branching-processes.ts";
import type { SeedProcedure } from "./data/procedures.ts";
import { processFor } from "./data/process-for.ts";

/** Whether a process can be made: the procedure has a limit, or its channels or cases have theirs. */
function hasLimit(procedure: SeedProcedure): boolean {
  return hasOwnLimit(procedure) || procedure.variants.length > 0;
}

function hasOwnLimit({ limit, limitByChannel }: SeedProcedure): boolean {
  return limit !== undefined || limitByChannel !== undefined;
}

/**
 * Publishes procedures; those with a confirmed limit may be received at a desk.
 * @param at the first time the day on which the province began, later the day of the change.
 * @returns how many are new or changed.
 */
export async function publishSeedProcedures(
  sql: PoolClient,
  procedures: readonly SeedProcedure[],
  at: Instant,
): Promise<number> {
  let touched = 0;
  for (const procedure of procedures) {
    const { committeeSigns: _ofTheProcess, ...content } = procedure;
    const options = { origin: "seed", at, receivable: hasLimit(procedure) } as const;
    const published = await publishProcedure(sql, content, options);
    if (published.outcome !== "unchanged") touched++;
  }
  return touched;
}

/** Publishes the process of each procedure with a limit, and one for each of its cases. Gives how many are new. */
export async function publishSeedProcesses(
  sql: PoolClient,
  procedures: readonly SeedProcedure[],
  at: Instant,
): Promise<number> {
  let added = 0;
  for (const procedure of procedures) {
    const whole = hasOwnLimit(procedure) ? [undefined] : [];
    for (const variant of [...whole, ...procedure.variants]) {
      const choice = { committeeSigns: procedure.committeeSigns ?? false };
      const own = variant === undefined ? branchingProcesses.get(procedure.code) : undefined;
      const { steps, terms } = own ?? processFor(procedure, variant, choice);
      const result = await publishProcess(
        sql,
        {
          procedureCode: procedure.code,
          variantCode: variant?.code,
          steps,
          terms,
          validFrom: localDateOf(at),
          yields: true,
        },
        at,
      );
      // The seed is ours: a faulty process of it is a bug, not a refusal.
      if (!result.ok) throw new Error(`process of ${procedure.code}: ${result.refusal}`);
      if (result.value.isNew) added++;
    }
  }
  return added;
}
