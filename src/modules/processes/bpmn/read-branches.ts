import type { Flow } from "../domain/process.ts";
import { MOST_BRANCHES } from "../edit-process/draft-schema.ts";
import { flowNotes } from "./flow-notes.ts";
import type { Element } from "./moddle.ts";
import { conditionOfFlow, hasCondition, type Note } from "./read-condition.ts";
import { arrival, meetingOf, type Wiring } from "./wiring.ts";

/** What the ways of a file are read by. */
export type Reading = {
  readonly stepIds: ReadonlyMap<Element, string>;
  readonly wiring: Wiring;
  say(note: Note): void;
};

/** The ways out of an element as a choice of one; "" where the file leaves a target open. */
export function choice(gateway: Element, reading: Reading): Flow {
  const { wiring, say } = reading;
  const flows = wiring.flowsOut(gateway);
  const fallback = flows.find((flow) => flow === gateway.get("default"));
  if (fallback === undefined) say(flowNotes.noDefault(gateway));
  else if (hasCondition(fallback)) say(flowNotes.conditionOfDefault(gateway));
  const branches = flows
    .filter((flow) => flow !== fallback)
    .map((flow) => {
      const { when, notes } = conditionOfFlow(flow);
      notes.forEach(say);
      return { when, to: target(flow, reading) };
    });
  return {
    kind: "choice",
    branches: fewEnough(branches, gateway, reading),
    otherwise: fallback === undefined ? "" : target(fallback, reading),
  };
}

/** The ways out of an element as branches at once, and the step at which they come together. */
export function fork(gateway: Element, reading: Reading): Flow {
  const { stepIds, wiring, say } = reading;
  const meeting = meetingOf(wiring.targets(gateway), (element) => stepIds.has(element), wiring);
  const join = stepBehind(meeting, reading) ?? "";
  if (join === "") say(flowNotes.noMeeting(gateway));
  else if (meeting !== undefined && meeting.$type !== "bpmn:ParallelGateway")
    say(flowNotes.meetingTaken(gateway, meeting));
  const branches = wiring.flowsOut(gateway).map((flow) => target(flow, reading));
  return { kind: "parallel", branches: fewEnough(branches, gateway, reading), join };
}

/** The id of the first step behind an element, itself included; undefined where a gateway or the end comes before it. */
export function stepBehind(element: Element | undefined, { stepIds, wiring }: Reading): string | undefined {
  const { at } = arrival(element, { isStep: (one) => stepIds.has(one), wiring });
  return at === undefined ? undefined : stepIds.get(at);
}

function target(flow: Element, reading: Reading): string {
  const step = stepBehind(flow.get("targetRef") as Element, reading);
  if (step === undefined) reading.say(flowNotes.wayToTheEnd(flow));
  return step ?? "";
}

function fewEnough<Branch>(
  branches: readonly Branch[],
  gateway: Element,
  { say }: Reading,
): readonly Branch[] {
  if (branches.length > MOST_BRANCHES) say(flowNotes.tooManyBranches(gateway));
  return branches.slice(0, MOST_BRANCHES);
}
