import type { Flow } from "../domain/process.ts";
import { type Element, extensionOf, isElement, textOf } from "./moddle.ts";
import { readCondition } from "./read-json.ts";

type Note = { readonly vi: string; readonly en: string };

/** The ways between the steps of a file. */
export type FlowsIn = {
  /** Id of the step to which the start leads. */
  readonly first: string | undefined;
  of(stepId: string): Flow | undefined;
  readonly notes: readonly Note[];
};

/** Reads sequence flows over gateways: joins are passed through, choices and forks become the flow of the step before. */
export function flowsIn(elements: readonly Element[], stepIds: ReadonlyMap<Element, string>): FlowsIn {
  const outgoing = new Map<Element, Element[]>();
  const incoming = new Map<Element, number>();
  for (const flow of elements.filter(({ $type }) => $type === "bpmn:SequenceFlow")) {
    const source = flow.get("sourceRef");
    const target = flow.get("targetRef");
    if (!isElement(source) || !isElement(target)) continue;
    outgoing.set(source, [...(outgoing.get(source) ?? []), flow]);
    incoming.set(target, (incoming.get(target) ?? 0) + 1);
  }
  const notes: Note[] = [];
  const targets = (element: Element) =>
    (outgoing.get(element) ?? []).map((flow) => flow.get("targetRef") as Element);
  const isJoin = (element: Element) =>
    element.$type === "bpmn:ParallelGateway" && (outgoing.get(element)?.length ?? 0) <= 1;
  /** The step behind joins and gateways with one way out; undefined: the end. */
  const stepBehind = (element: Element | undefined): string | undefined => {
    let at = element;
    for (let hops = 0; at !== undefined && hops < 100; hops++) {
      const known = stepIds.get(at);
      if (known !== undefined) return known;
      at = targets(at)[0];
    }
    return undefined;
  };
  const flowOut = (element: Element): Flow => {
    const [next, second] = targets(element);
    if (next === undefined) return { kind: "end" };
    if (second !== undefined) {
      // Several ways out of a task at once are a fork without its gateway.
      notes.push({
        vi: "nhiều đường ra từ một bước mà không có cổng",
        en: "several ways out of a task without a gateway",
      });
    }
    if (next.$type === "bpmn:ExclusiveGateway" && targets(next).length > 1) return choice(next);
    if (next.$type === "bpmn:ParallelGateway" && !isJoin(next)) return fork(next);
    const step = stepBehind(next);
    return step === undefined ? { kind: "end" } : { kind: "to", step };
  };
  const choice = (gateway: Element): Flow => {
    const flows = outgoing.get(gateway) ?? [];
    const other = gateway.get("default");
    const fallback = flows.find((flow) => flow === other) ?? flows.at(-1);
    const branches = flows
      .filter((flow) => flow !== fallback)
      .flatMap((flow) => {
        const to = stepBehind(flow.get("targetRef") as Element);
        const own = extensionOf(flow, "When");
        const when = readCondition(own === undefined ? undefined : textOf(own, "condition"));
        if (to === undefined) return [];
        if (when === undefined) {
          const name = textOf(flow, "name") ?? flow.id ?? "";
          notes.push({
            vi: `điều kiện “${name}” cần nhập lại`,
            en: `condition “${name}” must be entered anew`,
          });
          return [{ when: { fact: "variant", is: "one-of", values: [] } as const, to }];
        }
        return [{ when, to }];
      });
    const otherwise = stepBehind(fallback?.get("targetRef") as Element | undefined) ?? "";
    return { kind: "choice", branches, otherwise };
  };
  const fork = (gateway: Element): Flow => {
    const heads = targets(gateway);
    const branches = heads.flatMap((head) => stepBehind(head) ?? []);
    const join = joinOf(heads, targets, isJoin);
    return { kind: "parallel", branches, join: stepBehind(join) ?? "" };
  };
  const byStep = new Map([...stepIds].map(([element, id]) => [id, flowOut(element)]));
  const start = elements.find(({ $type }) => $type === "bpmn:StartEvent");
  return {
    first: start === undefined ? undefined : stepBehind(targets(start)[0]),
    of: (stepId) => byStep.get(stepId),
    notes,
  };
}

/** The first join that all branches reach. */
function joinOf(
  heads: readonly Element[],
  targets: (element: Element) => readonly Element[],
  isJoin: (element: Element) => boolean,
): Element | undefined {
  const reached = heads.map((head) => reachedFrom(head, targets));
  const [first = new Set<Element>()] = reached;
  return [...first].find((element) => isJoin(element) && reached.every((set) => set.has(element)));
}

/** In the order of distance, so that the nearest join is found first. */
function reachedFrom(
  start: Element,
  targets: (element: Element) => readonly Element[],
): ReadonlySet<Element> {
  const reached = new Set([start]);
  for (const element of reached) for (const next of targets(element)) reached.add(next);
  return reached;
}
