import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { actionOfBody } from "../action-codec.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { trackingWord } from "../tracking-word.ts";

/** A case as its applicant sees it. */
export type TrackedCase = { readonly state: CaseState; readonly actions: readonly CaseAction[] };

/**
 * The case of a receipt: code and secret word together, one round trip. A wrong word and an unknown code get the same
 * answer, so that codes cannot be tried out.
 */
export async function trackCase(
  deps: Pick<CasesDeps, "database" | "trackingKey">,
  code: string,
  word: string,
): Promise<Result<TrackedCase, "case-not-found">> {
  const found = await deps.database.pool.query<{ state: CaseState; bodies: string }>({
    name: "cases.track",
    // A body has no line breaks, so one text with a line each is cheaper to read than an array.
    text: `select f.state,
             (select string_agg(a.body, E'\\n' order by a.seq) from cases.action as a where a.case_id = f.id) as bodies
           from cases.case_file as f where f.code = $1`,
    values: [code.trim().toUpperCase()],
  });
  const row = found.rows[0];
  if (row === undefined || !trackingWord(deps.trackingKey, row.state.id).matches(word))
    return refuse("case-not-found");
  return ok({ state: row.state, actions: row.bodies.split("\n").map(actionOfBody) });
}
