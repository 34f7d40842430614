import { type CaseFacts, holdsFor } from "./condition.ts";
import type { Flow, ProcessStep } from "./process.ts";

/** What the walk asks of a step, be it published or a draft. */
type Walked = { readonly id: string; readonly then?: Flow };

/** How a case goes through a process. Pure: what opens next depends on the facts of the case and on what is still open. */
export type Walk<Step extends Walked = ProcessStep> = {
  /** The step that opens when the case is received. Throws where there is none. */
  first(): Step;
  find(id: string): Step | undefined;
  /**
   * What opens when a step is done.
   * @param stillOpen ids of the other open steps of the process: a join waits for them.
   * @returns nothing where the process ends or a join still waits. Throws for a step or target that is not there.
   */
  after(id: string, facts: CaseFacts, stillOpen: readonly string[]): readonly Step[];
  /** All that may come right after a step, whatever the facts; for pictures and checks. */
  mayFollow(id: string): readonly Step[];
};

/** Makes the walk of a process whose faults were looked for. */
export function walkOf<Step extends Walked>({
  code,
  steps,
}: {
  readonly code: string;
  readonly steps: readonly Step[];
}): Walk<Step> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = (id: string): Step => {
    const step = byId.get(id);
    if (step === undefined) throw new Error(`process ${code} has no step ${id}`);
    return step;
  };
  const flows = flowsOf(steps);
  const flowOf = (id: string): Flow => flows.get(known(id).id) ?? { kind: "end" };
  const joins = joinsOf(steps, (id) => targetsOf(flowOf(id)));
  const comesTo = (from: string, target: string, stillOpen: readonly string[]): Step[] => {
    const waiting = joins.some(
      ({ join, region }) => join === target && region.has(from) && stillOpen.some((id) => region.has(id)),
    );
    return waiting ? [] : [known(target)];
  };
  return {
    first: () => {
      const [first] = steps;
      if (first === undefined) throw new Error(`process ${code} has no steps`);
      return first;
    },
    find: (id) => byId.get(id),
    after: (id, facts, stillOpen) => {
      const flow = flowOf(id);
      switch (flow.kind) {
        case "to":
          return comesTo(id, flow.step, stillOpen);
        case "choice": {
          const taken = flow.branches.find(({ when }) => holdsFor(when, facts))?.to ?? flow.otherwise;
          return comesTo(id, taken, stillOpen);
        }
        case "parallel":
          return flow.branches.map(known);
        case "end":
          return [];
      }
    },
    mayFollow: (id) => targetsOf(flowOf(id)).map(known),
  };
}

/** Where a flow may lead. */
export function targetsOf(flow: Flow): readonly string[] {
  switch (flow.kind) {
    case "to":
      return [flow.step];
    case "choice":
      return [...new Set([...flow.branches.map(({ to }) => to), flow.otherwise])];
    case "parallel":
      return flow.branches;
    case "end":
      return [];
  }
}

/** The way on from each step by its id: what it says itself, else to the step below, at last to the end. */
export function flowsOf(steps: readonly Walked[]): ReadonlyMap<string, Flow> {
  return new Map(
    steps.map(({ id, then }, index): [string, Flow] => {
      const next = steps[index + 1];
      return [id, then ?? (next === undefined ? { kind: "end" } : { kind: "to", step: next.id })];
    }),
  );
}

/** The steps from these heads on until the join, which is not among them. */
export function regionBetween(
  heads: readonly string[],
  join: string,
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const region = new Set<string>();
  const left = [...heads];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (id === join || region.has(id)) continue;
    region.add(id);
    left.push(...next(id));
  }
  return region;
}

type Join = { readonly join: string; readonly region: ReadonlySet<string> };

/** For each fork the step that waits for its branches, and the steps between the two. */
function joinsOf(steps: readonly Walked[], next: (id: string) => readonly string[]): readonly Join[] {
  return steps.flatMap(({ then }) => {
    if (then?.kind !== "parallel") return [];
    return [{ join: then.join, region: regionBetween(then.branches, then.join, next) }];
  });
}
