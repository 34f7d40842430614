import { z } from "zod";
import { refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { beginDraft } from "../begin-draft.ts";
import type { DraftStep } from "../domain/process.ts";
import type { DraftContent } from "../draft-store.ts";
import { selectBase } from "../process-store.ts";
import type { ProcessesDeps } from "../processes-deps.ts";

export const StartDraft = z.object({
  procedureCode: z.string("required").trim().min(1, "required").max(60, "too-long"),
  variantCode: z.string().trim().max(60, "too-long").default(""),
  /** From the version in force, or with the two steps every process has. */
  from: z.enum(["in-force", "nothing"]).default("in-force"),
});
export type StartDraft = z.infer<typeof StartDraft>;
export type StartRefusal = "no-such-procedure" | "no-such-variant" | "draft-open";

/** Opens the draft of a procedure or variant; there is at most one, so that two people edit the same. */
export function startDraft(
  deps: Pick<ProcessesDeps, "procedure" | "directory">,
): Command<unknown, StartDraft, { readonly id: number }, StartRefusal> {
  return {
    name: "process.start-draft",
    permission: "process.manage",
    input: StartDraft,
    run: async (context, { procedureCode, variantCode, from }) => {
      const { sql, now, about } = context;
      about(subjectOf(procedureCode, variantCode));
      const procedure = await deps.procedure(procedureCode);
      if (procedure === undefined) return refuse("no-such-procedure");
      const isKnown = variantCode === "" || procedure.variants.some(({ code }) => code === variantCode);
      if (!isKnown) return refuse("no-such-variant");
      const base =
        from === "nothing" ? undefined : await selectBase(sql, procedureCode, variantCode, localDateOf(now));
      const content: DraftContent = base?.definition ?? { steps: BARE };
      const { steps, terms } = content;
      return beginDraft(deps, context, procedure, { variantCode, steps, terms, basedOn: base?.id });
    },
  };
}

/** "1.001193", or with the variant "1.001193 1.001193.02". */
export const subjectOf = (procedureCode: string, variantCode: string): string =>
  variantCode === "" ? procedureCode : `${procedureCode} ${variantCode}`;

/** What every process has: it begins and ends at the desk (NĐ 61/2018, Điều 18 to 20). */
const BARE: readonly DraftStep[] = [
  {
    id: "receive",
    name: "Tiếp nhận hồ sơ",
    nameEn: "Receive the case",
    unit: "receiving-desk",
    post: "desk-officer",
    work: "receive",
    budgetMinutes: 240,
  },
  {
    id: "return",
    name: "Trả kết quả",
    nameEn: "Hand over the result",
    unit: "receiving-desk",
    post: "desk-officer",
    work: "return",
    budgetMinutes: 240,
  },
];
