import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { DraftStep, ProcessTerms } from "../domain/process.ts";
import { MOST_STEPS } from "../edit-process/draft-schema.ts";
import { countElements, openedElements } from "./embedded.ts";
import { flowsIn } from "./flows-in.ts";
import { bpmnModel, type Element, extensionOf, listOf, nameOf, textOf } from "./moddle.ts";
import {
  foreignNotes,
  laneNotes,
  openedNotes,
  poolNotes,
  standingNotes,
  UNREAD_TERMS,
  unusedNotes,
  warningNotes,
  writtenBesideNotes,
} from "./notes.ts";
import type { Note } from "./read-condition.ts";
import { readTerms } from "./read-json.ts";
import { readTask } from "./read-task.ts";
import { standingGateways } from "./standing-gateways.ts";
import { stepIdsOf } from "./step-ids.ts";
import { wiringOf } from "./wiring.ts";

/** What was read of a file: steps and terms, and in words what it does not say or what we do not understand. */
export type ReadBpmn = {
  readonly steps: readonly DraftStep[];
  readonly terms?: ProcessTerms;
  /** What was lost comes before what is only missing. */
  readonly notes: readonly Note[];
};

export type BpmnRefusal =
  | "bpmn-too-large"
  | "bpmn-with-doctype"
  | "not-bpmn"
  | "bpmn-without-process"
  | "too-many-steps";

const LARGEST = 1_000_000;
const MOST_ELEMENTS = 2000;

/**
 * Reads a BPMN 2.0 file, ours or of another modeler, as a draft can hold it. What we use comes back without loss; a task of
 * another modeler gets the unit that decides and no time; embedded sub-processes are opened; whatever cannot be kept is
 * said in a note. One process: the first with tasks. No DTD, no entities, one million characters at most.
 */
export async function fromBpmn(xml: string): Promise<Result<ReadBpmn, BpmnRefusal>> {
  if (xml.length > LARGEST) return refuse("bpmn-too-large");
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse("bpmn-with-doctype");
  const parsed = await bpmnModel()
    .fromXML(xml)
    .catch(() => undefined);
  if (parsed === undefined) return refuse("not-bpmn");
  const processes = listOf(parsed.rootElement, "rootElements").filter(
    ({ $type }) => $type === "bpmn:Process",
  );
  if (processes.some((one) => countElements(one) > MOST_ELEMENTS)) return refuse("bpmn-too-large");
  const candidates = processes.map((process) => ({ process, ...openedElements(process) }));
  const found = candidates.find(({ elements }) => elements.some(isTask));
  if (found === undefined) return refuse("bpmn-without-process");
  const { process, elements, opened } = found;
  const wiring = wiringOf(elements);
  const standing = standingGateways(elements, isTask, wiring);
  const members = elements.filter((element) => isTask(element) || standing.has(element));
  if (members.length > MOST_STEPS) return refuse("too-many-steps");
  const { ids, notes: copies } = stepIdsOf(members);
  const read = members.map((element) => ({ element, ...readTask(element, ids.get(element) ?? "") }));
  const flows = flowsIn(elements, ids, wiring);
  const steps = read.map(({ step, element }) => (standing.has(element) ? named(step, element) : step));
  const first = Math.max(
    steps.findIndex(({ id }) => id === flows.first),
    0,
  );
  const ordered = [...steps.slice(first, first + 1), ...steps.filter((_, index) => index !== first)];
  const written = extensionOf(process, "Terms");
  const terms = written === undefined ? undefined : readTerms(textOf(written, "terms"));
  return ok({
    steps: ordered.map((step, index) => withFlow(step, flows.of(step.id), ordered[index + 1]?.id)),
    ...(terms === undefined ? {} : { terms }),
    notes: [
      ...poolNotes(processes.filter((one) => one !== process)),
      ...standingNotes([...standing]),
      ...openedNotes(opened),
      ...flows.notes,
      ...unusedNotes(elements.filter((element) => !isKnown(element) && !standing.has(element))),
      ...laneNotes(process),
      ...writtenBesideNotes([process, ...opened, ...elements]),
      ...copies,
      ...read.flatMap(({ notes }) => notes),
      ...foreignNotes(
        read.filter((one) => one.isForeign && isTask(one.element)).map(({ element }) => element),
      ),
      ...(written !== undefined && terms === undefined ? [UNREAD_TERMS] : []),
      ...warningNotes(parsed.warnings),
    ],
  });
}

/** A gateway that stands for itself has no name more often than not. */
function named(step: DraftStep, element: Element): DraftStep {
  return step.name === "" ? { ...step, name: nameOf(element) } : step;
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
