import { ok, type Result } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { beginCase } from "../receive-case/receive-case.ts";
import type { ReceiveCase } from "../receive-case/receive-input.ts";
import { submission } from "../receive-case/submission.ts";
import { nextPaperNumber } from "../serial-store.ts";

/**
 * Refuses at the counter with reasons (∅→1→3, Mẫu 03; NĐ 61/2018 Điều 17 khoản 1b). It is kept with its own code, so
 * that refusals are counted like everything else.
 */
export function refuseCase(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveCase,
  reason: string,
): Promise<Result<CaseState, CaseRefusal>> {
  return beginCase(deps, actor, "case.refuse", input, async ({ matter, context }, code, client) => {
    const paperNumber = await nextPaperNumber(client, input.receivingUnitId, context.now, "refusal");
    return ok([
      { status: CASE_STATUS.registered, data: { type: "registered", ...submission(input, matter, code) } },
      {
        status: CASE_STATUS.refused,
        data: { type: "refused", reason, paperNumber },
        clock: { kind: "ended" },
      },
    ]);
  });
}

/**
 * The papers are incomplete: asks for what is missing before receiving (∅→1→5, Mẫu 02; NĐ 61/2018 Điều 15 khoản 3: once
 * and completely). No clock runs yet; it starts when the supplement has come.
 */
export function askBeforeReceiving(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveCase,
  asked: { readonly items: readonly string[]; readonly reason: string },
): Promise<Result<CaseState, CaseRefusal>> {
  return beginCase(
    deps,
    actor,
    "case.ask-before-receiving",
    input,
    async ({ matter, context }, code, client) => {
      const paperNumber = await nextPaperNumber(client, input.receivingUnitId, context.now, "supplement");
      return ok([
        { status: CASE_STATUS.registered, data: { type: "registered", ...submission(input, matter, code) } },
        {
          status: CASE_STATUS.supplement,
          data: { type: "supplement-requested", items: asked.items, reason: asked.reason, paperNumber },
          opened: [
            {
              seq: 1,
              processStep: "await-supplement",
              work: "await-supplement",
              unitId: input.receivingUnitId,
              post: "desk-officer",
            },
          ],
          clock: { kind: "paused", why: "supplement" },
        },
      ]);
    },
  );
}
