import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import { findCase, listActions } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { FileRef } from "../domain/people.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { mayOpen } from "../readable.ts";
import { logReading } from "../reading-store.ts";

/** Address of a file of a case. */
export const fileHref = (caseId: string, sha256: string): string =>
  `/officer/cases/${caseId}/files/${sha256}`;

/** A file of a case for somebody who may read the case; the reading is logged. Only files that some action put there. */
export async function caseFile(
  deps: CasesDeps,
  actor: Actor,
  caseId: string,
  sha256: string,
): Promise<Result<{ readonly ref: FileRef; readonly bytes: Buffer }, CaseRefusal>> {
  const { pool } = deps.database;
  const [loaded, actions] = await Promise.all([findCase(pool, caseId), listActions(pool, caseId)]);
  if (loaded === undefined) return refuse("case-not-found");
  if (!(await mayOpen(deps, actor, loaded.state))) return refuse("not-your-unit");
  const ref = actions.flatMap(filesOfAction).find((file) => file.sha256 === sha256);
  const stored = ref && (await deps.files.get(sha256));
  if (ref === undefined || stored === undefined) return refuse("case-not-found");
  await logReading(pool, actor, caseId, "file", deps.clock());
  return ok({ ref: { ...ref, mediaType: stored.file.mediaType }, bytes: stored.bytes });
}

/** The files that an action put into the case. */
export function filesOfAction({ data }: CaseAction): readonly FileRef[] {
  switch (data.type) {
    case "registered":
    case "received":
    case "supplement-completed":
      return data.papers.flatMap((paper) => paper.files);
    case "financial-duty-paid":
    case "withdrawn":
    case "result-issued":
      return data.files;
    case "result-drafted":
      return data.draft.files;
    default:
      return [];
  }
}
