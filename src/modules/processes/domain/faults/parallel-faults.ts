import type { DraftStep, Flow } from "../process.ts";
import type { ProcessFault } from "../process-faults.ts";
import { flowsOf, regionBetween, targetsOf } from "../walk.ts";

/**
 * Whether what is done at once comes together again: at least two branches, each named once and leading to the join, none
 * into another, none entered from outside. Neither may the clock stand still for one branch alone, nor one branch decide the case.
 */
export function parallelFaults(steps: readonly DraftStep[]): readonly ProcessFault[] {
  const flows = flowsOf(steps);
  const next = (id: string) => {
    const flow = flows.get(id);
    return flow === undefined ? [] : targetsOf(flow);
  };
  return steps.flatMap(({ id, then }): ProcessFault[] => {
    if (then?.kind !== "parallel") return [];
    const heads = [...new Set(then.branches)].filter((head) => head !== then.join);
    const misnamed = branchFaults(id, then);
    if (heads.length < 2) return [...misnamed, { fault: "too-few-branches", step: id }];
    const branches = heads.map((head) => regionBetween([head], then.join, next));
    const region = new Set(branches.flatMap((branch) => [...branch]));
    const inside = steps.filter((step) => region.has(step.id));
    return [
      ...misnamed,
      ...inside.filter((step) => flows.get(step.id)?.kind === "end").map(named("branch-without-join")),
      ...inside
        .filter((step) => branches.filter((branch) => branch.has(step.id)).length > 1)
        .map(named("branches-share-step")),
      ...inside
        .filter((step) => step.uncounted !== undefined || step.work === "await-payment")
        .map(named("uncounted-in-branch")),
      ...inside.filter(({ work }) => work === "approve" || work === "issue").map(named("decision-in-branch")),
      ...steps
        .filter((step) => step.id !== id && !region.has(step.id))
        .flatMap((step) =>
          next(step.id)
            .filter((target) => region.has(target))
            .map((target): ProcessFault => ({ fault: "branch-entered", step: step.id, target })),
        ),
    ];
  });
}

/** A join that is a branch of its own fork would not wait; a branch that is named twice would be opened twice. */
function branchFaults(id: string, { branches, join }: Flow & { readonly kind: "parallel" }): ProcessFault[] {
  const twice = new Set(branches.filter((branch, index) => branches.indexOf(branch) < index));
  return [
    ...(branches.includes(join) ? [{ fault: "join-is-branch", step: id, target: join } as const] : []),
    ...[...twice].map((target) => ({ fault: "branch-twice", step: id, target }) as const),
  ];
}

function named(
  fault: "branch-without-join" | "branches-share-step" | "uncounted-in-branch" | "decision-in-branch",
): (step: DraftStep) => ProcessFault {
  return ({ id }) => ({ fault, step: id });
}
