import type { DraftStep } from "../process.ts";
import type { ProcessFault } from "../process-faults.ts";
import { flowsOf, targetsOf } from "../walk.ts";
import { isReturn } from "./step-faults.ts";

/** On every way a leader approves before a clerk issues, and the result is issued before it is returned. */
export function decisionFaults(steps: readonly DraftStep[]): readonly ProcessFault[] {
  const flows = flowsOf(steps);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const faults = new Map<string, ProcessFault>();
  const left: { readonly id: string; readonly approved: boolean; readonly issued: boolean }[] = [
    { id: steps[0]?.id ?? "", approved: false, issued: false },
  ];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const step = byId.get(at.id);
    const key = `${at.id} ${at.approved} ${at.issued}`;
    if (step === undefined || seen.has(key)) continue;
    seen.add(key);
    if (step.work === "issue" && !at.approved) note(faults, { fault: "issue-before-approval", step: at.id });
    if (isReturn(step) && !at.issued) note(faults, { fault: "return-before-issue", step: at.id });
    // Another procedure's process decides and issues by itself.
    const whole = step.work === "subprocess";
    const approved = at.approved || whole || step.work === "approve";
    const issued = at.issued || whole || step.work === "issue";
    const flow = flows.get(at.id);
    if (flow === undefined) continue;
    // A fork decides nothing in its branches; what is known goes on at its join.
    const next = flow.kind === "parallel" ? [flow.join] : targetsOf(flow);
    for (const id of next) left.push({ id, approved, issued });
  }
  return [...faults.values()];
}

function note(faults: Map<string, ProcessFault>, fault: ProcessFault & { readonly step: string }): void {
  faults.set(`${fault.fault} ${fault.step}`, fault);
}
