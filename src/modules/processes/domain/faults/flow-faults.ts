import type { DraftStep } from "../process.ts";
import type { ProcessFault } from "../process-faults.ts";
import { flowsOf, targetsOf } from "../walk.ts";
import { isReturn } from "./step-faults.ts";

/** Whether every step can be reached, leads on to the return, and nothing goes in a circle: sending back is a verb, not a flow. */
export function flowFaults(steps: readonly DraftStep[]): readonly ProcessFault[] {
  const flows = flowsOf(steps);
  const ids = new Set(steps.map(({ id }) => id));
  const unknown = steps.flatMap(({ id, then }): ProcessFault[] => {
    if (then === undefined) return [];
    const named = then.kind === "parallel" ? [...then.branches, then.join] : targetsOf(then);
    return named
      .filter((target) => !ids.has(target))
      .map((target) => ({ fault: "unknown-target", step: id, target }));
  });
  if (unknown.length > 0) return unknown;
  const next = (id: string) => {
    const flow = flows.get(id);
    return flow === undefined ? [] : targetsOf(flow);
  };
  const reached = reachedFrom(steps[0]?.id ?? "", next);
  return steps.flatMap((step): ProcessFault[] => {
    const { id } = step;
    const flow = flows.get(id);
    const faults: ProcessFault[] = [];
    if (!reached.has(id)) faults.push({ fault: "unreachable", step: id });
    if (next(id).some((target) => reachedFrom(target, next).has(id)))
      faults.push({ fault: "loop", step: id });
    if (flow?.kind === "end" && !isReturn(step)) faults.push({ fault: "dead-end", step: id });
    if (flow?.kind !== "end" && step.work === "return")
      faults.push({ fault: "goes-on-after-return", step: id });
    if (flow?.kind === "choice" && flow.branches.length === 0)
      faults.push({ fault: "too-few-branches", step: id });
    return faults;
  });
}

function reachedFrom(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([start]);
  const left = [start];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const target of next(id)) {
      if (reached.has(target)) continue;
      reached.add(target);
      left.push(target);
    }
  }
  return reached;
}
