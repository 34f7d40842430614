import type { Element } from "./moddle.ts";
import { arrival, type Wiring } from "./wiring.ts";

/**
 * Gateways that no step can take as its way on: behind the start, behind another gateway, behind a join, or a join and a
 * fork in one. They come in as steps of their own, so that no way is lost; somebody then says what the step is.
 */
export function standingGateways(
  elements: readonly Element[],
  isTask: (element: Element) => boolean,
  wiring: Wiring,
): ReadonlySet<Element> {
  const standing = new Set<Element>();
  const keep = (target: Element | undefined, isAlways: boolean) => {
    const { at, overJoin } = arrival(target, { isStep: isTask, wiring });
    if (at !== undefined && !isTask(at) && (isAlways || overJoin)) standing.add(at);
  };
  for (const element of elements) {
    const targets = wiring.targets(element);
    const isAlways = element.$type === "bpmn:StartEvent" || targets.length > 1;
    for (const target of targets) keep(target, isAlways);
    const isFork = element.$type === "bpmn:ParallelGateway" && targets.length > 1;
    if (isFork && wiring.entries(element) > 1) standing.add(element);
  }
  return standing;
}
