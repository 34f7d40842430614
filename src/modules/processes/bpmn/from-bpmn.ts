import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { DraftStep, ProcessTerms } from "../domain/process.ts";
import { flowsIn } from "./flows-in.ts";
import { bpmnModel, type Element, extensionOf, listOf, textOf } from "./moddle.ts";
import { readTerms } from "./read-json.ts";
import { readTask } from "./read-task.ts";

/** What was read of a file: steps and terms, and in words what it does not say or what we do not understand. */
export type ReadBpmn = {
  readonly steps: readonly DraftStep[];
  readonly terms?: ProcessTerms;
  readonly notes: readonly { readonly vi: string; readonly en: string }[];
};

export type BpmnRefusal = "bpmn-too-large" | "bpmn-with-doctype" | "not-bpmn" | "bpmn-without-process";

const LARGEST = 1_000_000;
const MOST_ELEMENTS = 2000;

/**
 * Reads a BPMN 2.0 file, ours or of another modeler. What we use comes back without loss; a task of another modeler gets
 * the unit that decides and no time, and a note says so. No DTD, no entities, one million characters at most.
 */
export async function fromBpmn(xml: string): Promise<Result<ReadBpmn, BpmnRefusal>> {
  if (xml.length > LARGEST) return refuse("bpmn-too-large");
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse("bpmn-with-doctype");
  const parsed = await bpmnModel()
    .fromXML(xml)
    .catch(() => undefined);
  if (parsed === undefined) return refuse("not-bpmn");
  const process = listOf(parsed.rootElement, "rootElements").find(({ $type }) => $type === "bpmn:Process");
  if (process === undefined) return refuse("bpmn-without-process");
  const elements = listOf(process, "flowElements");
  if (elements.length > MOST_ELEMENTS) return refuse("bpmn-too-large");
  const read = elements.filter(isTask).map(readTask);
  if (read.length === 0) return refuse("bpmn-without-process");
  const flows = flowsIn(elements, new Map(read.map(({ element, step }) => [element, step.id])));
  const steps = read.map(({ step }) => step);
  const first = flows.first === undefined ? 0 : steps.findIndex(({ id }) => id === flows.first);
  const ordered = [
    ...steps.slice(Math.max(first, 0), first + 1),
    ...steps.filter((_, index) => index !== first),
  ];
  const terms = readTerms(textOf(extensionOf(process, "Terms") ?? process, "terms"));
  return ok({
    steps: ordered.map((step, index) => withFlow(step, flows.of(step.id), ordered[index + 1]?.id)),
    ...(terms === undefined ? {} : { terms }),
    notes: [
      ...read.flatMap(({ notes }) => notes),
      ...flows.notes,
      ...elements.filter((element) => !isKnown(element)).map(notUnderstood),
      ...parsed.warnings.slice(0, 20).map(({ message }) => ({ vi: `không hiểu: ${message}`, en: message })),
    ],
  });
}

/** What says only "the step below" is not said. */
function withFlow(step: DraftStep, flow: DraftStep["then"], below: string | undefined): DraftStep {
  const needless = flow?.kind === "to" ? flow.step === below : flow?.kind === "end" && below === undefined;
  return flow === undefined || needless ? step : { ...step, then: flow };
}

const TASKS =
  /^bpmn:(Task|UserTask|ManualTask|ServiceTask|SendTask|ReceiveTask|ScriptTask|BusinessRuleTask|CallActivity)$/;
const isTask = ({ $type }: Element) => TASKS.test($type);
const KNOWN = new Set([
  "bpmn:SequenceFlow",
  "bpmn:StartEvent",
  "bpmn:EndEvent",
  "bpmn:ExclusiveGateway",
  "bpmn:ParallelGateway",
]);
const isKnown = (element: Element) => isTask(element) || KNOWN.has(element.$type);

function notUnderstood(element: Element) {
  const what = `${element.$type} ${textOf(element, "name") ?? element.id ?? ""}`.trim();
  return { vi: `phần tử không dùng được: ${what}`, en: `an element we have no use for: ${what}` };
}
