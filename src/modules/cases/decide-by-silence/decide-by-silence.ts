import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import { OPERATOR } from "../../../platform/permission.ts";
import { append, inTransaction } from "../case-command.ts";
import { contextFor } from "../case-context.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Decision, RuleContext } from "../domain/rule-context.ts";
import { type SilenceRule, silentFrom } from "../domain/silence.ts";
import { closeAll, openSide } from "../domain/steps.ts";
import { nextPaperNumber } from "../serial-store.ts";
import { type SilentProcess, silentCases } from "./silent-cases.query.ts";

export type SilenceDeps = CasesDeps & { silentProcesses(): Promise<readonly SilentProcess[]> };

const PAGE = 200;

/** How many cases were decided, and why others that were due were not: by the word, how many. */
export type DecidedBySilence = { readonly decided: number; readonly left: ReadonlyMap<CaseRefusal, number> };

/**
 * Issues what silence means for every case whose appointment has passed without a result where a law says so; elsewhere
 * nothing. Each case in a transaction of its own: a run that was cut off, and what could not be done, is taken up by the next.
 */
export async function decideBySilence(deps: SilenceDeps, now: Instant): Promise<DecidedBySilence> {
  const processes = await deps.silentProcesses();
  const { pool } = deps.database;
  let decided = 0;
  const left = new Map<CaseRefusal, number>();
  let page = await silentCases(pool, processes, { before: now, limit: PAGE });
  while (page.length > 0) {
    for (const { caseId, processId } of page) {
      const process = processes.find((one) => one.processId === processId);
      if (process === undefined) continue;
      const done = await decideOne(deps, caseId, process, now);
      if (done.ok) decided++;
      else left.set(done.refusal, (left.get(done.refusal) ?? 0) + 1);
    }
    const after = page.at(-1)?.caseId;
    page =
      page.length < PAGE || after === undefined
        ? []
        : await silentCases(pool, processes, { before: now, after, limit: PAGE });
  }
  return { decided, left };
}

function decideOne(
  deps: CasesDeps,
  caseId: string,
  process: SilentProcess,
  now: Instant,
): Promise<Result<CaseState, CaseRefusal>> {
  return inTransaction(deps, async (client) => {
    const loaded = await findCase(client, caseId);
    if (loaded === undefined) return refuse("case-not-found");
    const { state } = loaded;
    const context: RuleContext = {
      ...(await contextFor(deps, OPERATOR, state, now)),
      who: { kind: "system", posts: [] },
      paperNumber: await nextPaperNumber(client, state.decidingUnitId, now, "result"),
    };
    const decision = silence(state, process, context);
    return decision.ok
      ? append(client, OPERATOR, "case.decide-by-silence", loaded, context, [decision.value])
      : decision;
  });
}

/**
 * The answer that silence is, once the appointment in force has passed while the clock ran. It holds from the appointment
 * on; the case is finished when it is issued, hence late: nobody decided in time. Pure.
 */
export function silence(
  state: CaseState,
  rule: SilenceRule,
  context: RuleContext,
): Result<Decision, CaseRefusal> {
  const from = silentFrom(state, rule);
  if (!from.ok) return from;
  if (context.now <= from.value) return refuse("wrong-state");
  const back = context.process.findLast((step) => step.work === "return");
  return ok({
    status: CASE_STATUS.finished,
    data: {
      type: "decided-by-silence",
      kind: rule.outcome,
      number: `${context.paperNumber}/KQ-${context.resultSuffix}`,
      title: state.matter.procedureName,
      basis: rule.basis,
      effectiveAt: from.value,
    },
    closed: closeAll(state, "silence", context),
    opened: [
      {
        ...openSide(state, { work: "return", unitId: state.receivingUnitId, post: "desk-officer" }),
        processStep: back?.id ?? "return",
      },
    ],
    clock: { kind: "ended" },
  });
}
