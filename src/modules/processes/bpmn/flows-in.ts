import type { Flow } from "../domain/process.ts";
import { flowNotes } from "./flow-notes.ts";
import type { Element } from "./moddle.ts";
import { choice, fork, type Reading, stepBehind } from "./read-branches.ts";
import { hasCondition, type Note } from "./read-condition.ts";
import { arrival, type Wiring } from "./wiring.ts";

/** The ways between the steps of a file. */
export type FlowsIn = {
  /** Id of the step to which the start leads. */
  readonly first: string | undefined;
  of(stepId: string): Flow | undefined;
  readonly notes: readonly Note[];
};

/**
 * Reads sequence flows over gateways: joins are passed through, choices and forks become the flow of the step before. What
 * the file leaves open stays open ("" for a target), with a note; the faults of the draft then name it.
 * @param stepIds the elements that are steps: tasks, and gateways that stand for themselves.
 */
export function flowsIn(
  elements: readonly Element[],
  stepIds: ReadonlyMap<Element, string>,
  wiring: Wiring,
): FlowsIn {
  const notes: Note[] = [];
  const reading: Reading = { stepIds, wiring, say: (note) => notes.push(note) };
  const gateways = gatewaysOnce(reading);
  const byStep = new Map([...stepIds].map(([element, id]) => [id, flowOut(element, reading, gateways)]));
  return { first: firstStep(elements, reading), of: (stepId) => byStep.get(stepId), notes };
}

type Gateways = (gateway: Element) => Flow;

/** Each gateway is read once, though several steps may lead to it: what it leaves open is said once. */
function gatewaysOnce(reading: Reading): Gateways {
  const known = new Map<Element, Flow>();
  return (gateway) => {
    const flow = known.get(gateway) ?? throughGateway(gateway, reading);
    known.set(gateway, flow);
    return flow;
  };
}

function throughGateway(gateway: Element, reading: Reading): Flow {
  if (gateway.$type === "bpmn:ParallelGateway") return fork(gateway, reading);
  if (gateway.$type !== "bpmn:ExclusiveGateway") reading.say(flowNotes.takenForChoice(gateway));
  return choice(gateway, reading);
}

/** The way on from a step: over the gateway behind it, to another step, or to the end. */
function flowOut(step: Element, reading: Reading, gateways: Gateways): Flow {
  const { wiring } = reading;
  if (!wiring.branches(step)) return onlyWay(step, reading, gateways);
  if (step.$type.endsWith("Gateway")) return gateways(step);
  reading.say(flowNotes.waysWithoutGateway(step));
  const chooses = step.get("default") !== undefined || wiring.flowsOut(step).some(hasCondition);
  return chooses ? choice(step, reading) : fork(step, reading);
}

function onlyWay(step: Element, reading: Reading, gateways: Gateways): Flow {
  const { stepIds, wiring, say } = reading;
  for (const flow of wiring.flowsOut(step).filter(hasCondition))
    say(flowNotes.conditionOfOnlyWay(step, flow));
  const { at } = arrival(wiring.targets(step)[0], { isStep: (element) => stepIds.has(element), wiring });
  if (at === undefined) return { kind: "end" };
  const id = stepIds.get(at);
  return id === undefined ? gateways(at) : { kind: "to", step: id };
}

function firstStep(elements: readonly Element[], reading: Reading): string | undefined {
  const starts = elements.filter(({ $type }) => $type === "bpmn:StartEvent");
  const heads = starts.flatMap(reading.wiring.targets);
  const firsts = new Set(heads.flatMap((head) => stepBehind(head, reading) ?? []));
  if (firsts.size !== 1) reading.say(firsts.size === 0 ? flowNotes.noFirst : flowNotes.severalFirst);
  return [...firsts][0];
}
