import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { beginCase } from "../receive-case/receive-case.ts";
import type { ReceiveCase } from "../receive-case/receive-input.ts";
import { submission } from "../receive-case/submission.ts";
import { nextPaperNumber } from "../serial-store.ts";
import { given, optionalText, requiredText } from "../verb.ts";

/** Who signed the result that is handed over at once, and what it is. */
export const AtOnce = z.object({
  resultTitle: requiredText,
  signedBy: z.coerce.number({ error: "required" }).int().positive("required"),
  collectorName: optionalText,
});
export type AtOnce = z.infer<typeof AtOnce>;

/**
 * Procedures answered while the person waits (certified copies, extracts): one screen receives, issues and hands over,
 * still through every lawful state (∅→2→4→9→10; NĐ 61/2018 Điều 17 khoản 4: the system is updated all the same). The
 * leader who signed must hold that post in the deciding unit.
 */
export function receiveAtOnce(
  deps: CasesDeps,
  actor: Actor,
  input: ReceiveCase,
  atOnce: AtOnce,
): Promise<Result<CaseState, CaseRefusal>> {
  return beginCase(deps, actor, "case.receive-at-once", input, async (prepared, code, client) => {
    const { matter, context, returnAtOnce } = prepared;
    if (!returnAtOnce) return refuse("not-at-once");
    const signs = deps.directory.officersIn(input.decidingUnitId, "leader");
    if (!signs.some((leader) => leader.officerId === atOnce.signedBy)) return refuse("officer-not-in-unit");
    const opened = begin({ ...input, matter, nextStep: 1 }, context);
    if (!opened.ok) return opened;
    const receipt = await nextPaperNumber(client, input.receivingUnitId, context.now, "receipt");
    const result = await nextPaperNumber(client, input.decidingUnitId, context.now, "result");
    const dueAt = appointment(matter, context.now, context);
    const signer = `${deps.directory.officerName(atOnce.signedBy)}`;
    return ok([
      {
        status: CASE_STATUS.received,
        data: { type: "received", ...submission(input, matter, code), paperNumber: receipt },
        opened: opened.value,
        clock: {
          kind: "started",
          ...dueProperty(dueAt),
          calendar: context.calendar.version,
          rules: context.rules.id,
        },
      },
      {
        status: CASE_STATUS.processing,
        data: { type: "passed-on", note: `Người ký: ${signer}` },
        closed: [{ seq: 1, outcome: "done", consumedMinutes: 0 }],
      },
      {
        status: CASE_STATUS.finished,
        data: {
          type: "result-issued",
          kind: "granted",
          number: `${result}/KQ-${context.resultSuffix}`,
          title: atOnce.resultTitle,
          files: [],
        },
        clock: { kind: "ended" },
      },
      {
        status: CASE_STATUS.returned,
        data: {
          type: "handed-over",
          method: "counter",
          collector: {
            name: atOnce.collectorName ?? input.representativeName ?? input.applicantName,
            check: "identity-card",
            ...given("number", input.representativeNumber ?? input.applicantNumber),
          },
        },
      },
    ]);
  });
}
