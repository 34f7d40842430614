import { type Element, isElement, listOf } from "./moddle.ts";

/** The elements of a process with the contents of embedded sub-processes in their place, and which these were. */
export type Opened = { readonly elements: readonly Element[]; readonly opened: readonly Element[] };

/**
 * Opens the embedded sub-processes of a process (subProcess with a flow of its own): their steps join the flow around
 * them, their start and end vanish. One that cannot be opened without changing what happens stays an element: with a
 * loop, a boundary event or a trigger, with several ways in or out, or with an end that is more than an end. Changes
 * where the sequence flows of the model begin and end.
 */
export function openedElements(process: Element): Opened {
  const opened: Element[] = [];
  const open = (container: Element): readonly Element[] => {
    let elements = listOf(container, "flowElements");
    for (const sub of elements.filter(({ $type }) => $type === "bpmn:SubProcess")) {
      const before = opened.length;
      const inside = open(sub);
      const passage = passageThrough(sub, inside, elements);
      if (passage === undefined) {
        opened.length = before;
        continue;
      }
      opened.push(sub);
      elements = joined(sub, inside, elements, passage);
    }
    return elements;
  };
  return { elements: open(process), opened };
}

/** How many flow elements stand in a process and its sub-processes, however deep. */
export function countElements(process: Element): number {
  let count = 0;
  const left = [process];
  for (let at = left.pop(); at !== undefined; at = left.pop())
    for (const element of listOf(at, "flowElements")) {
      count++;
      left.push(element);
    }
  return count;
}

/** How a sub-process is passed through. */
type Passage = {
  readonly entry: Element;
  /** The start event and the flow that leads from it. */
  readonly start: readonly Element[];
  /** The end events, else the one element behind which nothing comes. */
  readonly ends: readonly Element[];
  readonly exit: Element | undefined;
  /** The flow out of the sub-process; undefined: with it the process ends. */
  readonly out: Element | undefined;
};

function passageThrough(
  sub: Element,
  inside: readonly Element[],
  outside: readonly Element[],
): Passage | undefined {
  const [out, ...more] = outside.filter((element) => isFlow(element) && element.get("sourceRef") === sub);
  const isWatched = outside.some((element) => element.get("attachedToRef") === sub);
  const isPlain = !isTriggered(sub) && !isElement(sub.get("loopCharacteristics"));
  const begin = beginOf(inside);
  const end = endOf(inside);
  if (more.length > 0 || isWatched || !isPlain || begin === undefined || end === undefined) return undefined;
  return { ...begin, ...end, out };
}

/** Where the contents begin: behind the one plain start event, else at the one element that nothing leads to. */
function beginOf(inside: readonly Element[]): Pick<Passage, "entry" | "start"> | undefined {
  const flows = inside.filter(isFlow);
  const heads = inside.filter(isNode).filter((node) => !flows.some((flow) => flow.get("targetRef") === node));
  const [head, ...others] = heads;
  if (head === undefined || others.length > 0) return undefined;
  if (head.$type !== "bpmn:StartEvent") return { entry: head, start: [] };
  const [way, ...more] = flows.filter((flow) => flow.get("sourceRef") === head);
  const entry = way?.get("targetRef");
  if (way === undefined || more.length > 0 || !isElement(entry) || !isPlainEvent(head)) return undefined;
  return { entry, start: [head, way] };
}

/** Where they end: at plain end events, else at the one element behind which nothing comes. */
function endOf(inside: readonly Element[]): Pick<Passage, "ends" | "exit"> | undefined {
  const flows = inside.filter(isFlow);
  const tails = inside.filter(isNode).filter((node) => !flows.some((flow) => flow.get("sourceRef") === node));
  const [tail] = tails;
  if (tails.length === 1 && tail?.$type !== "bpmn:EndEvent") return { ends: [], exit: tail };
  const areEnds = tails.every((node) => node.$type === "bpmn:EndEvent" && isPlainEvent(node));
  return tails.length > 0 && areEnds ? { ends: tails, exit: undefined } : undefined;
}

/** The elements around a sub-process with its contents in its place. */
function joined(
  sub: Element,
  inside: readonly Element[],
  outside: readonly Element[],
  { entry, start, ends, exit, out }: Passage,
): readonly Element[] {
  const elements = outside.flatMap((element) => (element === sub ? inside : [element]));
  const lead = (from: (target: unknown) => boolean, to: unknown) => {
    for (const flow of elements.filter(isFlow)) if (from(flow.get("targetRef"))) flow.set("targetRef", to);
  };
  lead((target) => target === sub, entry);
  const gone = new Set(start);
  if (out !== undefined && exit !== undefined) out.set("sourceRef", exit);
  if (out !== undefined && exit === undefined) {
    const isEnd = (target: unknown) => ends.some((end) => end === target);
    lead(isEnd, out.get("targetRef"));
    for (const element of [...ends, out]) gone.add(element);
  }
  return elements.filter((element) => !gone.has(element));
}

const isFlow = ({ $type }: Element) => $type === "bpmn:SequenceFlow";

/** What a case passes through; events at a border and what starts by a trigger stand beside the flow. */
const isNode = (element: Element) =>
  /(Task|Activity|Gateway|Event|SubProcess|Transaction)$/.test(element.$type) &&
  element.$type !== "bpmn:BoundaryEvent" &&
  !isTriggered(element);

const isTriggered = (element: Element) => element.get("triggeredByEvent") === true;
const isPlainEvent = (event: Element) => listOf(event, "eventDefinitions").length === 0;
