import { ok, type Result } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import { Apologise, apologiseFromDraft } from "../apologise/apologise.ts";
import { runCaseVerb } from "../case-command.ts";
import { paperHref } from "../case-papers/paper-form.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseRefusal } from "../domain/refusal.ts";

/** The reason and the new date of an apology, as its form sends them. */
export const ApologyInput = Apologise;
export type ApologyInput = Apologise;

/** A signed apology: the number of its action and the address of its paper (Mẫu 04). */
export type ApologySigned = { readonly caseCode: string; readonly seq: number };

/** @param unitId the unit to which the draft is addressed; undefined: it is addressed to nobody any more. */
export type SignApology = (
  actor: Actor,
  caseId: string,
  input: ApologyInput,
  unitId: number | undefined,
) => Promise<Result<ApologySigned, CaseRefusal>>;

/** The signature under a draft: the verb "apologise" with its permission, number and audit, while the draft is owed. */
export function apologySigner(deps: CasesDeps): SignApology {
  return async (actor, caseId, input, unitId) => {
    const done = await runCaseVerb(deps, actor, apologiseFromDraft(unitId), { caseId }, input);
    return done.ok ? ok({ caseCode: done.value.code, seq: done.value.version }) : done;
  };
}

/** Address of the paper of an apology. */
export const apologyPaperHref = paperHref;
