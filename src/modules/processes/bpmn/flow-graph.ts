import type { Condition } from "../domain/condition.ts";
import type { DraftStep } from "../domain/process.ts";
import { flowsOf, regionBetween, targetsOf } from "../domain/walk.ts";

/** A node of the diagram: a step, a gateway, the start or the end. */
export type GraphNode = {
  readonly id: string;
  readonly kind: "start" | "end" | "step" | "choice" | "fork" | "join";
  readonly step?: DraftStep;
};

/** A flow between two nodes; `when` on the ways out of a choice, `isDefault` on the other way. */
export type GraphEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly when?: Condition;
  readonly isDefault?: true;
};

export type FlowGraph = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };

export const stepNode = (id: string) => `step_${id}`;

/** The process as BPMN draws it: gateways for choices, forks and joins, one start and one end. */
export function flowGraph(steps: readonly DraftStep[]): FlowGraph {
  const flows = flowsOf(steps);
  const next = (id: string) => {
    const flow = flows.get(id);
    return flow === undefined ? [] : targetsOf(flow);
  };
  const forks = steps.flatMap(({ id, then }) =>
    then?.kind === "parallel"
      ? [{ id, join: then.join, region: regionBetween(then.branches, then.join, next) }]
      : [],
  );
  const nodes: GraphNode[] = [{ id: "start", kind: "start" }];
  const edges: GraphEdge[] = [];
  const connect = (from: string, to: string, more: Pick<GraphEdge, "when" | "isDefault"> = {}) =>
    edges.push({ id: `flow_${edges.length + 1}`, from, to, ...more });
  /** The node to which a step leads: over the joins of all forks that it closes, the inmost first. */
  const entrance = (from: string, to: string): string => {
    const closed = forks
      .filter(({ join, region }) => join === to && region.has(from))
      .sort((a, b) => a.region.size - b.region.size);
    return closed[0] === undefined ? stepNode(to) : `join_${closed[0].id}`;
  };
  const [first] = steps;
  if (first !== undefined) connect("start", stepNode(first.id));
  for (const step of steps) {
    const own = stepNode(step.id);
    const flow = flows.get(step.id) ?? { kind: "end" };
    nodes.push({ id: own, kind: "step", step });
    switch (flow.kind) {
      case "to":
        connect(own, entrance(step.id, flow.step));
        break;
      case "end":
        connect(own, "end");
        break;
      case "choice": {
        const gateway = `choice_${step.id}`;
        nodes.push({ id: gateway, kind: "choice" });
        connect(own, gateway);
        for (const { when, to } of flow.branches) connect(gateway, entrance(step.id, to), { when });
        connect(gateway, entrance(step.id, flow.otherwise), { isDefault: true });
        break;
      }
      case "parallel": {
        nodes.push({ id: `fork_${step.id}`, kind: "fork" }, { id: `join_${step.id}`, kind: "join" });
        connect(own, `fork_${step.id}`);
        for (const branch of flow.branches) connect(`fork_${step.id}`, stepNode(branch));
        connect(`join_${step.id}`, outOf(step.id, flow.join, forks));
        break;
      }
    }
  }
  nodes.push({ id: "end", kind: "end" });
  // Of a draft, a way may lead to what is not there or was not chosen.
  const known = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: edges.filter(({ to }) => known.has(to)) };
}

type Fork = { readonly id: string; readonly join: string; readonly region: ReadonlySet<string> };

/** Behind the join of a fork: the join of the fork around it where both come together at the same step, else that step. */
function outOf(fork: string, join: string, forks: readonly Fork[]): string {
  const around = forks
    .filter((other) => other.id !== fork && other.join === join && other.region.has(fork))
    .sort((a, b) => a.region.size - b.region.size);
  return around[0] === undefined ? stepNode(join) : `join_${around[0].id}`;
}
