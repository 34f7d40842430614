import { type Element, isElement, listOf } from "./moddle.ts";

/** How the elements of a process are connected. */
export type Wiring = {
  /** The flows out of an element in its own order, which is that in which a choice is asked; then those it does not list. */
  flowsOut(element: Element): readonly Element[];
  targets(element: Element): readonly Element[];
  /** Without the ways that lead back in a circle, seen from the start. */
  forward(element: Element): readonly Element[];
  /** How many flows lead to an element. */
  entries(element: Element): number;
  /** Whether several ways lead out of it. */
  branches(element: Element): boolean;
};

/** Reads the sequence flows; those to or from nothing are left out. */
export function wiringOf(elements: readonly Element[]): Wiring {
  const outgoing = new Map<Element, Element[]>();
  const incoming = new Map<Element, number>();
  for (const flow of elements.filter(({ $type }) => $type === "bpmn:SequenceFlow")) {
    const source = flow.get("sourceRef");
    const target = flow.get("targetRef");
    if (!isElement(source) || !isElement(target)) continue;
    outgoing.set(source, [...(outgoing.get(source) ?? []), flow]);
    incoming.set(target, (incoming.get(target) ?? 0) + 1);
  }
  for (const [source, flows] of outgoing) {
    const listed = listOf(source, "outgoing").filter((flow) => flows.includes(flow));
    outgoing.set(source, [...new Set([...listed, ...flows])]);
  }
  const flowsOut = (element: Element) => outgoing.get(element) ?? [];
  const targets = (element: Element) => flowsOut(element).map((flow) => flow.get("targetRef") as Element);
  const forward = forwardWays(elements, targets);
  return {
    flowsOut,
    targets,
    forward: (element) => forward.get(element) ?? [],
    entries: (element) => incoming.get(element) ?? 0,
    branches: (element) => flowsOut(element).length > 1,
  };
}

function forwardWays(
  elements: readonly Element[],
  targets: (element: Element) => readonly Element[],
): ReadonlyMap<Element, readonly Element[]> {
  const ways = new Map<Element, Element[]>();
  const above = new Set<Element>();
  const visit = (element: Element) => {
    const own: Element[] = [];
    ways.set(element, own);
    above.add(element);
    for (const next of targets(element)) {
      if (above.has(next)) continue;
      own.push(next);
      if (!ways.has(next)) visit(next);
    }
    above.delete(element);
  };
  const starts = elements.filter(({ $type }) => $type === "bpmn:StartEvent");
  for (const element of [...starts, ...elements]) if (!ways.has(element)) visit(element);
  return ways;
}

/** Waits for all that comes in, and has one way out. */
export function isJoin(element: Element, wiring: Wiring): boolean {
  return element.$type === "bpmn:ParallelGateway" && !wiring.branches(element);
}

/** The first step or branching element behind joins and whatever has one way out; undefined: the end. */
export function arrival(
  start: Element | undefined,
  { isStep, wiring }: { readonly isStep: (element: Element) => boolean; readonly wiring: Wiring },
): { readonly at: Element | undefined; readonly overJoin: boolean } {
  const seen = new Set<Element>();
  let overJoin = false;
  for (let at = start; at !== undefined && !seen.has(at); at = wiring.targets(at)[0]) {
    if (isStep(at) || wiring.branches(at)) return { at, overJoin };
    if (isJoin(at, wiring)) overJoin = true;
    seen.add(at);
  }
  return { at: undefined, overJoin };
}

/** Where branches come together: the join, else the step, that all of them reach, the nearest first. */
export function meetingOf(
  heads: readonly Element[],
  isStep: (element: Element) => boolean,
  wiring: Wiring,
): Element | undefined {
  const reached = heads.map((head) => reachedFrom(head, wiring));
  const [first = new Set<Element>()] = reached;
  return [...first].find(
    (element) =>
      (isJoin(element, wiring) || isStep(element)) && reached.every((elements) => elements.has(element)),
  );
}

/** In the order of distance. */
function reachedFrom(start: Element, { forward }: Wiring): ReadonlySet<Element> {
  const reached = new Set([start]);
  for (const element of reached) for (const next of forward(element)) reached.add(next);
  return reached;
}
