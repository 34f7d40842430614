import { ok, type Result } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import { Apologise, apologise } from "../apologise/apologise.ts";
import { runCaseVerb } from "../case-command.ts";
import { paperHref } from "../case-papers/paper-form.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseRefusal } from "../domain/refusal.ts";

/** The reason and the new date of an apology, as its form sends them. */
export const ApologyInput = Apologise;
export type ApologyInput = Apologise;

/** A signed apology: the number of its action and the address of its paper (Mẫu 04). */
export type ApologySigned = { readonly caseCode: string; readonly seq: number };

export type SignApology = (
  actor: Actor,
  caseId: string,
  input: ApologyInput,
) => Promise<Result<ApologySigned, CaseRefusal>>;

/** The verb "apologise" for another room: the same rule, permission, number and audit as on the screen of the case. */
export function apologySigner(deps: CasesDeps): SignApology {
  return async (actor, caseId, input) => {
    const done = await runCaseVerb(deps, actor, apologise, { caseId }, input);
    return done.ok ? ok({ caseCode: done.value.code, seq: done.value.version }) : done;
  };
}

/** Address of the paper of an apology. */
export const apologyPaperHref = paperHref;
