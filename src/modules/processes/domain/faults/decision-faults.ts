import type { DraftStep } from "../process.ts";
import type { Posts, ProcessFault } from "../process-faults.ts";
import { flowsOf, targetsOf } from "../walk.ts";
import { isReturn } from "./step-faults.ts";

/** A step that a way comes to: what was done before it, and the join at which its branch ends. */
type At = {
  readonly id: string;
  readonly drafted: boolean;
  readonly approved: boolean;
  readonly issued: boolean;
  /** The step right before it issued: the case comes here finished (9). */
  readonly finished: boolean;
  readonly until: string | undefined;
};

/**
 * On every way the result is drafted before anybody reviews, approves or issues it, a leader approves before a clerk
 * issues, and the result is issued right before it is returned. A case that comes to such a step too early, or works on
 * when it is finished (9), can go no further; nor can one that was only received (2), or was finished
 * right before and not drafted anew, wait for a payment (6).
 */
export function decisionFaults(
  steps: readonly DraftStep[],
  { drafting }: Pick<Posts, "drafting">,
): readonly ProcessFault[] {
  const flows = flowsOf(steps);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const surely = sureDrafts(steps, drafting);
  const seen = new Set<string>();
  const faults = new Map<string, ProcessFault>();
  const left: At[] = [
    {
      id: steps[0]?.id ?? "",
      drafted: false,
      approved: false,
      issued: false,
      finished: false,
      until: undefined,
    },
  ];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const step = byId.get(at.id);
    const key = `${at.id} ${at.drafted} ${at.approved} ${at.issued} ${at.finished} ${at.until}`;
    if (step === undefined || at.id === at.until || seen.has(key)) continue;
    seen.add(key);
    const isTooEarly = NEEDS_DRAFT.has(step.work) && !at.drafted;
    if (isTooEarly) note(faults, { fault: "needs-draft", step: at.id });
    if (step.work === "issue" && !at.approved) note(faults, { fault: "issue-before-approval", step: at.id });
    if (isReturn(step) && !at.issued) note(faults, { fault: "return-before-issue", step: at.id });
    // Another procedure's process drafts, decides and issues by itself. What is missing is said once on a way.
    const whole = step.work === "subprocess";
    const drafted = at.drafted || isTooEarly || whole || drafts(step, drafting);
    const approved = at.approved || whole || step.work === "approve";
    const issued = at.issued || whole || step.work === "issue";
    const flow = flows.get(at.id);
    if (flow === undefined) continue;
    const next = targetsOf(flow).flatMap((id) => byId.get(id) ?? []);
    if (at.issued && !whole && step.work !== "issue" && next.some(isReturn))
      note(faults, { fault: "work-after-issue", step: at.id });
    if (step === steps[0] || (at.finished && step.work !== "process"))
      for (const { id } of next.filter(({ work }) => work === "await-payment"))
        note(faults, { fault: at.finished ? "work-after-issue" : "payment-after-receipt", step: id });
    const { until } = at;
    const finished = step.work === "issue";
    if (flow.kind !== "parallel") {
      for (const { id } of next) left.push({ id, drafted, approved, issued, finished, until });
      continue;
    }
    // A fork decides nothing in its branches; what one of them drafts is there at the join, which waits for all.
    for (const { id } of next) left.push({ id, drafted, approved, issued, finished, until: flow.join });
    const inBranch = flow.branches.some((id) => surely(id, flow.join));
    left.push({ id: flow.join, drafted: drafted || inBranch, approved, issued, finished, until });
  }
  return [...faults.values()];
}

const NEEDS_DRAFT: ReadonlySet<DraftStep["work"]> = new Set(["review", "approve", "issue"]);

/** Whether the result can be drafted here: somebody works on the matter who may, and the step allows it. */
function drafts({ work, post, outcomes }: DraftStep, drafting: Posts["drafting"]): boolean {
  return (
    work === "process" &&
    drafting.includes(post) &&
    (outcomes === undefined || outcomes.includes("draft-result"))
  );
}

/** Whether every way from a step to a join passes a step that drafts. */
function sureDrafts(steps: readonly DraftStep[], drafting: Posts["drafting"]) {
  const flows = flowsOf(steps);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = new Map<string, boolean>();
  const surely = (id: string, join: string): boolean => {
    const key = `${id} ${join}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const step = byId.get(id);
    const flow = flows.get(id);
    if (step === undefined || flow === undefined || id === join) return false;
    const inBranch = flow.kind === "parallel" && flow.branches.some((branch) => surely(branch, flow.join));
    const next = flow.kind === "parallel" ? [flow.join] : targetsOf(flow);
    const answer =
      step.work === "subprocess" ||
      drafts(step, drafting) ||
      inBranch ||
      (next.length > 0 && next.every((target) => surely(target, join)));
    known.set(key, answer);
    return answer;
  };
  return surely;
}

function note(faults: Map<string, ProcessFault>, fault: ProcessFault & { readonly step: string }): void {
  faults.set(`${fault.fault} ${fault.step}`, fault);
}
