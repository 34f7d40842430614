import type { LocalDate } from "../../../kernel/time.ts";
import { type Expansion, expandSubprocesses } from "../domain/expand-subprocesses.ts";
import type { ProcessDraft } from "../draft-store.ts";
import { type Sql, selectInForce } from "../process-store.ts";

/**
 * The steps of a draft as they will run: the processes in force on the day take the place of the procedures that it
 * calls. What is in force calls nobody any more, so that one look is enough; a draft may not call its own procedure.
 */
export async function expandDraft(
  db: Sql,
  { steps, procedureCode, variantCode }: Pick<ProcessDraft, "steps" | "procedureCode" | "variantCode">,
  on: LocalDate,
): Promise<Expansion> {
  const called = steps.flatMap(({ subprocess }) => subprocess ?? []);
  const found = await Promise.all(
    called.map(async (one) => {
      const process = await selectInForce(db, one.procedureCode, one.variantCode ?? "", on);
      return [keyOf(one.procedureCode, one.variantCode), process?.definition.steps] as const;
    }),
  );
  const known = new Map(found);
  const own = variantCode === "" ? procedureCode : variantCode;
  return expandSubprocesses(steps, (code, variant) => known.get(keyOf(code, variant)), [own]);
}

const keyOf = (code: string, variant: string | undefined) => `${code} ${variant ?? ""}`;
