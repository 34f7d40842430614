import { z } from "zod";
import { type Result, refuse } from "../../../kernel/result.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { PUBLIC } from "../../../platform/permission.ts";
import { append } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { findCaseByCode } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { QUESTIONS } from "../domain/questionnaire.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { trackingWord } from "../tracking-word.ts";
import { given, optionalText } from "../verb.ts";

const mark = z.coerce.number().int().min(0, "invalid").max(2, "invalid").optional();

export const RateCase = z.object({
  overall: z.enum(["satisfied", "neutral", "unsatisfied"], { error: "required" }),
  answers: z
    .object(Object.fromEntries(QUESTIONS.map((question) => [question, mark])))
    .partial()
    .default({}),
  comment: optionalText,
});
export type RateCase = z.infer<typeof RateCase>;

/** The applicant, known by code and secret word, rates a returned case, once (NĐ 118/2025; TT 01/2018 Điều 13-15). */
export async function rateCase(
  deps: CasesDeps,
  who: { readonly code: string; readonly word: string },
  input: RateCase,
): Promise<Result<CaseState, CaseRefusal>> {
  const now = deps.clock();
  const answer = await (async (): Promise<Result<CaseState, CaseRefusal>> => {
    const loaded = await findCaseByCode(deps.database.pool, who.code);
    if (loaded === undefined || !trackingWord(deps.trackingKey, loaded.state.id).matches(who.word)) {
      return refuse("case-not-found");
    }
    if (loaded.state.status !== CASE_STATUS.returned) return refuse("wrong-state");
    if (loaded.state.rated !== undefined) return refuse("already-rated");
    const context = await contextFor(deps, PUBLIC, loaded.state, now);
    const answers: Record<string, number> = {};
    for (const [question, value] of Object.entries(input.answers))
      if (value !== undefined) answers[question] = value;
    const rating = { overall: input.overall, answers, ...given("comment", input.comment) };
    return append(deps.database.pool, PUBLIC, "case.rate", loaded, context, [
      { status: CASE_STATUS.returned, data: { type: "rated", rating } },
    ]);
  })();
  if (!answer.ok) {
    const entry = {
      at: now,
      actor: PUBLIC,
      command: "case.rate",
      subject: who.code,
      outcome: answer.refusal,
    };
    await writeAudit(deps.database.pool, entry);
  }
  return answer;
}
